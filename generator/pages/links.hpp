#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/rich_text.hpp"
#include "model/attachments.hpp"
#include "model/site.hpp"
#include "pages/routes.hpp"

namespace hindsight {

/// Where a local link of a postmortem leads.
struct LinkTarget {
  std::string path;      ///< output file; empty: nowhere
  std::string fragment;  ///< id there; may be empty
  std::string content;   ///< attachments: the file to copy, below the content folder
};

/// What is wrong with a link.
struct LinkProblem {
  Rule rule;
  std::string found;
  std::string wanted;
  std::string hint;
};

struct ResolvedLink {
  LinkTarget target;
  std::optional<LinkProblem> problem;  ///< a missing anchor has a target all the same
};

/// Resolves `slot` of `postmortem`: other documents lead to their pages, attachments to their copies.
ResolvedLink resolve_link(const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                          const LinkSlot& slot);

/// Reports every local link that leads nowhere, and returns the attachments that are linked, by content path.
std::set<std::string> check_links(const Site& site, const Attachments& attachments, Diagnostics& diagnostics);

/// A piece of a postmortem's body with its links filled in for a page whose addresses `urls` makes.
std::string print_range(const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                        const HtmlRange& range, const Urls& urls);
void append_range(std::string& out, const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                  const HtmlRange& range, const Urls& urls);

}  // namespace hindsight
