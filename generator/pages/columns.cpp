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

/// The different sets of names that rows have, the commonest first.
struct Sets {
  std::vector<std::vector<std::size_t>> sets;
  std::vector<std::size_t> of;  ///< by row
};

Sets sets_of(const Column& column) {
  std::map<std::vector<std::size_t>, std::size_t> counts;
  for (const std::vector<std::size_t>& names : column.of) ++counts[names];
  std::vector<std::pair<std::size_t, const std::vector<std::size_t>*>> order;
  for (const auto& [names, count] : counts) order.emplace_back(count, &names);
  std::ranges::stable_sort(order, std::ranges::greater(), [](const auto& entry) { return entry.first; });
  Sets result;
  std::map<std::vector<std::size_t>, std::size_t> numbers;
  for (const auto& [count, names] : order) {
    numbers.emplace(*names, result.sets.size());
    result.sets.push_back(*names);
  }
  for (const std::vector<std::size_t>& names : column.of) result.of.push_back(numbers.at(names));
  return result;
}

std::string numbers_json(const std::vector<std::size_t>& numbers) {
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

}  // namespace

std::string column_json(const Column& column) {
  static const std::u16string all_keys = make_keys();
  const Sets sets = sets_of(column);
  std::string json = R"({"names":[)";
  for (const auto& [slug, label] : column.names) {
    json += json.back() == '[' ? "[" : ",[";
    append_json_string(json, slug);
    json += ',';
    append_json_string(json, label);
    json += ']';
  }
  json += R"(],"sets":[)";
  for (const std::vector<std::size_t>& set : sets.sets) json += (json.back() == '[' ? "" : ",") + numbers_json(set);
  json += R"(],"keys":)";
  if (sets.sets.size() > all_keys.size()) return json + R"("","of":)" + numbers_json(sets.of) + "}";
  std::u16string of;
  for (const std::size_t set : sets.of) of += all_keys[set];
  append_json_string(json, to_utf8(all_keys.substr(0, sets.sets.size())));
  json += R"(,"of":)";
  append_json_string(json, to_utf8(of));
  return json + "}";
}

Column term_column(const Site& site, TermKind kind, const std::vector<std::size_t>& incidents) {
  Column column;
  for (const Term& term : site.taxonomy(kind).terms) {
    column.names.emplace_back(term.slug, kind == TermKind::severity ? term.name : term.title);
  }
  for (const std::size_t incident : incidents) column.of.push_back(site.terms_of[incident][index_of(kind)]);
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
