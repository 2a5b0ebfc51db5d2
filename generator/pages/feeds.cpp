#include "pages/feeds.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/action_data.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

constexpr std::size_t entries_shown = 50;
constexpr std::size_t longest_summary = 600;

/// A stable identifier (RFC 9562, version 8: the bits are ours) for a name: entries keep it when the site moves.
std::string uuid_of(std::string_view name) {
  const std::uint64_t high = (hash64(name) & 0xffffffffffff0fff) | 0x8000;
  const std::uint64_t low = (hash64(std::string(name) + "\n") & 0x3fffffffffffffff) | 0x8000000000000000;
  return fmt::format(FMT_COMPILE("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}"), high >> 32, (high >> 16) & 0xffff,
                     high & 0xffff, low >> 48, low & 0xffffffffffff);
}

/// The last thing that is known to have happened.
Instant updated_at(const Site& site, const Postmortem& postmortem) {
  Instant latest{};
  for (const Milestone milestone : all_milestones) {
    if (postmortem.time(milestone)) latest = std::max(latest, postmortem.time(milestone)->at);
  }
  return latest == Instant{} ? Instant(site.today) : latest;
}

std::string summary_of(const Postmortem& postmortem) {
  const Prose& prose = postmortem.summary.empty() ? postmortem.impact : postmortem.summary;
  return prose.empty() ? "No summary recorded." : shorten(prose.text, longest_summary);
}

struct Feed {
  std::string path;
  std::string title;
  std::string home;  ///< path of the page it belongs to
  std::vector<std::size_t> incidents;
};

void add_entry(View& view, const Site& site, std::size_t index, const Urls& urls) {
  const Postmortem& postmortem = site.corpus.postmortems[index];
  View entry = view.add("entry");
  entry.set("title", postmortem.title)
      .set("id", uuid_of(site.config.title + "\n" + postmortem.id))
      .set("url", urls.to_incident(postmortem))
      .set("updated", format_iso(updated_at(site, postmortem)))
      .set("summary", summary_of(postmortem));
  if (const auto& start = postmortem.time(Milestone::started)) entry.set_if("published", format_iso(start->at));
  for (const std::size_t term : site.terms_of[index][index_of(TermKind::service)]) {
    entry.add("category").set("term", site.taxonomy(TermKind::service).terms[term].name);
  }
}

std::string feed_text(const Publication& publication, const Feed& feed) {
  const Site& site = publication.site;
  const std::string& base = site.config.base_url;
  const Urls urls = base.empty() ? Urls(feed.path) : Urls::absolute(base);
  Instant updated{};
  for (const std::size_t index : feed.incidents)
    updated = std::max(updated, updated_at(site, site.corpus.postmortems[index]));
  View view;
  view.set("title", feed.title)
      .set("id", uuid_of(site.config.title + "\n" + feed.path))
      .set("updated", format_iso(feed.incidents.empty() ? Instant(site.today) : updated))
      .set("self_url", urls.to(feed.path))
      .set("home_url", urls.to(feed.home))
      .set("author", site.config.title);
  for (const std::size_t index : feed.incidents) add_entry(view, site, index, urls);
  return publication.theme.render("feed.xml.tpl", view);
}

Page feed_page(const Publication& publication, Feed feed) {
  if (feed.incidents.size() > entries_shown) feed.incidents.resize(entries_shown);
  const std::string path = feed.path;
  return {path, [&publication, feed = std::move(feed)] { return feed_text(publication, feed); }};
}

/// What has happened to an action item, and when.
struct ActionNews {
  const TrackedAction* action;
  Date day;
  bool is_overdue;  ///< else it was opened
};

std::vector<ActionNews> action_news(const Site& site) {
  std::vector<ActionNews> news;
  for (const TrackedAction& action : site.actions) {
    if (!is_open(item_of(site.corpus, action).status)) continue;
    if (action.opened && *action.opened <= site.today) news.push_back({&action, *action.opened, false});
    if (action.overdue) news.push_back({&action, *action.due + std::chrono::days(1), true});
  }
  std::ranges::stable_sort(news, std::ranges::greater(), &ActionNews::day);
  if (news.size() > entries_shown) news.resize(entries_shown);
  return news;
}

void add_action_entry(View& view, const Site& site, const ActionNews& news, const Urls& urls) {
  const Postmortem& postmortem = site.corpus.postmortems[news.action->incident];
  const ActionItem& item = item_of(site.corpus, *news.action);
  const std::string word = news.is_overdue ? "Overdue" : "Opened";
  std::string summary = "From: " + postmortem.title + ".";
  if (!item.owner.empty()) summary += " Owner: " + item.owner + ".";
  if (news.action->due) summary += " Due: " + format_date(*news.action->due) + ".";
  view.add("entry")
      .set("title", word + ": " + item.title.text)
      .set("id", uuid_of(site.config.title + "\n" + site_wide_id(site, *news.action) + "\n" + word))
      .set("url", urls.to_incident(postmortem, action_anchor(item)))
      .set("updated", format_iso(Instant(news.day)))
      .set("summary", summary);
}

std::string actions_feed_text(const Publication& publication) {
  const Site& site = publication.site;
  const Urls urls = site.config.base_url.empty() ? Urls(routes::actions_feed) : Urls::absolute(site.config.base_url);
  const std::vector<ActionNews> news = action_news(site);
  View view;
  view.set("title", site.config.title + ": action items")
      .set("id", uuid_of(site.config.title + "\n" + std::string(routes::actions_feed)))
      .set("updated", format_iso(Instant(news.empty() ? site.today : news.front().day)))
      .set("self_url", urls.to(routes::actions_feed))
      .set("home_url", urls.to(routes::actions))
      .set("author", site.config.title);
  for (const ActionNews& one : news) add_action_entry(view, site, one, urls);
  return publication.theme.render("feed.xml.tpl", view);
}

/// A file that names addresses of the site.
Page address_list(const Publication& publication, std::string path, std::string_view template_file,
                  std::vector<std::string> paths) {
  return {std::move(path), [&publication, template_file, paths = std::move(paths)] {
            View view;
            for (const std::string& each : paths) {
              view.add("page").set("url", publication.site.config.base_url + escape_url_path(each));
            }
            return publication.theme.render(template_file, view);
          }};
}

Page sitemap_page(const Publication& publication, std::string path, std::vector<std::string> paths) {
  return address_list(publication, std::move(path), "sitemap.xml.tpl", std::move(paths));
}

}  // namespace

std::vector<Page> feed_pages(const Publication& publication) {
  const Site& site = publication.site;
  std::vector<Page> pages;
  pages.push_back(feed_page(
      publication, {std::string(routes::feed), site.config.title, std::string(routes::home), all_incidents(site)}));
  for (const Term& service : site.taxonomy(TermKind::service).terms) {
    pages.push_back(feed_page(publication, {routes::service_feed(service), site.config.title + ": " + service.title,
                                            routes::term(service), service.incidents}));
  }
  pages.push_back({std::string(routes::actions_feed), [&publication] { return actions_feed_text(publication); }});
  return pages;
}

std::vector<Page> sitemap_pages(const Publication& publication, const std::vector<std::string>& paths) {
  constexpr std::size_t most_in_file = 50'000;
  if (paths.size() <= most_in_file) return {sitemap_page(publication, std::string(routes::sitemap), paths)};
  std::vector<Page> pages;
  for (std::size_t first = 0; first < paths.size(); first += most_in_file) {
    const auto begin = paths.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = paths.begin() + static_cast<std::ptrdiff_t>(std::min(first + most_in_file, paths.size()));
    pages.push_back(sitemap_page(publication, routes::sitemap_part(pages.size() + 1), {begin, end}));
  }
  std::vector<std::string> parts;
  for (const Page& page : pages) parts.push_back(page.path);
  pages.push_back(address_list(publication, std::string(routes::sitemap), "sitemap_index.xml.tpl", std::move(parts)));
  return pages;
}

}  // namespace hindsight
