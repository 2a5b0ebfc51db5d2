#include "base/rules.hpp"

#include <algorithm>
#include <array>

namespace hindsight {
namespace {

constexpr std::array rules = {
    RuleInfo{
        Rule::file_name, "file-name", Level::error,
        "A postmortem's file name holds control characters, a backslash or bytes that are not UTF-8, or is too long.",
        "No page or link could name it; rename the file."},
    RuleInfo{Rule::special_file, "special-file", Level::warning,
             "A symbolic link, FIFO, socket or device among the content or in the theme.",
             "It is left out, since it could lead anywhere; put the file itself there, or list it under `ignore`."},
    RuleInfo{
        Rule::name_not_portable, "name-not-portable", Level::warning,
        "A file, id or alias has a name that Windows can't hold.",
        "The repository or the site can't be unpacked there: CON, NUL, aux.md, a dot or space at the end, a colon."},
    RuleInfo{Rule::file_too_large, "file-too-large", Level::error,
             "A file is larger than the limit (4 MiB unless site.yml's `limits` says otherwise).",
             "A log pasted whole is better attached beside the postmortem."},
    RuleInfo{Rule::file_not_utf8, "file-not-utf8", Level::warning, "A file holds bytes that are not UTF-8.",
             "The bytes are shown as �; save the file as UTF-8."},
    RuleInfo{Rule::control_character, "control-character", Level::warning,
             "A file holds NUL or other control characters.", "They are left out of the page."},
    RuleInfo{Rule::bidi_control, "bidi-control", Level::warning,
             "A text holds characters that turn the direction of writing around (U+202A–202E, U+2066–2069).",
             "They are shown as ␦, so that no text can read as something else than it is."},
    RuleInfo{Rule::invisible_character, "invisible-character", Level::warning,
             "A title, a name or a term holds characters that nobody can see.",
             "They are shown as ␦: two names that look alike would be two pages."},
    RuleInfo{Rule::file_empty, "file-empty", Level::warning, "A postmortem has no text.",
             "It still gets a page, so that nobody wonders where it went."},
    RuleInfo{Rule::front_matter_unterminated, "front-matter-unterminated", Level::error,
             "Front matter is opened by --- and never closed.", "Everything below would be read as front matter."},
    RuleInfo{Rule::front_matter_toml, "front-matter-toml", Level::warning,
             "Front matter is TOML, between lines of +++.",
             "It is not read; write it as YAML between lines of ---, `key: value` for `key = value`."},
    RuleInfo{Rule::yaml_syntax, "yaml-syntax", Level::error, "Front matter or site.yml is not valid YAML.",
             "Most often a value needs quotes because it contains a colon, a # or a leading special character."},
    RuleInfo{Rule::yaml_duplicate_key, "yaml-duplicate-key", Level::error, "A key stands twice in one mapping.",
             "Which of the two counts would be chance."},
    RuleInfo{Rule::yaml_unsupported, "yaml-unsupported", Level::error,
             "Anchors, aliases, tags, nesting over 32 levels or a second document.",
             "Front matter is data, not a program; write the value out."},
    RuleInfo{Rule::no_front_matter, "no-front-matter", Level::hint, "A postmortem has no front matter.",
             "It gets a page all the same; with `title` and `started_at` it also counts in the metrics."},
    RuleInfo{Rule::unknown_key, "unknown-key", Level::warning, "A key that Hindsight does not know.",
             "Its value appears nowhere; mostly a typing slip."},
    RuleInfo{Rule::key_alias, "key-alias", Level::hint, "Another tool's name for a field.",
             "It is read; the canonical name is clearer to readers and editors."},
    RuleInfo{Rule::value_type, "value-type", Level::error, "A value has the wrong shape.",
             "For example a list where text is wanted."},
    RuleInfo{Rule::value_not_allowed, "value-not-allowed", Level::error,
             "A value is not one of those the field can have.", "Severities come from site.yml."},
    RuleInfo{Rule::status_word, "status-word", Level::warning, "A `status` or `state` that Hindsight does not know.",
             "Other tools use these keys with words of their own, so the value is left out."},
    RuleInfo{Rule::missing_field, "missing-field", Level::warning,
             "Front matter lacks `title` or `started_at`, or an action item its title.",
             "Write `started_at: unknown` when nobody knows; it is counted as missing."},
    RuleInfo{Rule::bad_id, "bad-id", Level::error,
             "An `id` is not 1 to 80 letters, digits, dots, - or _, or begins with a dot.", "The id is the permalink."},
    RuleInfo{Rule::duplicate_id, "duplicate-id", Level::error, "Two postmortems have the same id.",
             "One of the two pages would be lost."},
    RuleInfo{Rule::bad_alias, "bad-alias", Level::error, "An alias is not a relative path inside the site.",
             "Write the old path as it stood behind the site's address, such as old/name.html."},
    RuleInfo{Rule::duplicate_alias, "duplicate-alias", Level::error,
             "An alias is claimed twice, or is another page's address.", "A redirect has one target."},
    RuleInfo{Rule::unknown_reference, "unknown-reference", Level::warning,
             "`recurrence_of`, `duplicate_of` or `related` names an id that does not exist.",
             "The reference is shown as text."},
    RuleInfo{Rule::near_miss_term, "near-miss-term", Level::warning,
             "A term is spelled almost like one of site.yml's vocabulary.", "As it stands it gets a page of its own."},
    RuleInfo{Rule::unlisted_term, "unlisted-term", Level::hint, "A term is not in site.yml's vocabulary.",
             "It gets its page; list it to give it a title and a description."},
    RuleInfo{Rule::time_format, "time-format", Level::error, "A time or date can't be read.",
             "Times are written 2024-05-02T14:03Z, 2024-05-02 14:03 +02:00, a date, ~ in front when "
             "approximate, or `unknown`."},
    RuleInfo{Rule::time_nonexistent, "time-nonexistent", Level::error,
             "A local time that clocks skipped when summer time began.", "Nothing happened at that time."},
    RuleInfo{Rule::time_ambiguous, "time-ambiguous", Level::warning,
             "A local time that came twice when summer time ended.", "The first of the two is taken; add the offset."},
    RuleInfo{Rule::time_zone_missing, "time-zone-missing", Level::warning,
             "A time has no offset, and neither the postmortem nor site.yml names a zone.",
             "It is read as UTC; set `timezone`."},
    RuleInfo{Rule::time_zone_unknown, "time-zone-unknown", Level::error,
             "A zone is not in the IANA time zone database.",
             "Names look like Europe/Berlin; `localtime` is refused because it differs by machine."},
    RuleInfo{Rule::time_order, "time-order", Level::error, "Times are out of order.",
             "A duration would come out negative."},
    RuleInfo{Rule::time_future, "time-future", Level::error, "A time lies in the future.",
             "Mostly a slip in the year."},
    RuleInfo{Rule::duration_outlier, "duration-outlier", Level::warning, "An incident lasted longer than 30 days.",
             "If that is right, say so with `exclude_from_metrics`, or switch the rule off in site.yml."},
    RuleInfo{Rule::implausible_inference, "implausible-inference", Level::warning,
             "A time read from the text is in the future or out of order.",
             "It is left out; front matter can state the right one."},
    RuleInfo{Rule::body_disagrees, "body-disagrees", Level::warning,
             "The body says something else than the front matter.", "Front matter wins; correct one of the two."},
    RuleInfo{Rule::text_contradiction, "text-contradiction", Level::hint, "The text gives two values for one thing.",
             "A stated duration that its own times do not bear out, or a date left over from another report; front "
             "matter settles it."},
    RuleInfo{Rule::action_without_owner, "action-without-owner", Level::hint, "An open action item has no owner.",
             "Work without an owner is seldom done."},
    RuleInfo{Rule::markdown_limit, "markdown-limit", Level::warning,
             "The body is built in a way that would take minutes or gigabytes to render.",
             "It is shown as plain text; docs/diagnostics.md lists the limits."},
    RuleInfo{Rule::too_many_entries, "too-many-entries", Level::error,
             "A postmortem has more timeline entries, action items or items of a list than the limit.",
             "Attach a log as a file beside the postmortem, or raise the limit in site.yml (docs/limits.md)."},
    RuleInfo{Rule::raw_html, "raw-html", Level::hint, "HTML that is not on the allow-list.",
             "It is shown as text, so that nobody's script runs in a reader's browser."},
    RuleInfo{Rule::blocked_url, "blocked-url", Level::warning, "A link with a scheme that is not allowed.",
             "http, https, mailto, tel, relative paths and fragments are."},
    RuleInfo{Rule::broken_link, "broken-link", Level::warning, "A relative link leads nowhere.",
             "It is shown as text."},
    RuleInfo{Rule::broken_anchor, "broken-anchor", Level::warning, "A link's #fragment has no heading.",
             "The link leads to the top of the page."},
    RuleInfo{Rule::broken_image, "broken-image", Level::warning, "An image's file does not exist.",
             "Its text is shown instead."},
    RuleInfo{Rule::image_without_text, "image-without-text", Level::hint, "An image has no text alternative.",
             "Someone who can't see it learns nothing from it: write `![what it shows](file.png)`."},
    RuleInfo{Rule::asset_refused, "asset-refused", Level::warning,
             "A linked file is not copied: outside the content folder, or of a type that could run script.",
             "Images, text, logs, PDF, CSV, JSON and archives are copied."},
    RuleInfo{Rule::output_collision, "output-collision", Level::error,
             "Two sources want one output file, or two that some systems take for one.",
             "One of the two would be lost; names count without case and in one Unicode form."},
    RuleInfo{Rule::theme_template, "theme-template", Level::error, "A template of the theme can't be used.",
             "The page would be empty."},
};

}  // namespace

std::string_view level_name(Level level) {
  switch (level) {
    case Level::error: return "error";
    case Level::warning: return "warning";
    case Level::hint: return "hint";
  }
  return "";
}

std::span<const RuleInfo> all_rules() { return rules; }

const RuleInfo& rule_info(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }

std::optional<Rule> find_rule(std::string_view id) {
  const auto* found = std::ranges::find(rules, id, &RuleInfo::id);
  if (found == rules.end()) return std::nullopt;
  return found->rule;
}

}  // namespace hindsight
