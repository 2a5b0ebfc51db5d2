#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "model/attachments.hpp"

namespace hindsight {

/// Judges files by their type: images, text, data and archives may be copied into a site; what a browser would run as a
/// page or script may not, nor images of more than `most_image_bytes`. `paths` are below `content`.
Attachments judge_attachments(const std::filesystem::path& content, const std::vector<std::string>& paths,
                              std::uintmax_t most_image_bytes);

}  // namespace hindsight
