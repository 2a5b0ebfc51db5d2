#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace hindsight {

/// The compound tokens of texts as they are typed ("wl-deployer_api", "TIS21-6637", "10.0.0.1:5432") and the parts of
/// them that splitting at white space and hyphens would not give ("deployer", "error" and "ECONNREFUSED" of
/// "error=ECONNREFUSED", "Connection" and "Exception" of "ConnectionException"). Each once, in the order of the texts.
/// They are meant for a field of whole tokens: a plain Lunr index then finds identifiers as typed.
std::vector<std::string> identifiers(std::initializer_list<std::string_view> texts);

}  // namespace hindsight
