#include "pages/search_data.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "base/json_text.hpp"
#include "base/text.hpp"
#include "model/durations.hpp"
#include "pages/data_script.hpp"
#include "pages/data_text.hpp"
#include "pages/incident_table.hpp"
#include "pages/passages.hpp"
#include "search/lunr_json.hpp"
#include "search/shards.hpp"

namespace hindsight {
namespace {

constexpr std::size_t shard_size = 60'000;          ///< bytes of JSON; about 20 kB over the wire
constexpr std::size_t vocabulary_size = 2'000'000;  ///< bytes of the shards that a piece of the vocabulary lists
constexpr std::size_t most_words = 12'000;
constexpr std::size_t longest_text = 60'000;  ///< bytes of an incident's passages that snippets are cut from
constexpr std::size_t longest_summary = 200;

/// What a result shows of an incident: [url, title, day, severity's rank and name, length, summary, passages].
std::string card_json(const Site& site, std::size_t incident) {
  const Postmortem& postmortem = site.corpus.postmortems[incident];
  const std::optional<Moment>& date = dated_by(postmortem);
  const std::optional<seconds> length = duration_of(postmortem, Measure::resolve);
  JsonText json;
  json.begin_object().member("url", routes::incident(postmortem)).member("title", postmortem.title);
  json.member("day", date ? format_date(printed_day_of(*date)) : "").key("severity");
  if (postmortem.severity) {
    json.begin_list().value(*postmortem.severity);
    json.value(site.config.severities()[*postmortem.severity].name).end_list();
  } else {
    json.null();
  }
  json.member("length", length ? format_duration(*length) : "").key("labels").list(labels_of(postmortem));
  json.member("summary", shorten(collapse_spaces(postmortem.summary.text), longest_summary));
  json.key("passages").begin_list();
  std::size_t size = 0;
  for (const Passage& passage : passages_of(postmortem)) {
    if (size >= longest_text) break;
    const std::string text = shorten(passage.text, longest_text - size);
    size += text.size();
    json.begin_list().value(passage.anchor).value(passage.title).value(text).end_list();
  }
  json.end_list().end_object();
  return json.take();
}

std::string words_json(const SearchIndex& index) {
  // In a small site a word that one incident has is as likely meant as any.
  const std::size_t least = index.refs.size() < 500 ? 1 : 2;
  JsonText json;
  json.value(join(common_words(index, least, most_words), " "));
  return json.take();
}

/// Adds a piece that says which index it is of; `make` makes its value.
void add_piece(std::string_view kind, std::size_t number, const std::string& version,
               const std::function<std::string()>& make, std::vector<Page>& pages) {
  pages.push_back({routes::search_piece(kind, number),
                   [kind, number, version, make] { return versioned_script(kind, number, version, make()); }});
}

void add_term_shards(const SearchIndex& index, const CommonTerms& common, std::vector<Page>& pages) {
  const std::vector<TermRange> shards = cut_terms(index, common, shard_size);
  const std::vector<TermRange> vocabulary = cut_terms(index, common, vocabulary_size);
  const std::string version = index_version(index);
  pages.push_back({std::string(routes::search_manifest), [&index, shards, vocabulary] {
                     return data_script("manifest", 0, manifest_json(index, shards, vocabulary));
                   }});
  for (std::size_t i = 0; i < shards.size(); ++i) {
    add_piece(
        "terms", i, version, [&index, &common, range = shards[i]] { return shard_json(index, common, range); }, pages);
  }
  for (const auto& [common_term, cut] : common) {
    for (std::size_t part = 0; part < cut.ends.size(); ++part) {
      add_piece(
          "common", cut.first_part + part, version,
          [&index, term = common_term, range = cut.range_of(part)] { return part_json(index, term, range); }, pages);
    }
  }
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    add_piece(
        "vocabulary", i, version, [&index, range = vocabulary[i]] { return vocabulary_json(index, range); }, pages);
  }
  for (Page& page : pages) page.reads_postings = true;
}

}  // namespace

std::vector<Page> search_data_pages(const Publication& publication) {
  const Site& site = publication.site;
  const SearchIndex& index = publication.search.index;
  std::vector<Page> pages;
  add_term_shards(index, publication.search.common, pages);
  pages.push_back({routes::search_piece("words", 0), [&index] { return data_script("words", 0, words_json(index)); }});
  for (std::size_t document = 0; document < site.corpus.postmortems.size(); ++document) {
    pages.push_back({routes::search_piece("incident", document), [&site, document] {
                       return data_script("incident", document, card_json(site, incident_of(site, document)));
                     }});
  }
  if (publication.search.whole_index) {
    pages.push_back({std::string(routes::lunr_index), [&publication] { return *publication.search.whole_index; }});
  }
  return pages;
}

}  // namespace hindsight
