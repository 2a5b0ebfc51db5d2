#include "model/corpus.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/text.hpp"

namespace hindsight {
namespace {

/// What decides about a postmortem's place, and the place it has.
struct Place {
  std::optional<Instant> start;
  std::size_t index = 0;
};

/// The places of postmortems, newest first; those without a start come last.
std::vector<Place> places_by_age(const std::vector<Postmortem>& postmortems) {
  std::vector<Place> places;
  places.reserve(postmortems.size());
  for (std::size_t index = 0; index < postmortems.size(); ++index) {
    const std::optional<Moment>& start = dated_by(postmortems[index]);
    places.push_back({start ? std::optional(start->at) : std::nullopt, index});
  }
  std::ranges::sort(places, [&](const Place& left, const Place& right) {
    if (left.start != right.start) return left.start > right.start;  // none is less than any
    const Postmortem& a = postmortems[left.index];
    const Postmortem& b = postmortems[right.index];
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
  return places;
}

/// Postmortems are large: what is sorted are their places. Then each goes to where it belongs, without room for all of
/// them twice.
std::vector<Postmortem> newest_first(std::vector<Postmortem> postmortems) {
  std::vector<Place> places = places_by_age(postmortems);
  for (std::size_t first = 0; first < places.size(); ++first) {
    if (places[first].index == first) continue;
    Postmortem displaced = std::move(postmortems[first]);
    std::size_t to = first;
    for (std::size_t from = places[to].index; from != first; from = places[to].index) {
      postmortems[to] = std::move(postmortems[from]);
      places[to].index = to;
      to = from;
    }
    postmortems[to] = std::move(displaced);
    places[to].index = to;
  }
  return postmortems;
}

/// Ids and file names differ on no system only by case.
std::string fold(std::string_view name) { return to_lower_ascii(name); }

void check_ids(std::vector<Postmortem>& postmortems, Diagnostics& diagnostics) {
  std::map<std::string, const Postmortem*, std::less<>> owners;
  std::vector<const Postmortem*> in_file_order;
  for (const Postmortem& postmortem : postmortems) in_file_order.push_back(&postmortem);
  std::ranges::sort(in_file_order, {}, &Postmortem::path);
  for (const Postmortem* postmortem : in_file_order) {
    const auto [owner, is_new] = owners.emplace(fold(postmortem->id), postmortem);
    if (is_new) continue;
    diagnostics.add(Rule::duplicate_id, postmortem->location_of("id"),
                    "id \"" + postmortem->id + "\" is taken by " + owner->second->file, "an id of its own",
                    "add `id: …` to one of the two");
  }
}

void check_aliases(const std::vector<Postmortem>& postmortems, Diagnostics& diagnostics) {
  std::map<std::string, std::string, std::less<>> taken;
  for (const Postmortem& postmortem : postmortems) {
    taken.emplace(fold("incidents/" + postmortem.id + ".html"), "the page of " + postmortem.file);
  }
  for (const Postmortem& postmortem : postmortems) {
    for (const std::string& alias : postmortem.aliases) {
      const auto [owner, is_new] = taken.emplace(fold(alias), postmortem.file);
      if (is_new) continue;
      diagnostics.add(Rule::duplicate_alias, postmortem.location_of("aliases"),
                      "alias \"" + alias + "\" is taken by " + owner->second, "a path of its own");
    }
  }
}

void check_references(const Corpus& corpus, Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const auto& [id, index] : corpus.by_id) ids.emplace_back(id);
  for (const Postmortem& postmortem : corpus.postmortems) {
    const auto check = [&](std::string_view field, const std::string& id) {
      if (id.empty() || corpus.by_id.contains(id) || corpus.hidden_ids.contains(id)) return;
      const auto close = nearest(id, ids);
      diagnostics.add(Rule::unknown_reference, postmortem.location_of(field),
                      std::string(field) + " names \"" + id + "\"", "the id of a postmortem",
                      close ? "did you mean \"" + std::string(*close) + "\"?" : "");
    };
    check("recurrence_of", postmortem.recurrence_of);
    check("duplicate_of", postmortem.duplicate_of);
    for (const std::string& id : postmortem.related) check("related", id);
  }
}

/// Takes internal postmortems out before anything is counted. Their ids and paths stay known, so that references to
/// them are neither printed nor reported as mistakes.
void hide_internal(std::vector<Postmortem>& postmortems, Corpus& corpus) {
  const auto is_internal = [](const Postmortem& p) { return p.visibility != Visibility::public_page; };
  for (const Postmortem& postmortem : postmortems) {
    if (!is_internal(postmortem)) continue;
    corpus.hidden_ids.insert(postmortem.id);
    corpus.hidden_paths.insert(postmortem.path);
  }
  std::erase_if(postmortems, is_internal);
  for (Postmortem& postmortem : postmortems) {
    if (corpus.hidden_ids.contains(postmortem.recurrence_of)) postmortem.recurrence_of.clear();
    if (corpus.hidden_ids.contains(postmortem.duplicate_of)) postmortem.duplicate_of.clear();
    std::erase_if(postmortem.related, [&](const std::string& id) { return corpus.hidden_ids.contains(id); });
  }
}

}  // namespace

Corpus make_corpus(std::vector<Postmortem> postmortems, Edition edition, Diagnostics& diagnostics) {
  Corpus corpus;
  postmortems = newest_first(std::move(postmortems));
  check_ids(postmortems, diagnostics);
  check_aliases(postmortems, diagnostics);
  if (edition == Edition::public_only) hide_internal(postmortems, corpus);
  corpus.postmortems = std::move(postmortems);
  for (std::size_t index = 0; index < corpus.postmortems.size(); ++index) {
    corpus.by_id.emplace(corpus.postmortems[index].id, index);
    corpus.by_path.emplace(corpus.postmortems[index].path, index);
  }
  check_references(corpus, diagnostics);
  return corpus;
}

}  // namespace hindsight
