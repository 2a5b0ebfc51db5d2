#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What must never be in HTML that Hindsight writes, looked for with a foreign HTML parser and lists of its own: an
/// oracle for tests and fuzzing that shares nothing with the code it judges.
namespace hindsight::oracle {

enum class Scope {
  body,  ///< what Markdown became: a few elements, each with a few attributes
  page,  ///< a whole page: the theme's elements as well, and its policies
};

/// One sentence for each thing that is not on the lists: an element, an attribute, an address, a script, a style, a
/// missing policy. Empty for HTML that runs nothing.
std::vector<std::string> find_active_content(std::string_view html, Scope scope);

/// Whether a browser would follow `url` to a place that is on the list: http, https, mailto, tel, a relative path or a
/// fragment.
bool is_allowed_address(std::string_view url);

}  // namespace hindsight::oracle
