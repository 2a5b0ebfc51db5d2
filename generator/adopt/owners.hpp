#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hindsight {

/// The people or team that a label names, without remarks: "**RK - for planning**" gives "RK". nullopt if the words are
/// no names: a heading of a group ("Short term"), a sentence, a field's name.
std::optional<std::string> owner_named(std::string_view label);

/// As above, but only what can be nothing else than a person: initials (RK) or a handle (@name).
std::optional<std::string> initials_named(std::string_view label);

/// An owner at an edge of an item's text, and the text without it: "RK: do x", "@name do x", "do x (RK)", "do x -
/// @name", "do x (owner: name)", "[name] do x".
struct OwnedText {
  std::string owner;
  std::string text;
};

std::optional<OwnedText> take_owner(std::string_view text);

}  // namespace hindsight
