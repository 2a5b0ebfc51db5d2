#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace hindsight {

/// A name of the theme's contract as a number: a hash whose lowest bit says whether the name is one of markup. What a
/// page sets and what a template asks for meet by comparing two numbers. (Two of a thousand names are taken for one
/// with a probability of 1 in 10^13.)
using NameId = std::uint64_t;

/// The number of a name, made by the compiler where the name is a literal.
class Name {
 public:
  template <std::size_t Size>
  consteval Name(const char (&literal)[Size]) : Name(Text{{literal, Size - 1}}) {}

  template <std::convertible_to<std::string_view> Other>
  requires(!std::is_array_v<Other>) constexpr Name(const Other& text) : Name(Text{text}) {}

  constexpr NameId id() const { return id_; }

  /// The number of "has_" with the name after it.
  constexpr NameId has_id() const { return has_id_; }

  /// Whether the name ends in _html: its value is markup.
  constexpr bool is_markup() const { return (id_ & 1) != 0; }

 private:
  struct Text {
    std::string_view text;
  };

  constexpr explicit Name(Text name)
      : id_(marked(hash(start, name.text), name.text)),
        has_id_(marked(hash(hash(start, "has_"), name.text), name.text)) {}

  /// FNV-1a, which can go on from where it was with an earlier text.
  static constexpr std::uint64_t hash(std::uint64_t state, std::string_view text) {
    for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return state;
  }

  static constexpr NameId marked(std::uint64_t hash, std::string_view text) {
    return (hash & ~NameId{1}) | (text.ends_with("_html") ? 1U : 0U);
  }

  static constexpr std::uint64_t start = 0xcbf29ce484222325;

  NameId id_;
  NameId has_id_;
};

}  // namespace hindsight
