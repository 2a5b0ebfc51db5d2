#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostics.hpp"
#include "render/template.hpp"
#include "render/view.hpp"

namespace hindsight {

/// The templates and assets of a site: the built-in theme, with a user's files in place of those of the same name.
class Theme {
 public:
  /// `folder` is the user's theme (it need not exist). A template that can't be used is a diagnostic with its line.
  Theme(const std::filesystem::path& folder, Diagnostics& diagnostics);

  /// The page that a template makes of a view. Safe to call from several threads at once.
  std::string render(Name template_file, const View& view) const;

  /// Style sheets, scripts and images by their path in the theme: "css/hindsight.css".
  const std::map<std::string, std::string>& assets() const { return assets_; }

  /// Templates by file name, as written.
  const std::map<std::string, std::string>& templates() const { return templates_; }

 private:
  void read_files(const std::filesystem::path& folder, Diagnostics& diagnostics);
  void compile(const std::filesystem::path& folder, Diagnostics& diagnostics);

  Templates compiled_;
  std::map<std::string, std::string> templates_;
  std::map<std::string, std::string> assets_;
};

}  // namespace hindsight
