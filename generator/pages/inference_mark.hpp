#pragma once

#include <string>

#include "model/proposal.hpp"
#include "render/view.hpp"

namespace hindsight {

/// The discreet mark behind a value that was read from the text, with its evidence.
void add_inference_mark(View& fact, const Evidence& evidence, const std::string& quality_url);

}  // namespace hindsight
