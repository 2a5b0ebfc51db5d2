#pragma once

#include <string>
#include <vector>

#include "markdown/outline.hpp"

namespace hindsight {

/// What one column of a timeline table holds.
enum class TimelineColumn { time, event, detail };

/// By the words of the header, else by content: the first column, and the column behind.
std::vector<TimelineColumn> timeline_columns(const Block& table);

/// The time cells of a row, joined: a table may have its day and its clock in two columns.
std::string time_text(const Block& row, const std::vector<TimelineColumn>& columns);

/// The header's words for a column; may be empty.
std::string header_of(const Block& table, std::size_t column);

}  // namespace hindsight
