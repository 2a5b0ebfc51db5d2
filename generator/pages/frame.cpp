#include "pages/frame.hpp"

#include <array>

#include "base/escape.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

struct NavItem {
  std::string_view title;
  std::string path;
};

std::vector<NavItem> nav_items() {
  return {
      {"Incidents", std::string(routes::incidents)},
      {"Services", routes::term_index(TermKind::service)},
      {"Triggers", routes::term_index(TermKind::trigger)},
      {"Root causes", routes::term_index(TermKind::root_cause)},
      {"Actions", std::string(routes::actions)},
      {"Metrics", std::string(routes::metrics)},
      {"About", std::string(routes::about)},
  };
}

/// The page for lost readers is shown at whatever address was asked for, so its own must not be relative, and it brings
/// its style sheet along: a host that does not find a page may not find an asset either.
bool stands_alone(const Publication& publication, const PageHead& head) {
  return head.path == routes::not_found && !publication.site.config.base_url.empty();
}

void add_assets(View& page, const Publication& publication, const PageHead& head, const Urls& urls) {
  const auto url_of = [&](std::string_view asset) { return urls.to(publication.asset_paths.find(asset)->second); };
  if (stands_alone(publication, head)) {
    const std::string& css = publication.theme.assets().at("css/hindsight.css");
    page.set_html_if("stylesheet_html", "data:text/css," + escape_url_path(css));
    return;
  }
  for (const std::string_view sheet : {"css/hindsight.css", "css/custom.css"}) {
    if (publication.asset_paths.contains(sheet)) page.add("stylesheet").set("url", url_of(sheet));
  }
  page.set_if("icon_url", url_of("icon.svg"));
  page.add("early_script").set("url", url_of("js/theme.js"));
  page.add("script").set("url", url_of("js/page.js"));
  page.add("script").set("url", url_of("js/search-box.js"));
  if (head.has_charts) page.add("script").set("url", url_of("js/chart.js"));
  if (!head.has_filter) return;
  for (const std::string_view script : {"js/data.js", "js/filter-rows.js", "js/filter.js"}) {
    page.add("script").set("url", url_of(script));
  }
}

/// What search loads on first use.
void add_search(View& page, const Publication& publication, const PageHead& head, const Urls& urls) {
  const std::string_view last = head.path == routes::search ? "js/search-page.js" : "js/search-dialog.js";
  std::string scripts;
  for (const std::string_view name :
       {std::string_view("js/lunr.js"), std::string_view("js/data.js"), std::string_view("js/search-index.js"),
        std::string_view("js/search-query.js"), std::string_view("js/search-view.js"), last}) {
    scripts += (scripts.empty() ? "" : " ") + urls.to(publication.asset_paths.find(name)->second);
  }
  page.set("root_url", urls.to("")).set("search_scripts", scripts);
}

void add_navigation(View& page, const PageHead& head, const Urls& urls) {
  for (const NavItem& item : nav_items()) {
    View entry = page.add("nav");
    entry.set("title", item.title).set("url", urls.to(item.path));
    if (item.path == head.path) {
      entry.show("is_current");
    } else if (item.path == head.nav) {
      entry.show("is_section");
    }
  }
}

void add_breadcrumb(View& page, const PageHead& head, const Urls& urls) {
  if (head.path == routes::home) return;
  View breadcrumb = page.add("breadcrumb");
  breadcrumb.add("crumb").set("title", "Home").set("url", urls.to(routes::home));
  for (const auto& [title, path] : head.crumbs) breadcrumb.add("crumb").set("title", title).set("url", urls.to(path));
  breadcrumb.set("here", shorten(head.title, 60));
}

void add_feeds(View& page, const SiteConfig& config, const PageHead& head, const Urls& urls) {
  page.add("feed").set("title", config.title).set("url", urls.to(routes::feed));
  if (!head.feed.empty())
    page.add("feed").set("title", config.title + ": " + head.title).set("url", urls.to(head.feed));
}

Urls urls_of(const Publication& publication, const PageHead& head) {
  return stands_alone(publication, head) ? Urls::absolute(publication.site.config.base_url) : Urls(head.path);
}

/// What a page has in common with those at its depth, of its section and of its kind.
void add_shared(View& page, const Publication& publication, const PageHead& head, const Urls& urls) {
  const SiteConfig& config = publication.site.config;
  std::string policy = content_security_policy(config);
  if (stands_alone(publication, head)) policy = replace_all(policy, "style-src 'self'", "style-src 'self' data:");
  page.set("language", config.language)
      .set("csp", policy)
      .set("og_type", head.is_article ? "article" : "website")
      .set("site_title", config.title)
      .set("home_url", urls.to(routes::home))
      .set("feed_url", urls.to(routes::feed))
      .set("about_url", urls.to(routes::about))
      .set("quality_url", urls.to(routes::quality))
      .set("search_url", urls.to(routes::search))
      .set("built_on", format_date(publication.site.today))
      .set("postmortem_count", counted(static_cast<long>(publication.site.corpus.postmortems.size()), "postmortem"));
  if (publication.edition == Edition::public_only) page.show("is_public_edition");
  add_assets(page, publication, head, urls);
  add_search(page, publication, head, urls);
  add_navigation(page, head, urls);
}

/// Adds what is the page's own to what it shares, and renders it.
std::string render(View page, const Publication& publication, const PageHead& head, std::string_view template_file,
                   const FillPage& fill) {
  const SiteConfig& config = publication.site.config;
  const Urls urls = urls_of(publication, head);
  page.set("page_title", head.path == routes::home ? config.title : head.title + " · " + config.title)
      .set("heading", head.title)
      .set_if("description", shorten(collapse_spaces(head.description), 300));
  const bool has_address = !config.base_url.empty() && !stands_alone(publication, head);
  if (has_address) page.set_if("canonical", config.base_url + escape_url_path(head.path));
  add_breadcrumb(page, head, urls);
  add_feeds(page, config, head, urls);
  View main = page.include("MAIN", template_file);
  fill(main, urls);
  return publication.theme.render("page.tpl", page);
}

}  // namespace

std::string content_security_policy(const SiteConfig& config) {
  const std::string images = config.remote_images == RemoteImages::allow ? " https: http:" : "";
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" + images +
         "; base-uri 'none'; form-action 'self'; trusted-types hindsight-search; "
         "require-trusted-types-for 'script'";
}

View shared_frame(const Publication& publication, const PageHead& like) {
  View frame;
  add_shared(frame, publication, like, urls_of(publication, like));
  return frame;
}

std::string frame_page(const Publication& publication, const PageHead& head, const View& shared,
                       std::string_view template_file, const FillPage& fill) {
  return render(View::inside(shared), publication, head, template_file, fill);
}

std::string frame_page(const Publication& publication, const PageHead& head, std::string_view template_file,
                       const FillPage& fill) {
  View page;
  add_shared(page, publication, head, urls_of(publication, head));
  return render(std::move(page), publication, head, template_file, fill);
}

}  // namespace hindsight
