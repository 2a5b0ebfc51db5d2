#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/attachments.hpp"

namespace hindsight {

/// The documents that pages can name, with a finding for each that is left out or that other systems can't hold.
/// `folder` stands before the paths in messages.
std::vector<std::string> usable_documents(std::vector<std::string> documents, const std::string& folder,
                                          Diagnostics& diagnostics);

/// The attachments, with those refused that are no regular files or whose names no link can carry.
Attachments refuse_unusable(Attachments attachments, const std::vector<FolderEntry>& special);

}  // namespace hindsight
