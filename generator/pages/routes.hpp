#pragma once

#include <string>
#include <string_view>

#include "model/site.hpp"

/// Every address of the site is made here. A path is an output file below the site's root, with / between parts; a URL
/// is what a page writes to get there.
namespace hindsight::routes {

inline constexpr std::string_view home = "index.html";
inline constexpr std::string_view incidents = "incidents.html";
inline constexpr std::string_view actions = "actions.html";
inline constexpr std::string_view metrics = "metrics.html";
inline constexpr std::string_view closed_actions = "actions-closed.html";
inline constexpr std::string_view actions_not_stated = "actions-not-stated.html";
inline constexpr std::string_view actions_feed = "actions.xml";
inline constexpr std::string_view actions_calendar = "actions.ics";
inline constexpr std::string_view about = "about.html";
inline constexpr std::string_view quality = "quality.html";
inline constexpr std::string_view not_found = "404.html";
inline constexpr std::string_view feed = "feed.xml";
inline constexpr std::string_view sitemap = "sitemap.xml";
inline constexpr std::string_view incidents_json = "data/incidents.json";
inline constexpr std::string_view incidents_csv = "data/incidents.csv";
inline constexpr std::string_view actions_json = "data/actions.json";
inline constexpr std::string_view actions_csv = "data/actions.csv";
inline constexpr std::string_view metrics_json = "data/metrics.json";
inline constexpr std::string_view metrics_csv = "data/metrics.csv";
inline constexpr std::string_view search = "search.html";
inline constexpr std::string_view search_manifest = "search/manifest.js";
inline constexpr std::string_view lunr_index = "search/lunr-index.json";
inline constexpr std::string_view postmortem_schema = "schema/postmortem.schema.json";
inline constexpr std::string_view site_schema = "schema/site.schema.json";

std::string incident(const Postmortem& postmortem);
std::string year(int year);
std::string term_index(TermKind kind);
std::string term(const Term& term);
std::string service_feed(const Term& service);

/// Page `number` of the list that begins at `first`: "years/2025.html" goes on at "years/2025.2.html". No slug, id or
/// year has a full stop before digits, so that no other page is there.
std::string list_part(std::string_view first, std::size_t number);

/// Part `number` of a sitemap, counted from 1: "sitemap-1.xml".
std::string sitemap_part(std::size_t number);

/// A piece of the search index: "terms", "vocabulary", "words", "facets" or "incident", counted from 0.
std::string search_piece(std::string_view kind, std::size_t number);
std::string attachment(std::string_view content_path);

/// An asset of the theme, with its content's hash in the name: hosts may let browsers keep it for ever.
std::string asset(std::string_view theme_path, std::string_view content);

}  // namespace hindsight::routes

namespace hindsight {

/// Makes the URLs of one page.
class Urls {
 public:
  /// For a page at `path`.
  explicit Urls(std::string_view path);

  /// For a page that may be shown at any depth: addresses begin with `base_url`.
  static Urls absolute(const std::string& base_url);

  /// The URL of the file at `path`, percent-encoded. `fragment` is an id, without #.
  std::string to(std::string_view path, std::string_view fragment = {}) const;

  /// The URL of an incident's page: the same as that of routes::incident(), which pages ask for most.
  std::string to_incident(const Postmortem& postmortem, std::string_view fragment = {}) const;

 private:
  Urls() = default;

  std::string prefix_;
};

}  // namespace hindsight
