#include "pages/routes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/hash.hpp"

namespace hindsight {
namespace {

constexpr std::string_view incidents_folder = "incidents/";
constexpr std::string_view page_ending = ".html";

std::string folder_name(TermKind kind) {
  constexpr std::array<const char*, all_term_kinds.size()> names = {"triggers",   "root-causes", "services",
                                                                    "severities", "teams",       "tags"};
  return names[index_of(kind)];
}

}  // namespace

namespace routes {

std::string incident(const Postmortem& postmortem) {
  std::string path(incidents_folder);
  path.append(postmortem.id).append(page_ending);
  return path;
}
std::string year(int year) { return "years/" + std::to_string(year) + ".html"; }
std::string term_index(TermKind kind) { return folder_name(kind) + ".html"; }
std::string term(const Term& term) { return folder_name(term.kind) + "/" + term.slug + ".html"; }
std::string service_feed(const Term& service) { return "services/" + service.slug + ".xml"; }
std::string list_part(std::string_view first, std::size_t number) {
  if (number <= 1) return std::string(first);
  const std::size_t dot = first.rfind('.');
  return fmt::format("{}.{}{}", first.substr(0, dot), number, first.substr(dot));
}
std::string sitemap_part(std::size_t number) { return "sitemap-" + std::to_string(number) + ".xml"; }

std::string search_piece(std::string_view kind, std::size_t number) {
  return "search/" + std::string(kind) + "-" + std::to_string(number) + ".js";
}
std::string attachment(std::string_view content_path) { return "files/" + std::string(content_path); }

std::string asset(std::string_view theme_path, std::string_view content) {
  const std::string_view name = theme_path.substr(theme_path.rfind('/') + 1);
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  return fmt::format("assets/{}.{:08x}{}", name.substr(0, dot), hash64(content) >> 32, name.substr(dot));
}

}  // namespace routes

Urls::Urls(std::string_view path) {
  const auto depth = std::ranges::count(path, '/');
  for (auto level = depth; level > 0; --level) prefix_ += "../";
}

Urls Urls::absolute(const std::string& base_url) {
  Urls urls;
  urls.prefix_ = base_url;
  return urls;
}

std::string Urls::to(std::string_view path, std::string_view fragment) const {
  std::string url;
  url.reserve(prefix_.size() + path.size() + 1 + fragment.size());
  url += prefix_;
  append_url_path(url, path);
  if (!fragment.empty()) append_url_path(url += '#', fragment);
  return url;
}

std::string Urls::to_incident(const Postmortem& postmortem, std::string_view fragment) const {
  std::string url;
  url.reserve(prefix_.size() + incidents_folder.size() + postmortem.id.size() + page_ending.size() + 1 +
              fragment.size());
  url.append(prefix_).append(incidents_folder).append(postmortem.id).append(page_ending);  // an id needs no escapes
  if (!fragment.empty()) append_url_path(url += '#', fragment);
  return url;
}

}  // namespace hindsight
