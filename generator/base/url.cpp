#include "base/url.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::array schemes = std::to_array<AllowedScheme>({
    {"http", UrlKind::web, "a page on another host; opened without referrer or opener"},
    {"https", UrlKind::web, "the same"},
    {"mailto", UrlKind::contact, "whom to write to"},
    {"tel", UrlKind::contact, "whom to call"},
});

std::string as_browser_sees_it(std::string_view url) {
  std::string result;
  for (const char c : url) {
    if (c != '\t' && c != '\n' && c != '\r') result.push_back(c);
  }
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!result.empty() && is_blank(result.back())) result.pop_back();
  result.erase(result.begin(), std::ranges::find_if_not(result, is_blank));
  return result;
}

/// The scheme in lower case, or "" if the address has none.
std::string scheme_of(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#\\");
  if (end == std::string_view::npos || url[end] != ':' || end == 0 || !is_letter(url.front())) return {};
  const std::string_view scheme = url.substr(0, end);
  const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  return std::ranges::all_of(scheme, allowed) ? to_lower_ascii(scheme) : std::string();
}

bool starts_with_web_scheme(std::string_view text) {
  return starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://");
}

}  // namespace

std::span<const AllowedScheme> allowed_schemes() { return schemes; }

UrlKind classify_url(std::string_view text) {
  const std::string url = as_browser_sees_it(text);
  if (url.empty()) return UrlKind::empty;
  if (url.front() == '#') return UrlKind::fragment;
  if (url.find('\\') != std::string::npos || url.starts_with("//")) return UrlKind::blocked;
  const std::string scheme = scheme_of(url);
  if (const auto* allowed = std::ranges::find(schemes, scheme, &AllowedScheme::scheme); allowed != schemes.end()) {
    const bool has_host = starts_with_web_scheme(url) && !host_of(url).empty();
    return allowed->kind == UrlKind::web && !has_host ? UrlKind::blocked : allowed->kind;
  }
  // A colon in the first segment would be a scheme to some reader, even where ours sees none.
  const bool odd = url.substr(0, url.find_first_of("/?#")).find(':') != std::string::npos;
  return scheme.empty() && !odd ? UrlKind::relative : UrlKind::blocked;
}

std::string encode_url(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view safe = "-._~:/?#[]@!$&()*+,;=%";
  std::string result;
  for (const char c : as_browser_sees_it(text)) {
    if (is_letter(c) || is_digit(c) || safe.find(c) != std::string_view::npos) {
      result.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result.push_back('%');
    result.push_back(digits[byte >> 4]);
    result.push_back(digits[byte & 15]);
  }
  return result;
}

std::string_view host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  url.remove_prefix(begin + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t user = url.rfind('@');
  return user == std::string_view::npos ? url : url.substr(user + 1);
}

std::size_t bare_url_length(std::string_view text) {
  if (!starts_with_web_scheme(text)) return 0;
  std::size_t end = 0;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20 &&
         std::string_view("<>\"`|").find(text[end]) == std::string_view::npos) {
    ++end;
  }
  while (end > 0) {
    const char last = text[end - 1];
    const std::string_view url = text.substr(0, end);
    const bool unopened = last == ')' && std::ranges::count(url, ')') > std::ranges::count(url, '(');
    const bool punctuation = std::string_view(".,;:!?'*_~]").find(last) != std::string_view::npos;
    if (!unopened && !punctuation) break;
    --end;
  }
  return host_of(text.substr(0, end)).empty() ? 0 : end;
}

}  // namespace hindsight
