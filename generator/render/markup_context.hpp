#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hindsight {

enum class MarkupSyntax { html, xml };

/// What does not fit where it stands.
struct MarkupProblem {
  std::size_t offset = 0;
  std::string found;
  std::string wanted;
};

/// Where in a page a template's reader stands: it reads the template's own text as a browser would, byte by byte, so
/// that each value can be escaped for its place. Values never change the place. A section has to leave it as it found
/// it, because it may be shown several times or not at all.
class MarkupContext {
 public:
  explicit MarkupContext(MarkupSyntax syntax) : syntax_(syntax) {}

  enum class Place {
    text,
    title_text,     ///< of an element that holds no markup: title, textarea
    attribute,      ///< the quoted value of one
    address_start,  ///< in an attribute that is an address, whose scheme the value could bring
    elsewhere,      ///< no place for a value
  };

  /// `offset` is where the text begins in its template.
  std::optional<MarkupProblem> read(std::string_view text, std::size_t offset);

  Place place() const;

  /// A value stands here, in one of the places for them.
  void pass_value();

  void open_section();
  std::optional<MarkupProblem> close_section(std::size_t offset);

  /// A template ends in text.
  std::optional<MarkupProblem> end() const;

  /// The place in words: "inside the tag <p>".
  std::string describe() const;

 private:
  enum class State : std::uint8_t {
    text,
    tag_open,  ///< after <
    end_tag_open,
    tag_name,
    end_tag,
    gap,      ///< in a tag where only white space, / or > may come: after a section that may end in anything
    between,  ///< in a tag, where a name of an attribute may begin
    attribute_name,
    after_attribute_name,
    before_value,
    double_quoted,
    single_quoted,
    unquoted,
    after_value,
    element_text,  ///< in an element without markup inside
    element_tag_open,
    element_end_name,
    element_bang,
    element_bang_dash,
    declaration_open,  ///< after <!
    declaration_dash,
    declaration,
    comment_start,
    comment_start_dash,
    comment,
    comment_dash,
    comment_end,  ///< after --
    comment_end_bang,
    instruction,  ///< XML: after <?
    instruction_end,
    cdata,
    cdata_bracket,
    cdata_end,
  };

  struct Position {
    State state = State::text;
    bool has_value = false;  ///< in this attribute, before this place
    std::string element;     ///< whose tag or text this is, in lower case
    std::string attribute;
    std::string end_name;  ///< in an element without markup: the name of what may be its end
    std::string literal;   ///< the attribute's text so far, without values; its beginning if that is long
  };

  /// Takes one byte to the next state; false if it can't stand there, with trouble() called.
  bool step(char c);
  bool step_from_text(char c);
  bool step_in_tag(char c);
  bool step_at_attribute(char c);
  bool step_in_value(char c);
  bool step_in_element(char c);
  bool step_in_declaration(char c);
  bool step_in_comment(char c);
  bool step_in_xml(char c);

  bool go_to(State state);
  bool close_tag();
  bool begin_attribute(char c);
  bool add_literal(char c);
  bool trouble(std::string found, std::string wanted);

  /// The literal part of the address that the attribute is, or has got to.
  std::optional<std::string_view> address() const;
  bool is_quoted() const { return now_.state == State::double_quoted || now_.state == State::single_quoted; }

  MarkupSyntax syntax_;
  Position now_;
  std::size_t tag_offset_ = 0;      ///< of the last < that began a tag
  std::vector<Position> sections_;  ///< how each open one began
  MarkupProblem problem_;
};

}  // namespace hindsight
