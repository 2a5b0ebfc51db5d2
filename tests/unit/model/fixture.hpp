#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/postmortem.hpp"

namespace hindsight {

/// A time in UTC, as front matter would state it.
inline std::optional<Moment> at(std::string_view text) {
  const ScannedTime scanned = scan_time(text);
  return scanned.time ? resolve(*scanned.time, TimeZone()).moment : std::nullopt;
}

/// An incident from `start` to `end` (either may be empty).
inline Postmortem incident(const std::string& id, std::string_view start, std::string_view end = {}) {
  Postmortem postmortem;
  postmortem.id = id;
  postmortem.title = "Incident " + id;
  postmortem.path = id + ".md";
  postmortem.file = "content/" + id + ".md";
  postmortem.time(Milestone::started) = at(start);
  postmortem.time(Milestone::resolved) = at(end);
  return postmortem;
}

}  // namespace hindsight
