#include "render/template_source.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hindsight {
namespace {

using Kind = TemplatePiece::Kind;

constexpr std::size_t deepest_section = 64;  ///< rendering goes down by recursion

bool is_removable_marker(std::string_view line) {
  constexpr std::string_view sigils = "#/>!";
  return line.size() >= 5 && line.starts_with("{{") && sigils.find(line[2]) != std::string_view::npos &&
         line.find("}}") == line.size() - 2;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

/// Reads pieces one after another and holds sections against each other.
class PieceReader {
 public:
  explicit PieceReader(const TemplateSource& source) : source_(source), text_(source.text()) {}

  TemplatePieces read() && {
    while (at_ < text_.size() && !result_.problem) {
      const std::size_t begin = std::min(text_.find("{{", at_), text_.size());
      if (begin > at_) add(Kind::text, text_.substr(at_, begin - at_), at_);
      at_ = begin;
      if (begin < text_.size()) read_marker();
    }
    if (!open_.empty() && !result_.problem) {
      const TemplatePiece& section = open_.back();
      report(section.offset, "{{#" + std::string(section.text) + "}} is not closed",
             "{{/" + std::string(section.text) + "}}");
    }
    return std::move(result_);
  }

 private:
  void read_marker() {
    const std::size_t begin = at_;
    const std::size_t end = text_.find("}}", begin);
    if (end == std::string_view::npos) return report(begin, "{{ is not closed", "}}");
    const std::string_view marker = text_.substr(begin + 2, end - begin - 2);
    at_ = end + 2;
    if (marker.starts_with('!')) return;
    const char sigil = marker.empty() ? '\0' : marker.front();
    const bool has_sigil = sigil == '#' || sigil == '/' || sigil == '>';
    const std::string_view rest = marker.substr(has_sigil ? 1 : 0);
    const std::string_view name = rest.substr(0, rest.find(':'));
    if (!is_name(name)) return report(begin, quoted(marker), "a name of letters, digits and _");
    if (name.size() < rest.size()) {
      const bool may_have = !has_sigil && name.ends_with("_html");
      if (!may_have || rest.substr(name.size()) != ":none") {
        return report(begin, quoted(marker),
                      "no modifier but :none, and that only after a value whose name ends in _html");
      }
      return add(Kind::markup, name, begin);
    }
    switch (sigil) {
      case '#': return open_section(name, begin);
      case '/': return close_section(name, begin);
      case '>': return add(Kind::include, name, begin);
      default: return add(Kind::value, name, begin);
    }
  }

  void open_section(std::string_view name, std::size_t begin) {
    if (open_.size() == deepest_section) {
      return report(begin, "{{#" + shorten(name, 40) + "}} is nested too deep",
                    "at most " + std::to_string(deepest_section) + " sections inside each other");
    }
    add(Kind::section, name, begin);
    open_.push_back(result_.pieces.back());
  }

  void close_section(std::string_view name, std::size_t begin) {
    if (open_.empty() || open_.back().text != name) {
      const std::string closing(name);
      return report(begin, "{{/" + closing + "}} closes nothing",
                    open_.empty() ? "its {{#" + closing + "}} before"
                                  : "{{/" + std::string(open_.back().text) + "}}, opened in line " +
                                        std::to_string(source_.line_at(open_.back().offset)));
    }
    open_.pop_back();
    add(Kind::section_end, name, begin);
  }

  static std::string quoted(std::string_view marker) { return "\"{{" + collapse_spaces(shorten(marker, 40)) + "}}\""; }

  void add(Kind kind, std::string_view text, std::size_t offset) { result_.pieces.push_back({kind, text, offset}); }

  void report(std::size_t offset, std::string found, std::string wanted) {
    result_.problem = TemplateProblem{source_.line_at(offset), std::move(found), std::move(wanted)};
  }

  const TemplateSource& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<TemplatePiece> open_;
  TemplatePieces result_;
};

}  // namespace

TemplateSource::TemplateSource(std::string_view source) {
  text_.reserve(source.size());
  int number = 0;
  while (!source.empty()) {
    const std::string_view line = source.substr(0, std::min(source.find('\n'), source.size() - 1) + 1);
    source.remove_prefix(line.size());
    ++number;
    const std::string_view content = trim(line);
    if (content.empty()) continue;
    lines_.emplace_back(text_.size(), number);
    text_ += is_removable_marker(content) ? content : line;
  }
}

int TemplateSource::line_at(std::size_t offset) const {
  const auto after =
      std::ranges::upper_bound(lines_, offset, {}, [](const std::pair<std::size_t, int>& line) { return line.first; });
  return after == lines_.begin() ? 1 : std::prev(after)->second;
}

TemplatePieces read_template(const TemplateSource& source) { return PieceReader(source).read(); }

}  // namespace hindsight
