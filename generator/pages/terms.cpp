#include "pages/terms.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "model/action_stats.hpp"
#include "model/metrics.hpp"
#include "pages/action_table.hpp"
#include "pages/boxes_figure.hpp"
#include "pages/frame.hpp"
#include "pages/incident_table.hpp"
#include "pages/paging.hpp"
#include "pages/scatter_figure.hpp"
#include "pages/tiles.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr std::size_t related_shown = 12;
constexpr std::size_t actions_shown = 50;
constexpr int heading_level = 2;

/// How pages speak of a kind of term.
struct Words {
  std::string_view singular;
  std::string_view plural;
  std::string_view lead;
};

const Words& words_for(TermKind kind) {
  static constexpr std::array<Words, all_term_kinds.size()> words = {{
      {"Trigger", "Triggers", "What set incidents off. (Root causes made them possible.)"},
      {"Root cause", "Root causes", "The conditions that let a trigger do harm. (Triggers set incidents off.)"},
      {"Service", "Services", "What was affected."},
      {"Severity", "Severities", "How bad it was, worst first."},
      {"Team", "Teams", "Who was concerned."},
      {"Tag", "Tags", "What else the incidents have in common."},
  }};
  return words[index_of(kind)];
}

std::size_t open_actions_of(const Site& site, const Term& term) {
  std::size_t count = 0;
  for (const std::size_t index : term.incidents) count += open_action_count(site.corpus.postmortems[index]);
  return count;
}

std::string share_text(const Summary& downtime) {
  return downtime.n == 0 ? "–" : fmt::format("{:.0f} %", downtime.largest_share * 100);
}

std::string shape_of(const Term& term) { return term.kind == TermKind::severity ? severity_shape(term.rank) : ""; }

void fill_index(const Site& site, TermKind kind, View& view, const Urls& urls) {
  const Words& words = words_for(kind);
  view.set("title", words.plural).set("lead", words.lead).set("singular", words.singular);
  std::vector<const Term*> terms;
  for (const Term& term : site.taxonomy(kind).terms) terms.push_back(&term);
  if (kind != TermKind::severity) {
    std::ranges::stable_sort(terms, std::ranges::greater(), [](const Term* term) { return term->incidents.size(); });
  }
  view.set("empty_text", fmt::format("No postmortem names a {} yet.", to_lower_ascii(words.singular)));
  view.show_either(!terms.empty(), "has_terms", "no_terms");
  for (const Term* term : terms) {
    const Summary downtime = summarise(site, term->incidents, Measure::downtime);
    const Summary resolve = summarise(site, term->incidents, Measure::resolve);
    view.add("term")
        .set("name", kind == TermKind::severity ? term->name : term->title)
        .set("url", urls.to(routes::term(*term)))
        .set_html("shape_html", shape_of(*term))
        .set_if("description", shorten(term->description, 140))
        .set("count", static_cast<long>(term->incidents.size()))
        .set("recent", static_cast<long>(recent_incidents(site, term->incidents).size()))
        .set_html("downtime_html", downtime.n == 0 ? "–" : duration_html(downtime.total))
        .set("share", share_text(downtime))
        .set_html("median_html", escape_html(median_text(resolve)))
        .set("open_actions", static_cast<long>(open_actions_of(site, *term)));
  }
}

void add_charts(View& view, const Publication& publication, const Term& term, const Summary& resolve,
                const Urls& urls) {
  const std::vector<std::size_t>& incidents = term.incidents;
  add_figure(
      view, "CHARTS",
      scatter_figure(publication, {Measure::resolve, incidents, "time-to-resolve", "Time to resolve", true}, urls),
      heading_level);
  // Fewer are all in the picture already, each for itself.
  if (resolve.n < smallest_n_for_median) return;
  const GroupBy period = readable_period(publication.site, incidents, Measure::resolve);
  const std::string title = period == GroupBy::year ? "Time to resolve by year" : "Time to resolve by quarter";
  add_figure(view, "CHARTS",
             boxes_figure(publication, {Measure::resolve, incidents, period, "resolve-boxes", title}, urls),
             heading_level);
}

/// The terms of other kinds that stand in the same postmortems, most frequent first.
void add_related(View& view, const Site& site, const Term& term, const Urls& urls) {
  std::vector<std::pair<std::size_t, const Term*>> related;
  for (const TermKind kind : {TermKind::trigger, TermKind::root_cause, TermKind::service}) {
    const std::vector<Term>& terms = site.taxonomy(kind).terms;
    std::vector<std::size_t> counts(terms.size());
    for (const std::size_t incident : term.incidents) {
      for (const std::size_t other : site.terms_of[incident][index_of(kind)]) ++counts[other];
    }
    for (std::size_t other = 0; other < terms.size(); ++other) {
      if (counts[other] > 0 && &terms[other] != &term) related.emplace_back(counts[other], &terms[other]);
    }
  }
  std::ranges::stable_sort(related, std::ranges::greater(), &std::pair<std::size_t, const Term*>::first);
  if (related.size() > related_shown) related.resize(related_shown);
  if (!related.empty()) view.show("has_related");
  for (const auto& [count, other] : related) {
    view.add("related")
        .set("url", urls.to(routes::term(*other)))
        .set("name", other->title)
        .set("count", static_cast<long>(count));
  }
}

void add_links(View& view, const Site& site, const Term& term, const Urls& urls) {
  const bool has_feed = term.kind == TermKind::service;
  if (has_feed || !term.links.empty() || !term.owner.empty()) view.show("has_links");
  if (has_feed) view.set_if("feed", urls.to(routes::service_feed(term)));
  if (!term.owner.empty()) {
    const Taxonomy& teams = site.taxonomy(TermKind::team);
    const auto team =
        std::ranges::find_if(teams.terms, [&](const Term& t) { return equals_ignoring_case(t.name, term.owner); });
    const bool has_page = team != teams.terms.end();
    view.set_html_if("owner_html",
                     has_page ? link_html(urls.to(routes::term(*team)), team->title) : escape_html(term.owner));
    view.show("has_owner");
  }
  for (const TermLink& link : term.links) view.add("link").set("url", link.url).set("title", link.title);
}

/// The open items of a term: those of its incidents; a team's are also those that it owns.
struct OpenActions {
  std::size_t count = 0;
  std::vector<TrackedAction> costliest;  ///< as many as its page shows
};

/// By kind and number of the term.
using OpenByTerm = std::array<std::vector<OpenActions>, all_term_kinds.size()>;
using SharedOpenActions = std::shared_ptr<const OpenByTerm>;

/// The teams that somebody may mean by an owner, in lower case.
std::map<std::string, std::set<std::size_t>> teams_by_owner(const Site& site) {
  std::map<std::string, std::set<std::size_t>> teams;
  const std::vector<Term>& terms = site.taxonomy(TermKind::team).terms;
  for (std::size_t team = 0; team < terms.size(); ++team) {
    for (const std::string& name : {terms[team].name, terms[team].title}) teams[to_lower_ascii(name)].insert(team);
  }
  return teams;
}

OpenByTerm find_open_actions(const Site& site, const std::vector<TrackedAction>& tracked) {
  OpenByTerm open;
  for (const TermKind kind : all_term_kinds) open[index_of(kind)].resize(site.taxonomy(kind).terms.size());
  const std::map<std::string, std::set<std::size_t>> teams = teams_by_owner(site);
  for (const TrackedAction& action : tracked) {
    if (!is_open(site, action)) continue;
    const auto add = [&](TermKind kind, std::size_t term) {
      OpenActions& actions = open[index_of(kind)][term];
      if (++actions.count <= actions_shown) actions.costliest.push_back(action);
    };
    for (const TermKind kind : all_term_kinds) {
      for (const std::size_t term : site.terms_of[action.incident][index_of(kind)]) add(kind, term);
    }
    const auto owning = teams.find(to_lower_ascii(item_of(site.corpus, action).owner));
    if (owning == teams.end()) continue;
    const std::vector<std::size_t>& named = site.terms_of[action.incident][index_of(TermKind::team)];
    for (const std::size_t team : owning->second) {
      if (std::ranges::find(named, team) == named.end()) add(TermKind::team, team);
    }
  }
  return open;
}

/// Where the tracker can show a term's open items alone, or all open ones.
void add_more_actions(View& view, const Term& term, std::size_t count, const Urls& urls) {
  const bool is_facet = term.kind == TermKind::service || term.kind == TermKind::severity;
  const std::string_view facet = term.kind == TermKind::service ? "&service=" : "&severity=";
  const std::string query = "?status=todo&status=doing" + (is_facet ? std::string(facet) + term.slug : std::string());
  view.add("more_actions")
      .set("count", with_thousands(static_cast<long>(count)))
      .set("url", urls.to(routes::actions) + query)
      .set("text", is_facet ? "all of them" : "the tracker has all");
}

void add_actions(View& view, const Publication& publication, const Term& term, const Urls& urls,
                 const OpenActions& open) {
  if (open.count == 0) return;
  view.show("has_actions");
  add_action_table(view, "ACTIONS", publication, open.costliest, urls, "Open action items: " + term.title);
  if (open.count > actions_shown) add_more_actions(view, term, open.count - actions_shown, urls);
}

std::string heading_of(const Term& term) {
  const bool named_twice = term.kind == TermKind::severity && term.title != term.name;
  return named_twice ? term.name + " · " + term.title : term.title;
}

void fill_term(const Publication& publication, const Term& term, const OpenActions& open, IncidentRows& rows,
               View& view, const Urls& urls) {
  const Site& site = publication.site;
  view.set("kind_title", plural_title(term.kind)).set("index_url", urls.to(routes::term_index(term.kind)));
  view.set("title", heading_of(term)).set_html("shape_html", shape_of(term)).set_if("description", term.description);
  add_links(view, site, term, urls);
  View tiles = add_tiles(view);
  add_count_tile(tiles, site, term.incidents);
  add_downtime_tile(tiles, site, term.incidents, urls);
  add_median_tile(tiles, Measure::detect, summarise(site, term.incidents, Measure::detect), urls);
  const Summary resolve = summarise(site, term.incidents, Measure::resolve);
  add_median_tile(tiles, Measure::resolve, resolve, urls);
  view.show_either(!term.incidents.empty(), "has_incidents", "no_incidents");
  if (term.incidents.empty()) return;
  add_charts(view, publication, term, resolve, urls);
  const ListPart part = split_list(term.incidents.size()).front();
  rows.add_table(view, "INCIDENTS", rows_of(term.incidents, part), "Incidents: " + term.title);
  add_pager(view, part, routes::term(term), urls);
  add_related(view, site, term, urls);
  add_actions(view, publication, term, urls, open);
}

Page index_page(const Publication& publication, TermKind kind) {
  return {routes::term_index(kind), [&publication, kind] {
            PageHead head;
            head.path = routes::term_index(kind);
            head.title = plural_title(kind);
            head.description = words_for(kind).lead;
            head.nav = head.path;
            return frame_page(publication, head, "terms.tpl",
                              [&](View& view, const Urls& urls) { fill_index(publication.site, kind, view, urls); });
          }};
}

std::vector<Page> pages_of_term(const Publication& publication, TermKind kind, std::size_t number,
                                const SharedOpenActions& open, const std::shared_ptr<IncidentRows>& rows) {
  const Term& term = publication.site.taxonomy(kind).terms[number];
  PageHead head;
  head.path = routes::term(term);
  head.title = term.title;
  head.description = term.description;
  head.nav = routes::term_index(term.kind);
  head.crumbs = {{std::string(plural_title(term.kind)), routes::term_index(term.kind)}};
  head.has_charts = true;
  if (term.kind == TermKind::service) head.feed = routes::service_feed(term);
  std::vector<Page> pages = {{head.path, [&publication, &term, number, open, rows, head] {
                                return frame_page(publication, head, "term.tpl", [&](View& view, const Urls& urls) {
                                  fill_term(publication, term, (*open)[index_of(term.kind)][number], *rows, view, urls);
                                });
                              }}};
  const auto fill = [rows, &term](View& view, const ListPart& part, const Urls&) {
    rows->add_table(view, "ROWS", rows_of(term.incidents, part), "Incidents: " + term.title);
  };
  std::ranges::move(further_pages(publication, {head, heading_of(term), term.incidents.size(), fill}),
                    std::back_inserter(pages));
  return pages;
}

}  // namespace

std::vector<Page> term_pages(const Publication& publication, const std::vector<TrackedAction>& tracked,
                             const std::shared_ptr<IncidentRows>& rows) {
  const auto open = std::make_shared<const OpenByTerm>(find_open_actions(publication.site, tracked));
  std::vector<Page> pages;
  for (const TermKind kind : all_term_kinds) {
    pages.push_back(index_page(publication, kind));
    for (std::size_t term = 0; term < publication.site.taxonomy(kind).terms.size(); ++term) {
      std::ranges::move(pages_of_term(publication, kind, term, open, rows), std::back_inserter(pages));
    }
  }
  return pages;
}

std::string_view plural_title(TermKind kind) { return words_for(kind).plural; }
std::string_view singular_title(TermKind kind) { return words_for(kind).singular; }

}  // namespace hindsight
