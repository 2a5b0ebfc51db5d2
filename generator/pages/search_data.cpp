#include "pages/search_data.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "model/durations.hpp"
#include "pages/data_text.hpp"
#include "pages/incident_table.hpp"
#include "pages/passages.hpp"
#include "search/lunr_json.hpp"
#include "search/shards.hpp"

namespace hindsight {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t shard_size = 60'000;          ///< bytes of JSON; about 20 kB over the wire
constexpr std::size_t vocabulary_size = 2'000'000;  ///< bytes of the shards that a piece of the vocabulary lists
constexpr std::size_t most_words = 12'000;
constexpr std::size_t longest_text = 60'000;  ///< bytes of an incident's passages that snippets are cut from
constexpr std::size_t longest_summary = 200;

/// A classic script that hands a piece to the client, because nothing else can be loaded from file://.
std::string script(std::string_view kind, std::size_t number, std::string_view json) {
  std::string text = "hindsightSearch.take(\"" + std::string(kind) + "\"," + std::to_string(number) + ",";
  // Line ends to browsers that are older than JSON in scripts.
  text += replace_all(replace_all(std::string(json), "\u2028", "\\u2028"), "\u2029", "\\u2029");
  return text + ");\n";
}

/// Where documents stand for facets and filters: one column a property, by document.
Json facets_json(const Site& site) {
  const std::size_t count = site.corpus.postmortems.size();
  Json days = Json::array();
  Json states = Json::array();
  Date::rep before = 0;
  for (std::size_t document = 0; document < count; ++document) {
    const Postmortem& postmortem = site.corpus.postmortems[incident_of(site, document)];
    const std::optional<Moment>& date = dated_by(postmortem);
    if (date) {
      const auto day = printed_day_of(*date).time_since_epoch().count();
      days.push_back(day - std::exchange(before, day));
    } else {
      days.push_back(nullptr);
    }
    const std::optional<State> state = state_of(postmortem);
    states.push_back(state ? static_cast<int>(*state) : -1);
  }
  Json state_names = Json::array();
  for (const std::string_view name : Names<State>::values) state_names.push_back(name);
  Json facets = {{"days", std::move(days)}, {"state", {{"names", std::move(state_names)}, {"of", std::move(states)}}}};
  for (const auto& [name, kind] : {std::pair{"severity", TermKind::severity},
                                   {"service", TermKind::service},
                                   {"trigger", TermKind::trigger},
                                   {"root-cause", TermKind::root_cause}}) {
    Json terms = Json::array();
    for (const Term& term : site.taxonomy(kind).terms) {
      terms.push_back({term.slug, kind == TermKind::severity ? term.name : term.title});
    }
    Json of = Json::array();
    for (std::size_t document = 0; document < count; ++document) {
      const std::vector<std::size_t>& indices = site.terms_of[incident_of(site, document)][index_of(kind)];
      of.push_back(indices.size() == 1 ? Json(indices.front()) : Json(indices));
    }
    facets[name] = {{"terms", std::move(terms)}, {"of", std::move(of)}};
  }
  return facets;
}

/// What a result shows of an incident: [url, title, day, severity's rank and name, length, summary, passages].
Json card_json(const Site& site, std::size_t incident) {
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  const std::optional<Moment>& date = dated_by(postmortem);
  const std::optional<seconds> length = duration_of(postmortem, Measure::resolve);
  Json severity = nullptr;
  if (postmortem.severity) {
    severity = {*postmortem.severity, site.config.severities()[*postmortem.severity].name};
  }
  Json passages = Json::array();
  std::size_t size = 0;
  for (const Passage& passage : passages_of(postmortem)) {
    if (size >= longest_text) break;
    const std::string text = shorten(passage.text, longest_text - size);
    size += text.size();
    passages.push_back({passage.anchor, passage.title, text});
  }
  return {{"url", routes::incident(postmortem)},
          {"title", postmortem.title},
          {"day", date ? format_date(printed_day_of(*date)) : ""},
          {"severity", std::move(severity)},
          {"length", length ? format_duration(*length) : ""},
          {"labels", labels_of(postmortem)},
          {"summary", shorten(collapse_spaces(postmortem.summary.text), longest_summary)},
          {"passages", std::move(passages)}};
}

/// Compact, in UTF-8; nothing in it can end a script element.
std::string compact(const Json& json) { return replace_all(json.dump(), "<", "\\u003c"); }

Json words_json(const SearchIndex& index) {
  // In a small site a word that one incident has is as likely meant as any.
  const std::size_t least = index.refs.size() < 500 ? 1 : 2;
  return join(common_words(index, least, most_words), " ");
}

void add_term_shards(const SearchIndex& index, std::vector<Page>& pages) {
  const std::vector<TermRange> shards = cut_terms(index, shard_size);
  const std::vector<TermRange> vocabulary = cut_terms(index, vocabulary_size);
  const std::string version = index_version(index);
  pages.push_back({std::string(routes::search_manifest), [&index, shards, vocabulary] {
                     return script("manifest", 0, manifest_json(index, shards, vocabulary));
                   }});
  const auto with_version = [](const std::string& name, const std::string& json) {
    return "{\"version\":\"" + name + "\",\"value\":" + json + "}";
  };
  for (std::size_t i = 0; i < shards.size(); ++i) {
    pages.push_back({routes::search_piece("terms", i), [&index, range = shards[i], i, version, with_version] {
                       return script("terms", i, with_version(version, shard_json(index, range)));
                     }});
  }
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    pages.push_back({routes::search_piece("vocabulary", i), [&index, range = vocabulary[i], i, version, with_version] {
                       return script("vocabulary", i, with_version(version, vocabulary_json(index, range)));
                     }});
  }
}

}  // namespace

std::vector<Page> search_data_pages(const Publication& publication) {
  const Site& site = publication.site;
  const SearchIndex& index = publication.search.index;
  std::vector<Page> pages;
  add_term_shards(index, pages);
  pages.push_back(
      {routes::search_piece("words", 0), [&index] { return script("words", 0, compact(words_json(index))); }});
  pages.push_back(
      {routes::search_piece("facets", 0), [&site] { return script("facets", 0, compact(facets_json(site))); }});
  for (std::size_t document = 0; document < site.corpus.postmortems.size(); ++document) {
    pages.push_back({routes::search_piece("incident", document), [&site, document] {
                       return script("incident", document, compact(card_json(site, incident_of(site, document))));
                     }});
  }
  if (publication.lunr_index) {
    pages.push_back({std::string(routes::lunr_index), [&publication] { return *publication.lunr_index; }});
  }
  return pages;
}

}  // namespace hindsight
