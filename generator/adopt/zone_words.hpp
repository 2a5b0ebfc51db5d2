#pragma once

#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace re2 {
class StringPiece;
}

namespace hindsight {

/// A zone as people write it.
struct ZoneWord {
  TimeZone zone;
  /// What the abbreviation means to the letter, for a time whose day is unknown. None for "Pacific" and the like.
  std::optional<seconds> offset;
};

/// A zone at the front of `text`, which moves behind it: PST, (UTC), UTC-4, +02:00, Z.
std::optional<ZoneWord> consume_zone(re2::StringPiece& text);

/// What `text` says about the zone of the times around it: "all times UTC", "Timeline (times in CEST)", "Time (EAT)",
/// "12:00 PM (UTC-4)", "US/Pacific", "Greenwich". Abbreviations count in capitals and as whole words only; those that
/// mean several zones (IST, CST in China) are read as the commonest or not at all.
std::optional<ZoneWord> find_zone(std::string_view text);

}  // namespace hindsight
