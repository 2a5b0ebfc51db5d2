#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace hindsight {

/// How much a finding matters. An error would publish a wrong number, break a page or leak: nothing is published.
/// A warning is probably a mistake (`--strict` makes it an error); a hint is a way to make the postmortem better.
enum class Level { error, warning, hint };

std::string_view level_name(Level level);

/// Everything Hindsight can find wrong in content, in the order of docs/diagnostics.md.
enum class Rule {
  file_name,
  special_file,
  name_not_portable,
  file_too_large,
  file_not_utf8,
  control_character,
  bidi_control,
  invisible_character,
  file_empty,
  front_matter_unterminated,
  front_matter_toml,
  yaml_syntax,
  yaml_duplicate_key,
  yaml_unsupported,
  no_front_matter,
  unknown_key,
  key_alias,
  value_type,
  value_not_allowed,
  status_word,
  missing_field,
  bad_id,
  duplicate_id,
  bad_alias,
  duplicate_alias,
  unknown_reference,
  near_miss_term,
  unlisted_term,
  time_format,
  time_nonexistent,
  time_ambiguous,
  time_zone_missing,
  time_zone_unknown,
  time_order,
  time_future,
  duration_outlier,
  implausible_inference,
  body_disagrees,
  text_contradiction,
  action_without_owner,
  markdown_limit,
  too_many_entries,
  raw_html,
  blocked_url,
  broken_link,
  broken_anchor,
  broken_image,
  image_without_text,
  asset_refused,
  output_collision,
  theme_template,
};

struct RuleInfo {
  Rule rule;
  std::string_view id;       ///< what messages and site.yml's `rules` call it
  Level level;               ///< its level unless site.yml sets another
  std::string_view summary;  ///< one sentence: what was found
  std::string_view advice;   ///< one sentence: why it matters or what to do
};

/// All rules, in the order of the enumeration.
std::span<const RuleInfo> all_rules();

const RuleInfo& rule_info(Rule rule);

std::optional<Rule> find_rule(std::string_view id);

}  // namespace hindsight
