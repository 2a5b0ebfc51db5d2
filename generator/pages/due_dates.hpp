#pragma once

#include <string>
#include <string_view>

#include "pages/publication.hpp"

namespace hindsight {

/// The due dates of open action items as an iCalendar file (RFC 5545): an event of a whole day each, which blocks
/// nobody's time. (Few calendars import to-dos.)
Page due_dates_page(const Publication& publication);

/// A content line of iCalendar: `text` escaped, folded so that no line exceeds 75 bytes or cuts a character.
std::string ical_line(std::string_view name, std::string_view text);

}  // namespace hindsight
