#include "search/lunr_json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/json_text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t piece_size = 1 << 16;

/// Gathers small writes into pieces.
class JsonWriter {
 public:
  explicit JsonWriter(const std::function<void(std::string_view)>& write) : write_(write) {}

  JsonWriter& raw(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= piece_size) flush();
    return *this;
  }

  JsonWriter& string(std::string_view text) {
    append_json_string(buffer_, text);
    return *this;
  }

  JsonWriter& number(std::uint64_t value) {
    const fmt::format_int digits(value);
    buffer_.append(digits.data(), digits.size());
    return *this;
  }

  /// A score, from thousandths.
  JsonWriter& score(std::int32_t thousandths) {
    number(static_cast<std::uint64_t>(thousandths) / 1000);
    std::int32_t rest = thousandths % 1000;
    if (rest == 0) return *this;
    buffer_ += '.';
    for (std::int32_t unit = 100; rest > 0; unit /= 10) {
      buffer_ += static_cast<char>('0' + rest / unit);
      rest %= unit;
    }
    return *this;
  }

  void flush() {
    write_(buffer_);
    buffer_.clear();
  }

 private:
  const std::function<void(std::string_view)>& write_;
  std::string buffer_;
};

void write_vectors(const SearchIndex& index, JsonWriter& json) {
  std::string_view separator;
  std::string ref;
  std::vector<TermWeight> by_term;
  for (std::size_t document = 0; document < index.refs.size(); ++document) {
    for (std::size_t field = 0; field < index.fields.size(); ++field) {
      ref = index.fields[field].name + "/" + index.refs[document];
      json.raw(std::exchange(separator, ",")).raw("[").string(ref).raw(",[");
      std::string_view comma;
      const std::span<const TermWeight> scores = index.scores_of(document, field);
      by_term.assign(scores.begin(), scores.end());
      std::ranges::sort(by_term, {}, &TermWeight::term);
      for (const TermWeight& score : by_term) {
        json.raw(std::exchange(comma, ",")).number(score.term).raw(",").score(score.weight);
      }
      json.raw("]]");
    }
  }
}

void write_positions(const std::vector<TokenPosition>& positions, JsonWriter& json) {
  json.raw("{\"position\":[");
  std::string_view comma;
  for (const TokenPosition& position : positions) {
    json.raw(std::exchange(comma, ","));
    if (position.begin == whole_token.begin) {
      json.raw("null");
    } else {
      json.raw("[").number(position.begin).raw(",").number(position.length).raw("]");
    }
  }
  json.raw("]}");
}

/// By document: where it stands among the properties of an object: refs that are array indices first, by number, then
/// the others in the order of addition (0). Empty if there is no such ref.
std::vector<std::uint32_t> property_ranks(const SearchIndex& index) {
  std::vector<std::uint32_t> ranks;
  if (std::ranges::none_of(index.refs, is_array_index)) return ranks;
  for (const std::string& ref : index.refs) {
    std::uint32_t rank = 0xFFFFFFFF;
    if (is_array_index(ref)) std::from_chars(ref.data(), ref.data() + ref.size(), rank);
    ranks.push_back(rank);
  }
  return ranks;
}

class PostingWriter {
 public:
  PostingWriter(const SearchIndex& index, JsonWriter& json)
      : index_(index), json_(json), ranks_(property_ranks(index)) {}

  void write(std::uint32_t term) {
    json_.raw("[").string(index_.terms[term]).raw(",{");
    postings_.assign(index_.fields.size(), {});
    index_.visit_postings(term, [&](const Posting& posting) { postings_[posting.field].push_back(&posting); });
    // The number is a property like the fields, and behind those that are array indices.
    std::string_view comma;
    std::size_t field = 0;
    for (; field < index_.fields.size() && is_array_index(index_.fields[field].name); ++field) {
      json_.raw(std::exchange(comma, ","));
      write_field(field);
    }
    json_.raw(comma).raw("\"_index\":").number(term);
    for (; field < index_.fields.size(); ++field) {
      json_.raw(",");
      write_field(field);
    }
    json_.raw("}]");
  }

 private:
  void write_field(std::size_t field) {
    json_.string(index_.fields[field].name).raw(":{");
    std::vector<const Posting*>& postings = postings_[field];
    if (!ranks_.empty()) {
      std::ranges::stable_sort(postings, {}, [&](const Posting* posting) { return ranks_[posting->document]; });
    }
    std::string_view comma;
    for (const Posting* posting : postings) {
      json_.raw(std::exchange(comma, ",")).string(index_.refs[posting->document]).raw(":");
      if (index_.has_positions) {  // then there is one run
        const auto at = static_cast<std::size_t>(posting - index_.postings.front().data());
        write_positions(index_.positions[at], json_);
      } else {
        json_.raw("{}");
      }
    }
    json_.raw("}");
  }

  const SearchIndex& index_;
  JsonWriter& json_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::vector<const Posting*>> postings_;  ///< of the term at hand, by field
};

}  // namespace

void write_lunr_json(const SearchIndex& index, const std::function<void(std::string_view)>& write) {
  JsonWriter json(write);
  json.raw("{\"version\":\"2.3.9\",\"fields\":[");
  std::string_view comma;
  for (const SearchField& field : index.fields) json.raw(std::exchange(comma, ",")).string(field.name);
  json.raw("],\"fieldVectors\":[");
  write_vectors(index, json);
  json.raw("],\"invertedIndex\":[");
  PostingWriter postings(index, json);
  comma = {};
  for (const std::uint32_t term : index.sorted) {
    json.raw(std::exchange(comma, ","));
    postings.write(term);
  }
  json.raw("],\"pipeline\":[\"stemmer\"]}").flush();
}

bool may_fit(const SearchIndex& index, std::size_t limit) {
  constexpr std::size_t least_for_posting = 10;  // "1,2," among the vectors, "r":{}, in the inverted index
  return index.posting_count() <= limit / least_for_posting;
}

std::optional<std::string> lunr_json(const SearchIndex& index, std::size_t limit) {
  struct TooLong {};
  std::string json;
  try {
    write_lunr_json(index, [&](std::string_view piece) {
      if (json.size() + piece.size() > limit) throw TooLong();
      json += piece;
    });
  } catch (const TooLong&) {
    return std::nullopt;
  }
  return json;
}

std::string javascript_number(double number) {
  if (number == 0) return "0";
  if (!std::isfinite(number)) return std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
  char buffer[32];
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific);
  const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
  const std::size_t e = text.find('e');
  std::string digits(text.substr(0, e));
  std::erase(digits, '.');
  int exponent = 0;
  const char* const exponent_begin = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(exponent_begin, text.data() + text.size(), exponent);
  const int point = exponent + 1;  // digits before the decimal point
  const auto count = static_cast<int>(digits.size());
  std::string result = number < 0 ? "-" : "";
  if (count <= point && point <= 21) return result + digits + std::string(static_cast<std::size_t>(point - count), '0');
  if (0 < point && point <= 21) {
    return result + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
  }
  if (-6 < point && point <= 0) return result + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  result += digits.substr(0, 1);
  if (count > 1) result += "." + digits.substr(1);
  return result + "e" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

}  // namespace hindsight
