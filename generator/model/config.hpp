#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/limits.hpp"
#include "base/time.hpp"

namespace hindsight {

/// The ways incidents are grouped. Each has an index page and a page per term.
enum class TermKind { trigger, root_cause, service, severity, team, tag };

inline constexpr std::array all_term_kinds = {TermKind::trigger,  TermKind::root_cause, TermKind::service,
                                              TermKind::severity, TermKind::team,       TermKind::tag};

inline constexpr std::size_t index_of(TermKind kind) { return static_cast<std::size_t>(kind); }

/// A link that site.yml gives a term: a runbook, a repository, a dashboard.
struct TermLink {
  std::string title;
  std::string url;
};

/// An entry of a vocabulary in site.yml.
struct TermDefinition {
  std::string name;         ///< what postmortems write, and the page's file name
  std::string title;        ///< for people; the name if empty
  std::string description;  ///< what counts as this, and what does not
  std::string owner;        ///< services: the team
  std::vector<std::string> aliases;
  std::vector<TermLink> links;
};

/// Text that is a ticket wherever it stands: "TIS21-\\d+".
struct TicketPattern {
  std::string expression;  ///< RE2
  std::string url;         ///< {ticket} stands for the text
};

enum class RemoteImages { link, allow };

/// Whether figures count what was read from the text instead of stated in front matter.
enum class InferredValues { include, exclude };

/// Which postmortems a build may contain. The internal edition holds all.
enum class Edition { internal, public_only };

/// site.yml, or what stands for it.
struct SiteConfig {
  std::string title = "Incident history";
  std::string description;
  std::string base_url;  ///< with a / at its end, or empty: where the site will be
  std::string edit_url;  ///< where a postmortem is edited; {path} stands for its path. May be empty
  std::string language = "en";
  TimeZone timezone;
  bool timezone_is_set = false;
  RemoteImages remote_images = RemoteImages::link;
  std::vector<std::string> ignore;  ///< files of the content folder that are no postmortems: paths or *.ext
  std::array<std::vector<TermDefinition>, all_term_kinds.size()> vocabularies;
  std::vector<TicketPattern> tickets;
  /// By severity: the days an action item may stay open without a due date. Not set: see days_allowed().
  std::optional<std::map<std::string, int, std::less<>>> overdue_after;
  /// search/lunr-index.json is published up to this size in bytes.
  std::size_t full_search_index_limit = 5'000'000;
  InferredValues inferred = InferredValues::include;  ///< in metrics
  RuleLevels rule_levels;
  Limits limits;
  Location location;  ///< of site.yml; line 0 if there is none

  const std::vector<TermDefinition>& vocabulary(TermKind kind) const { return vocabularies[index_of(kind)]; }
  const std::vector<TermDefinition>& severities() const { return vocabulary(TermKind::severity); }
};

/// The definition that `text` names: by name, title or alias, ignoring case and the difference of - _ and space.
const TermDefinition* find_definition(const std::vector<TermDefinition>& vocabulary, std::string_view text);

/// SEV1 to SEV5 with the aliases other tools use.
std::vector<TermDefinition> default_severities();

}  // namespace hindsight
