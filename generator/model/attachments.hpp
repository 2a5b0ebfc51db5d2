#pragma once

#include <map>
#include <string>

namespace hindsight {

/// The files of the content folder that are no postmortems, by path below it. Postmortems link to them; those that are
/// linked are copied into the site.
struct Attachments {
  /// Empty: may be copied. Else why it must not be: "could run script".
  std::map<std::string, std::string, std::less<>> refusals;
  std::map<std::string, std::string, std::less<>> by_folded_name;  ///< fold_name() of a path, to the path

  bool contains(std::string_view path) const { return refusals.contains(path); }
};

}  // namespace hindsight
