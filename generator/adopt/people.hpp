#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adopt/document_clock.hpp"

namespace hindsight {

/// The names in a list of people: separated by commas, "and", line ends or mentions; without mail addresses and jobs.
std::vector<std::string> names_in(std::string_view text);

/// Who wrote the document, as a label, a section or a line "By …" says. Speakers and responders are not.
std::vector<Said<std::string>> find_authors(const DocumentText& document);

}  // namespace hindsight
