#pragma once

#include <vector>

#include "adopt/causes.hpp"
#include "adopt/document_clock.hpp"

namespace hindsight {

/// What failed, by name: as a label lists it, else what title, summary and impact say was down, unavailable or slow
/// ("the checkout API was unavailable", "www.example.org"). At most three.
std::vector<SaidPhrase> find_services(const DocumentText& document);

}  // namespace hindsight
