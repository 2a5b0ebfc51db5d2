#pragma once

#include <optional>
#include <string_view>

#include "base/time.hpp"

namespace re2 {
class StringPiece;
}

namespace hindsight {

/// What the document says elsewhere, for dates that are written short.
struct DateHints {
  std::optional<int> year;   ///< of "June 13"
  std::optional<Date> near;  ///< tells 04/06/2026 from 06/04/2026
};

/// A date at the front of `text`, which moves behind it: 2024-05-02, 2024/5/2, Oct 15, 2024, October-27-2022, 28
/// January 2021, 20. January, 02.05.2024; 04/06/2026 only if one reading is possible or near to what the hints say.
std::optional<Date> consume_date(re2::StringPiece& text, const DateHints& hints = {});

/// Whether there may be a date in `text` that says its year: cheap, for all the texts with other numbers.
bool may_hold_whole_date(std::string_view text);

/// The first date in `text`, in any of the forms above.
std::optional<Date> find_date(std::string_view text, const DateHints& hints = {});

}  // namespace hindsight
