#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "build.hpp"

namespace hindsight {

/// Where new front matter goes in a file, and what it is.
struct Adoption {
  std::string before;              ///< the file's bytes
  std::size_t offset = 0;          ///< where the lines go
  std::vector<std::string> lines;  ///< with fences where the file has none; empty: there is nothing to add
};

/// What would be added to a file so that it states what was inferred from it.
Adoption adoption_of(const std::filesystem::path& file, const ReadDocument& document);

/// The file with the lines in place; the rest keeps every byte.
std::string apply(const Adoption& adoption);

/// A unified diff, as `patch` and `git apply` take it.
std::string diff_of(const std::string& name, const Adoption& adoption);

/// Replaces a file as a whole: a write that fails leaves the old one. Throws Fatal.
void replace_file(const std::filesystem::path& file, const std::string& bytes);

}  // namespace hindsight
