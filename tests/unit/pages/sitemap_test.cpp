#include <doctest/doctest.h>

#include "base/text.hpp"
#include "pages/feeds.hpp"

namespace hindsight {
namespace {

std::vector<Page> sitemap_of(std::size_t count, std::vector<std::string>& texts) {
  Site site;
  site.config.base_url = "https://postmortems.example.org/";
  const Attachments attachments;
  Diagnostics diagnostics;
  const Theme theme("no-theme", diagnostics);
  const SiteSearch search;
  const Publication publication{site, attachments, theme, Edition::internal, {}, {}, search};
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < count; ++i) paths.push_back("incidents/" + std::to_string(i) + ".html");
  std::vector<Page> pages = sitemap_pages(publication, paths);
  for (const Page& page : pages) texts.push_back(page.make());
  return pages;
}

std::ptrdiff_t addresses(const std::string& text) {
  return static_cast<std::ptrdiff_t>(split(replace_all(text, "<loc>", "|"), '|').size()) - 1;
}

}  // namespace

TEST_CASE("sitemap: a large site's is in parts that the first file leads to") {
  std::vector<std::string> texts;
  const std::vector<Page> one = sitemap_of(50'000, texts);
  CHECK(one.size() == 1);
  CHECK(addresses(texts[0]) == 50'000);
  texts.clear();
  const std::vector<Page> parts = sitemap_of(100'001, texts);
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].path == "sitemap-1.xml");
  CHECK(parts[3].path == "sitemap.xml");
  CHECK(addresses(texts[0]) == 50'000);
  CHECK(addresses(texts[2]) == 1);
  CHECK(texts[3].find("<sitemap><loc>https://postmortems.example.org/sitemap-3.xml</loc></sitemap>") !=
        std::string::npos);
}

}  // namespace hindsight
