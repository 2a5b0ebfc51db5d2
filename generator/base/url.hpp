#pragma once

#include <span>
#include <string>
#include <string_view>

/// The one allow-list for addresses that come from content: links, images, tickets, sources.
namespace hindsight {

enum class UrlKind {
  empty,
  fragment,  ///< "#name"
  relative,  ///< a path inside the content folder, perhaps with a fragment
  web,       ///< http or https
  contact,   ///< mailto or tel
  blocked,   ///< any other scheme, "//host", backslashes
};

/// A scheme that addresses may have, and why. All others are blocked.
struct AllowedScheme {
  std::string_view scheme;
  UrlKind kind;
  std::string_view why;
};

std::span<const AllowedScheme> allowed_schemes();

/// What a browser would make of `url`: it ignores control characters and white space around, and tabs and line ends
/// inside, so these are dropped before looking.
UrlKind classify_url(std::string_view url);

/// `url` with everything that has no place in an address percent-encoded (existing escapes stay). Not HTML-escaped.
std::string encode_url(std::string_view url);

/// The host of a web address: "example.org".
std::string_view host_of(std::string_view url);

/// The length of the web address at the front of `text`, as people write them in prose: without the full stop, comma or
/// unopened bracket behind it. 0 if there is none.
std::size_t bare_url_length(std::string_view text);

}  // namespace hindsight
