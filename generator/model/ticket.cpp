#include "model/ticket.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "base/url.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_label = 40;

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// "PROJECT-123".
bool is_key(std::string_view text) {
  const std::size_t dash = text.rfind('-');
  if (dash == std::string_view::npos || dash == 0 || !is_number(text.substr(dash + 1))) return false;
  return std::ranges::all_of(text.substr(0, dash), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); });
}

/// The parts of the address behind the host: "o/r/issues/12" gives four.
std::vector<std::string_view> path_parts(std::string_view url) {
  const std::string_view host = host_of(url);
  std::string_view path = url.substr(static_cast<std::size_t>(host.data() + host.size() - url.data()));
  path = path.substr(0, path.find_first_of("?#"));
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(path, '/')) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

}  // namespace

Ticket ticket_at(const std::string& url, std::string_view link_text) {
  const std::vector<std::string_view> parts = path_parts(url);
  const bool is_forge = parts.size() >= 4 && is_number(parts[parts.size() - 1]) &&
                        (parts[parts.size() - 2] == "issues" || parts[parts.size() - 2] == "pull" ||
                         parts[parts.size() - 2] == "merge_requests");
  if (is_forge) {
    const std::string project = std::string(parts[0]) + "/" + std::string(parts[1]);
    return {url, project + (parts[parts.size() - 2] == "merge_requests" ? "!" : "#") + std::string(parts.back())};
  }
  if (!parts.empty() && is_key(parts.back())) return {url, std::string(parts.back())};
  const std::string_view text = trim(link_text);
  const bool says_nothing = text.empty() || bare_url_length(text) > 0;
  return {url, says_nothing ? std::string(host_of(url)) : shorten(text, longest_label)};
}

}  // namespace hindsight
