#include "render/markup_context.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "render/markup_names.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_name = 64;      ///< no longer one means anything
constexpr std::size_t longest_literal = 256;  ///< an address has got its scheme by then
constexpr std::string_view after_scheme = ":/?#";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// For messages and for names that are compared with ASCII ones.
char printable(char c) { return c > ' ' && c <= '~' ? c : '?'; }

void add_lower(std::string& name, char c) {
  if (name.size() < longest_name) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : printable(c);
}

}  // namespace

std::optional<MarkupProblem> MarkupContext::read(std::string_view text, std::size_t offset) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (now_.state == State::text) {  // most of a template
      at = text.find('<', at);
      if (at == std::string_view::npos) break;
      tag_offset_ = offset + at;
    }
    if (!step(text[at])) {
      problem_.offset = offset + at;
      return problem_;
    }
  }
  return std::nullopt;
}

bool MarkupContext::go_to(State state) {
  now_.state = state;
  return true;
}

bool MarkupContext::trouble(std::string found, std::string wanted) {
  problem_ = {0, std::move(found), std::move(wanted)};
  return false;
}

bool MarkupContext::step(char c) {
  using enum State;
  switch (now_.state) {
    case text: return go_to(c == '<' ? tag_open : text);
    case tag_open:
    case end_tag_open: return step_from_text(c);
    case tag_name:
    case end_tag:
    case gap: return step_in_tag(c);
    case between:
    case attribute_name:
    case after_attribute_name: return step_at_attribute(c);
    case before_value:
    case double_quoted:
    case single_quoted:
    case unquoted:
    case after_value: return step_in_value(c);
    case element_text:
    case element_tag_open:
    case element_end_name:
    case element_bang:
    case element_bang_dash: return step_in_element(c);
    case declaration_open:
    case declaration_dash:
    case declaration: return step_in_declaration(c);
    case comment_start:
    case comment_start_dash:
    case comment:
    case comment_dash:
    case comment_end:
    case comment_end_bang: return step_in_comment(c);
    case instruction:
    case instruction_end:
    case cdata:
    case cdata_bracket:
    case cdata_end: return step_in_xml(c);
  }
  return true;
}

bool MarkupContext::step_from_text(char c) {
  using enum State;
  const bool is_end = now_.state == end_tag_open;
  if (is_letter(c) || (c == '_' && syntax_ == MarkupSyntax::xml)) {
    now_.element.clear();
    add_lower(now_.element, c);
    return go_to(is_end ? end_tag : tag_name);
  }
  if (is_end) return trouble("</ without a name", "the name of the element that ends here");
  switch (c) {
    case '/': return go_to(end_tag_open);
    case '!': return go_to(declaration_open);
    case '?': return go_to(syntax_ == MarkupSyntax::xml ? instruction : declaration);
    case '<': return true;
    default: return go_to(text);
  }
}

bool MarkupContext::step_in_tag(char c) {
  using enum State;
  if (c == '>') return close_tag();
  if (c == '<') return trouble("< " + describe(), "> before it, or &lt; for the character itself");
  if (now_.state == end_tag) {
    return (c != '/' && c != '=' && c != '"' && c != '\'') || trouble("an end tag with more than a name", "</name>");
  }
  if (is_space(c) || c == '/') return go_to(between);
  if (now_.state == gap) {
    return trouble("after a section " + describe() + " there is no white space",
                   "white space between attributes, also where a section begins or ends");
  }
  if (c == '"' || c == '\'' || c == '=') return begin_attribute(c);
  add_lower(now_.element, c);
  return true;
}

bool MarkupContext::begin_attribute(char c) {
  if (!is_letter(c) && c != '_' && c != ':' && c != '@') {
    return trouble(std::string(1, printable(c)) + " " + describe() + ", where the name of an attribute should be",
                   R"(attributes as in name="value")");
  }
  now_.attribute.clear();
  now_.literal.clear();
  now_.has_value = false;
  add_lower(now_.attribute, c);
  return go_to(State::attribute_name);
}

bool MarkupContext::step_at_attribute(char c) {
  using enum State;
  if (c == '>') return close_tag();
  if (is_space(c)) return now_.state == between || go_to(after_attribute_name);
  if (c == '/') return go_to(between);
  if (now_.state == between) return begin_attribute(c);
  if (c == '=') return go_to(before_value);
  if (now_.state == after_attribute_name) return begin_attribute(c);
  if (c == '"' || c == '\'' || c == '<') return begin_attribute(c);
  add_lower(now_.attribute, c);
  return true;
}

bool MarkupContext::step_in_value(char c) {
  using enum State;
  switch (now_.state) {
    case before_value:
      if (is_space(c)) return true;
      if (c == '"') return go_to(double_quoted);
      if (c == '\'') return go_to(single_quoted);
      if (c == '>' || c == '<' || c == '=') {
        return trouble("the attribute " + now_.attribute + " has no value after =", "a value in quotes");
      }
      return go_to(unquoted) && add_literal(c);
    case double_quoted: return c == '"' ? go_to(after_value) : add_literal(c);
    case single_quoted: return c == '\'' ? go_to(after_value) : add_literal(c);
    case unquoted:
      if (c == '>') return close_tag();
      if (is_space(c)) return go_to(between);
      if (c == '"' || c == '\'' || c == '<') {
        return trouble(std::string(1, printable(c)) + " " + describe(), "a value in quotes");
      }
      return add_literal(c);
    default:
      if (c == '>') return close_tag();
      if (is_space(c) || c == '/') return go_to(between);
      return begin_attribute(c);
  }
}

bool MarkupContext::add_literal(char c) {
  if (c == ':') {
    const std::optional<std::string_view> before = address();
    const bool ends_scheme = before && before->find_first_of(after_scheme) == std::string_view::npos;
    if (ends_scheme && is_code_scheme(*before)) {
      return trouble("an address that is a script", "an address, and the script in js/");
    }
    if (ends_scheme && now_.has_value) {
      return trouble("a value may become the scheme of the address " + describe(),
                     "an address with a scheme of its own");
    }
  }
  if (now_.literal.size() < longest_literal) now_.literal += c;
  return true;
}

bool MarkupContext::close_tag() {
  const bool has_markup = syntax_ == MarkupSyntax::xml || now_.state == State::end_tag ||
                          (!is_title_element(now_.element) && !is_raw_element(now_.element));
  if (has_markup) now_.element.clear();
  return go_to(has_markup ? State::text : State::element_text);
}

bool MarkupContext::step_in_element(char c) {
  using enum State;
  switch (now_.state) {
    case element_text: return c != '<' || go_to(element_tag_open);
    case element_tag_open:
      now_.end_name.clear();
      if (c == '/') return go_to(element_end_name);
      if (c == '!') return go_to(element_bang);
      return c == '<' || go_to(element_text);
    case element_end_name:
      if (is_letter(c)) {
        add_lower(now_.end_name, c);
        return true;
      }
      if (now_.end_name == now_.element && (c == '>' || c == '/' || is_space(c))) {
        go_to(end_tag);
        return step_in_tag(c);
      }
      return go_to(c == '<' ? element_tag_open : element_text);
    case element_bang: return go_to(c == '-' ? element_bang_dash : c == '<' ? element_tag_open : element_text);
    default:
      // Browsers have rules of their own for where such a script ends.
      if (c == '-' && now_.element == "script") return trouble("<!-- in a script", "a script without it");
      return go_to(c == '<' ? element_tag_open : element_text);
  }
}

bool MarkupContext::step_in_declaration(char c) {
  using enum State;
  if (now_.state == declaration_open && c == '-') return go_to(declaration_dash);
  if (now_.state == declaration_dash && c == '-') return go_to(comment_start);
  if (now_.state == declaration_open && c == '[') {
    if (syntax_ == MarkupSyntax::xml) return go_to(cdata);
    return trouble("<![", "HTML, which has no CDATA");
  }
  return go_to(c == '>' ? text : declaration);
}

bool MarkupContext::step_in_comment(char c) {
  using enum State;
  if (c == '>' && (now_.state == comment_end || now_.state == comment_end_bang)) return go_to(text);
  if (c == '>' && syntax_ == MarkupSyntax::html && (now_.state == comment_start || now_.state == comment_start_dash)) {
    return go_to(text);  // browsers take <!--> and <!---> for whole comments
  }
  if (c == '!' && now_.state == comment_end && syntax_ == MarkupSyntax::html) return go_to(comment_end_bang);
  if (c != '-') return go_to(comment);
  switch (now_.state) {
    case comment_start: return go_to(comment_start_dash);
    case comment_start_dash:
    case comment_dash:
    case comment_end: return go_to(comment_end);
    default: return go_to(comment_dash);
  }
}

bool MarkupContext::step_in_xml(char c) {
  using enum State;
  switch (now_.state) {
    case instruction: return go_to(c == '?' ? instruction_end : instruction);
    case instruction_end: return go_to(c == '>' ? text : c == '?' ? instruction_end : instruction);
    case cdata: return go_to(c == ']' ? cdata_bracket : cdata);
    case cdata_bracket: return go_to(c == ']' ? cdata_end : cdata);
    default: return go_to(c == '>' ? text : c == ']' ? cdata_end : cdata);
  }
}

std::optional<std::string_view> MarkupContext::address() const {
  if (syntax_ == MarkupSyntax::xml) return std::nullopt;
  if (is_address_attribute(now_.attribute)) return now_.literal;
  if (now_.element == "meta" && now_.attribute == "content") return refresh_address(now_.literal);
  return std::nullopt;
}

MarkupContext::Place MarkupContext::place() const {
  if (now_.state == State::text) return Place::text;
  if (now_.state == State::element_text && is_title_element(now_.element)) return Place::title_text;
  if (!is_quoted()) return Place::elsewhere;
  if (syntax_ == MarkupSyntax::xml) return Place::attribute;
  if (is_code_attribute(now_.attribute)) return Place::elsewhere;
  const std::optional<std::string_view> literal = address();
  const bool is_start = literal && literal->find_first_of(after_scheme) == std::string_view::npos;
  return is_start ? Place::address_start : Place::attribute;
}

void MarkupContext::pass_value() { now_.has_value = is_quoted(); }

void MarkupContext::open_section() {
  using enum State;
  switch (now_.state) {
    case tag_name:
    case attribute_name:
    case after_value: go_to(gap); break;
    case after_attribute_name: go_to(between); break;
    default: break;
  }
  sections_.push_back(now_);
}

std::optional<MarkupProblem> MarkupContext::close_section(std::size_t offset) {
  using enum State;
  Position begun = std::move(sections_.back());
  sections_.pop_back();
  const State end = now_.state;
  const bool is_in_value = is_quoted() || end == unquoted || end == before_value;
  const bool is_same = end == begun.state && now_.element == begun.element &&
                       (!is_in_value || now_.attribute == begun.attribute) &&
                       (end != element_end_name || now_.end_name == begun.end_name);
  if (is_same) {
    // What stands in the section may be missing: then less of an address has been seen.
    begun.has_value |= now_.has_value;
    now_ = std::move(begun);
    return std::nullopt;
  }
  const bool is_whole_attribute = end == between || end == after_value || end == gap || end == after_attribute_name;
  const bool is_between = begun.state == between && is_whole_attribute;
  const bool is_gap = begun.state == gap && (is_whole_attribute || end == attribute_name);
  if (now_.element == begun.element && (is_between || is_gap)) {
    go_to(is_gap || end == after_value || end == gap ? gap : between);
    return std::nullopt;
  }
  const std::string place = describe();
  now_ = std::move(begun);
  return MarkupProblem{offset, "the section began " + describe() + " and ends " + place,
                       "a section that leaves tags and quotes as it found them"};
}

std::optional<MarkupProblem> MarkupContext::end() const {
  if (now_.state == State::text) return std::nullopt;
  return MarkupProblem{tag_offset_, "the template ends " + describe(),
                       "an end in text, with all tags and quotes closed"};
}

std::string MarkupContext::describe() const {
  using enum State;
  switch (now_.state) {
    case text: return "in text";
    case tag_open:
    case end_tag_open: return "in the name of an element";
    case end_tag: return "in an end tag";
    case attribute_name: return "in the name of an attribute";
    case double_quoted:
    case single_quoted: return "in the attribute " + now_.attribute;
    case before_value:
    case unquoted: return "in the attribute " + now_.attribute + " without quotes";
    case element_text:
    case element_bang:
    case element_bang_dash: return "inside <" + now_.element + ">";
    case element_tag_open:
    case element_end_name: return "in what may end <" + now_.element + ">";
    case declaration_open:
    case declaration_dash:
    case declaration: return "inside <!…>";
    case comment_start:
    case comment_start_dash:
    case comment:
    case comment_dash:
    case comment_end:
    case comment_end_bang: return "in a comment";
    case instruction:
    case instruction_end: return "inside <?…?>";
    case cdata:
    case cdata_bracket:
    case cdata_end: return "inside <![CDATA[…]]>";
    default: return "inside the tag <" + now_.element + ">";
  }
}

}  // namespace hindsight
