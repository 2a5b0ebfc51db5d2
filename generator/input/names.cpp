#include "input/names.hpp"

#include "base/names.hpp"
#include "base/unicode.hpp"

namespace hindsight {

std::vector<std::string> usable_documents(std::vector<std::string> documents, const std::string& folder,
                                          Diagnostics& diagnostics) {
  std::erase_if(documents, [&](const std::string& path) {
    const auto problem = problem_of_name(path);
    if (!problem) return false;
    diagnostics.add(Rule::file_name, {folder + repair_utf8(path), 0, 0}, "the file's name holds " + *problem,
                    "a name of letters, digits and signs", "rename the file");
    return true;
  });
  for (const std::string& path : documents) {
    if (const auto problem = portability_problem(path)) {
      diagnostics.add(Rule::name_not_portable, {folder + path, 0, 0}, *problem, "a name for every system");
    }
  }
  return documents;
}

Attachments refuse_unusable(Attachments attachments, const std::vector<FolderEntry>& special) {
  for (auto& [path, refusal] : attachments.refusals) {
    if (const auto problem = problem_of_name(path)) refusal = "its name holds " + *problem;
  }
  for (const auto& [path, kind] : special) {
    attachments.refusals.insert_or_assign(path, std::string(kind_text(kind)) + " is not followed");
  }
  for (const auto& [path, refusal] : attachments.refusals) attachments.by_folded_name.emplace(fold_name(path), path);
  return attachments;
}

}  // namespace hindsight
