#include "pages/columns.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/json_text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

/// Characters that stand in a string of JSON as they are, those of one byte first.
std::u16string make_keys() {
  std::u16string keys;
  for (char16_t key = u'#'; key < 0xd800; ++key) {
    const bool is_control = (key >= 0x7f && key <= 0xa0) || key == 0x2028 || key == 0x2029;
    if (key != u'<' && key != u'\\' && !is_control) keys += key;
  }
  return keys;
}

/// The numbers of the sets that rows have, the commonest first; of equals the smaller set.
std::vector<std::size_t> sets_by_count(const Column& column) {
  std::vector<std::size_t> counts(column.sets.size());
  for (const std::size_t set : column.of) ++counts[set];
  std::vector<std::size_t> order;
  for (std::size_t set = 0; set < counts.size(); ++set) {
    if (counts[set] > 0) order.push_back(set);
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : column.sets[a] < column.sets[b];
  });
  return order;
}

std::string numbers_json(const std::vector<std::size_t>& numbers) {
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

}  // namespace

Column single_column(std::vector<std::pair<std::string, std::string>> names, std::vector<std::size_t> of) {
  Column column{std::move(names), {}, std::move(of)};
  for (std::size_t name = 0; name < column.names.size(); ++name) column.sets.push_back({name});
  return column;
}

std::string column_json(const Column& column) {
  static const std::u16string all_keys = make_keys();
  const std::vector<std::size_t> sets = sets_by_count(column);
  std::vector<std::size_t> place_of(column.sets.size());
  for (std::size_t place = 0; place < sets.size(); ++place) place_of[sets[place]] = place;
  std::string json = R"({"names":[)";
  for (const auto& [slug, label] : column.names) {
    json += json.back() == '[' ? "[" : ",[";
    append_json_string(json, slug);
    json += ',';
    append_json_string(json, label);
    json += ']';
  }
  json += R"(],"sets":[)";
  for (const std::size_t set : sets) json += (json.back() == '[' ? "" : ",") + numbers_json(column.sets[set]);
  json += R"(],"keys":)";
  if (sets.size() > all_keys.size()) {
    std::vector<std::size_t> places;
    for (const std::size_t set : column.of) places.push_back(place_of[set]);
    return json + R"("","of":)" + numbers_json(places) + "}";
  }
  std::u16string of;
  for (const std::size_t set : column.of) of += all_keys[place_of[set]];
  append_json_string(json, to_utf8(all_keys.substr(0, sets.size())));
  json += R"(,"of":)";
  append_json_string(json, to_utf8(of));
  return json + "}";
}

Column term_column(const Site& site, TermKind kind, const std::vector<std::size_t>& incidents) {
  Column column;
  for (const Term& term : site.taxonomy(kind).terms) {
    column.names.emplace_back(term.slug, kind == TermKind::severity ? term.name : term.title);
  }
  std::map<std::vector<std::size_t>, std::size_t> numbers;
  for (const std::size_t incident : incidents) {
    const std::vector<std::size_t>& terms = site.terms_of[incident][index_of(kind)];
    const auto [set, is_new] = numbers.try_emplace(terms, column.sets.size());
    if (is_new) column.sets.push_back(terms);
    column.of.push_back(set->second);
  }
  return column;
}

std::string days_json(const std::vector<std::optional<Date>>& days) {
  std::string json = "[";
  Date before{};
  for (std::size_t at = 0; at < days.size();) {
    std::size_t end = at;
    while (end < days.size() && days[end] == days[at]) ++end;
    if (json.size() > 1) json += ',';
    if (days[at]) {
      json += fmt::format("[{},{}]", (*days[at] - before).count(), end - at);
      before = *days[at];
    } else {
      json += fmt::format("[null,{}]", end - at);
    }
    at = end;
  }
  return json + "]";
}

}  // namespace hindsight
