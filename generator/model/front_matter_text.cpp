#include "model/front_matter_text.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_comment = 90;

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c == '\t' ? ' ' : c;
  }
  return result + "\"";
}

std::string quoted_list(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + quoted(value);
  return "[" + text + "]";
}

/// One field and its value, without the comment.
struct Line {
  std::string_view field;
  std::string value;
};

class Writer {
 public:
  Writer(const Postmortem& postmortem, const Proposals& said, const SiteConfig& config)
      : postmortem_(postmortem), said_(said), config_(config) {}

  std::vector<Line> lines() {
    add("title", quoted(postmortem_.title));
    for (const Milestone milestone : all_milestones) add_time(milestone);
    if (postmortem_.severity) add("severity", quoted(config_.severities()[*postmortem_.severity].name));
    add("status", std::string(name_of(postmortem_.status)));
    if (postmortem_.detected_by) add("detected_by", std::string(name_of(*postmortem_.detected_by)));
    add_list("services", postmortem_.terms[index_of(TermKind::service)]);
    add_list("triggers", postmortem_.terms[index_of(TermKind::trigger)]);
    add_list("root_causes", postmortem_.terms[index_of(TermKind::root_cause)]);
    add_list("contributing_factors", postmortem_.contributing_factors);
    add_list("authors", postmortem_.authors);
    return std::move(lines_);
  }

 private:
  void add(std::string_view field, std::string value) {
    if (postmortem_.is_inferred(field)) lines_.push_back({field, std::move(value)});
  }

  void add_list(std::string_view field, const std::vector<std::string>& values) {
    if (!values.empty()) add(field, quoted_list(values));
  }

  void add_time(Milestone milestone) {
    const std::optional<Moment>& moment = postmortem_.time(milestone);
    const auto& proposed = said_.times[static_cast<std::size_t>(milestone)];
    if (!moment) return;
    const WrittenTime time = proposed && proposed->value.date ? proposed->value : WrittenTime{};
    add(field_of(milestone), written_time(time, *moment));
  }

  const Postmortem& postmortem_;
  const Proposals& said_;
  const SiteConfig& config_;
  std::vector<Line> lines_;
};

std::string comment_of(const Evidence& evidence, int above, int shift) {
  const std::string sure =
      evidence.confidence == Confidence::stated ? "" : fmt::format(", {}", name_of(evidence.confidence));
  const std::string where = evidence.line == 0
                                ? "file name"
                                : fmt::format("line {}", evidence.line > above ? evidence.line + shift : evidence.line);
  return fmt::format("# {} ({}{}): {}", where, evidence.rule, sure,
                     shorten(collapse_spaces(evidence.quote), longest_comment));
}

}  // namespace

std::string written_time(const WrittenTime& time, const Moment& moment) {
  const std::string about = moment.approximate ? "~" : "";
  if (moment.precision == Precision::day) return quoted(about + format_date(local_day_of(moment)));
  const Instant local = moment.at + moment.offset;
  const std::string day = format_date(day_of(local));
  std::string clock = format_clock(local);
  if (moment.precision == Precision::second)
    clock += fmt::format(":{:02}", (local.time_since_epoch() % std::chrono::minutes(1)).count());
  const bool has_zone = time.zone || time.offset;
  if (!has_zone) return quoted(about + day + " " + clock);
  return quoted(about + day + "T" + clock + (moment.offset.count() == 0 ? "Z" : format_offset(moment.offset)));
}

std::vector<std::string> front_matter_of(const Postmortem& postmortem, const Proposals& said, const SiteConfig& config,
                                         int above, int added) {
  const std::vector<Line> lines = Writer(postmortem, said, config).lines();
  const int shift = added + static_cast<int>(lines.size());
  std::vector<std::string> text;
  for (const Line& line : lines)
    text.push_back(fmt::format("{}: {}  {}", line.field, line.value,
                               comment_of(*postmortem.origin(line.field)->evidence, above, shift)));
  return text;
}

}  // namespace hindsight
