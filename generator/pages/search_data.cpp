#include "pages/search_data.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "base/json_text.hpp"
#include "base/text.hpp"
#include "pages/data_script.hpp"
#include "search/lunr_json.hpp"
#include "search/shards.hpp"

namespace hindsight {
namespace {

constexpr std::size_t shard_size = 60'000;          ///< bytes of JSON; about 20 kB over the wire
constexpr std::size_t vocabulary_size = 2'000'000;  ///< bytes of the shards that a piece of the vocabulary lists
constexpr std::size_t most_words = 12'000;

std::string words_json(const SearchIndex& index) {
  // In a small site a word that one incident has is as likely meant as any.
  const std::size_t least = index.refs.size() < 500 ? 1 : 2;
  JsonText json;
  json.value(join(common_words(index, least, most_words), " "));
  return json.take();
}

/// Adds a piece that says which index it is of; `make` makes its value behind what stands before it.
void add_piece(std::string_view kind, std::size_t number, const std::string& version,
               const std::function<std::string(std::string before)>& make, std::vector<Page>& pages) {
  pages.push_back({routes::search_piece(kind, number), [kind, number, version, make] {
                     std::string start = data_script_start(kind, number);
                     start.append("{\"version\":\"").append(version).append("\",\"value\":");
                     return make(std::move(start)).append("}").append(data_script_end);
                   }});
}

void add_term_shards(const SearchIndex& index, const CommonTerms& common, std::vector<Page>& pages) {
  const std::vector<TermRange> shards = cut_terms(index, common, shard_size);
  const std::vector<TermRange> vocabulary = cut_terms(index, common, vocabulary_size);
  const std::string version = index_version(index);
  pages.push_back({std::string(routes::search_manifest), [&index, version, shards, vocabulary] {
                     return data_script("manifest", 0, manifest_json(index, version, shards, vocabulary));
                   }});
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const auto make = [&index, &common, range = shards[i]](std::string before) {
      return shard_json(index, common, range, std::move(before));
    };
    add_piece("terms", i, version, make, pages);
  }
  for (const auto& [common_term, cut] : common) {
    for (std::size_t part = 0; part < cut.ends.size(); ++part) {
      const auto make = [&index, term = common_term, range = cut.range_of(part)](std::string before) {
        return part_json(index, term, range, std::move(before));
      };
      add_piece("common", cut.first_part + part, version, make, pages);
    }
  }
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    const auto make = [&index, range = vocabulary[i]](std::string before) {
      return vocabulary_json(index, range, std::move(before));
    };
    add_piece("vocabulary", i, version, make, pages);
  }
  for (Page& page : pages) page.reads_postings = true;
}

}  // namespace

std::vector<Page> search_data_pages(const Publication& publication) {
  const SearchIndex& index = publication.search.index;
  std::vector<Page> pages;
  add_term_shards(index, publication.search.common, pages);
  pages.push_back({routes::search_piece("words", 0), [&index] { return data_script("words", 0, words_json(index)); }});
  for (std::size_t document = 0; document < index.refs.size(); ++document) {
    pages.push_back({.path = routes::search_piece("incident", document), .is_written = true});
  }
  if (publication.search.whole_index) {
    pages.push_back({std::string(routes::lunr_index), [&publication] { return *publication.search.whole_index; }});
  }
  return pages;
}

}  // namespace hindsight
