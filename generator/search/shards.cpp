#include "search/shards.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t bytes_per_posting = 7;  ///< "12,3456,"
constexpr std::size_t bytes_per_term = 16;
constexpr std::size_t usual_size = 1 << 16;  ///< bytes of a shard, about
constexpr std::size_t shortest_word = 3;

template <class Weight>
std::vector<TermRange> cut(std::size_t count, std::size_t size, const Weight& weight) {
  std::vector<TermRange> ranges;
  std::size_t filled = 0;
  for (std::size_t at = 0; at < count; ++at) {
    const std::size_t bytes = weight(at);
    if (ranges.empty() || filled + bytes > size) {
      ranges.push_back({at, at});
      filled = 0;
    }
    filled += bytes;
    ranges.back().end = at + 1;
  }
  return ranges;
}

void append_number(std::string& out, std::uint64_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

/// How many postings of a term each document has: one a field.
std::vector<std::uint32_t> count_postings(const SearchIndex& index, std::uint32_t term) {
  std::vector<std::uint32_t> counts(index.refs.size());
  index.visit_postings(term, [&](const Posting& posting) { ++counts[posting.document]; });
  return counts;
}

CutPostings cut_postings_of(const SearchIndex& index, std::uint32_t term, std::size_t size, std::size_t kept) {
  const std::vector<std::uint32_t> counts = count_postings(index, term);
  CutPostings cut;
  cut.kept = index.frequencies[term];
  std::vector<std::size_t> sizes;
  std::size_t filled = 0;
  for (std::uint32_t document = 0; document < counts.size(); ++document) {
    filled += counts[document];
    if (filled < size) continue;
    cut.ends.push_back(document + 1);
    sizes.push_back(std::exchange(filled, 0));
  }
  cut.ends.resize(cut.ends.size() - std::min(cut.ends.size(), kept));
  for (std::size_t part = 0; part < cut.ends.size(); ++part) cut.kept -= sizes[part];
  return cut;
}

const CutPostings* find_cut(const CommonTerms& common, std::uint32_t term) {
  const auto found = common.find(term);
  return found == common.end() ? nullptr : &found->second;
}

/// The documents whose postings stay with the term.
DocumentRange kept_documents(const SearchIndex& index, const CutPostings* cut) {
  return {cut == nullptr ? 0 : cut->ends.back(), static_cast<std::uint32_t>(index.refs.size())};
}

/// By number: its two digits, the first in the lower byte.
constexpr auto two_digits = [] {
  std::array<std::uint16_t, 100> digits{};
  for (std::size_t number = 0; number < digits.size(); ++number) {
    digits[number] = static_cast<std::uint16_t>(('0' + number / 10) | ('0' + number % 10) << 8U);
  }
  return digits;
}();

/// Writes a number at `out`, where there is room for ten characters, and returns its end. How many digits it has is not
/// to be guessed: so up to eight are put together in a register, and moved over the zeros before them.
inline char* put_number(char* out, std::uint32_t number) {
  if (std::endian::native != std::endian::little || number >= 100'000'000) {
    return std::to_chars(out, out + 10, number).ptr;
  }
  const std::uint32_t high = number / 10'000;
  const std::uint32_t low = number % 10'000;
  std::uint64_t digits = std::uint64_t{two_digits[high / 100]} | std::uint64_t{two_digits[high % 100]} << 16U |
                         std::uint64_t{two_digits[low / 100]} << 32U | std::uint64_t{two_digits[low % 100]} << 48U;
  constexpr std::uint64_t all_zeros = 0x3030303030303030;
  constexpr std::uint64_t last_digit = std::uint64_t{1} << 56U;
  const int zeros = std::countr_zero((digits ^ all_zeros) | last_digit) / 8;
  digits >>= static_cast<unsigned>(8 * zeros);
  std::memcpy(out, &digits, sizeof digits);
  return out + sizeof digits - zeros;
}

/// The postings of one term's field, as text.
class PostingList {
 public:
  void add(const Posting& posting) {
    if (text_.size() - used_ < longest) text_.resize(2 * text_.size() + 8 * longest);
    char* const begin = text_.data() + used_;
    *begin = used_ == 0 ? '[' : ',';
    char* end = put_number(begin + 1, posting.document - std::exchange(before_, posting.document));
    *end++ = ',';
    end = put_number(end, static_cast<std::uint32_t>(posting.score));  // none is negative
    used_ += static_cast<std::size_t>(end - begin);
  }

  /// Appends the list, which begins anew.
  void append_to(std::string& out) {
    if (used_ == 0) {
      out += '0';
      return;
    }
    text_[used_] = ']';
    out.append(text_.data(), used_ + 1);
    used_ = 0;
    before_ = 0;
  }

 private:
  static constexpr std::size_t longest = 32;  ///< characters of a posting, and some to write whole words

  std::vector<char> text_;
  std::size_t used_ = 0;
  std::uint32_t before_ = 0;  ///< the document of the last posting
};

/// The postings of some documents; all are in the documents' order.
std::span<const Posting> part_of(std::span<const Posting> postings, DocumentRange range) {
  const auto place_of = [&](std::uint32_t document) {
    return std::ranges::lower_bound(postings, document, {}, [](const Posting& p) { return p.document; });
  };
  return {place_of(range.begin), place_of(range.end)};
}

/// Writes terms' postings, a list for each field.
class PostingLists {
 public:
  explicit PostingLists(const SearchIndex& index) : index_(index), lists_(index.fields.size()) {}

  void append(std::uint32_t term, DocumentRange range, std::string& out) {
    for (std::size_t run = 0; run < index_.postings.size(); ++run) {
      for (const Posting& posting : part_of(index_.postings_of(term, run), range)) lists_[posting.field].add(posting);
    }
    for (std::size_t field = 0; field < lists_.size(); ++field) {
      if (field > 0) out += ',';
      lists_[field].append_to(out);
    }
  }

 private:
  const SearchIndex& index_;
  std::vector<PostingList> lists_;  ///< by field
};

/// Has memory bring the postings that are about to be written: terms are taken in the order of their letters.
void expect_postings(const SearchIndex& index, std::size_t at, std::size_t end) {
  constexpr std::size_t ahead = 8;
  if (at + 2 * ahead < end) index.expect_ends(index.sorted[at + 2 * ahead]);
  if (at + ahead < end) index.expect_postings(index.sorted[at + ahead]);
}

std::string first_terms(const SearchIndex& index, const std::vector<TermRange>& ranges) {
  std::string json = "[";
  for (const TermRange& range : ranges) {
    if (json.size() > 1) json += ',';
    append_json_string(json, index.sorted_terms[range.begin]);
  }
  return json + "]";
}

}  // namespace

CommonTerms cut_postings(const SearchIndex& index, std::size_t size, std::size_t kept) {
  CommonTerms common;
  std::size_t parts = 0;
  for (std::uint32_t term = 0; term < index.terms.size(); ++term) {
    if (index.frequencies[term] <= kept * size * 3 / 2) continue;
    CutPostings cut = cut_postings_of(index, term, size, kept);
    if (cut.ends.empty()) continue;
    cut.first_part = std::exchange(parts, parts + cut.ends.size());
    common.emplace(term, std::move(cut));
  }
  return common;
}

std::vector<TermRange> cut_terms(const SearchIndex& index, const CommonTerms& common, std::size_t size) {
  return cut(index.sorted.size(), size, [&](std::size_t at) {
    const std::uint32_t term = index.sorted[at];
    const CutPostings* const parts = find_cut(common, term);
    return bytes_per_term + index.sorted_terms[at].size() + 2 * index.fields.size() +
           bytes_per_posting * (parts == nullptr ? index.frequencies[term] : parts->kept);
  });
}

std::string shard_json(const SearchIndex& index, const CommonTerms& common, TermRange range, std::string before) {
  PostingLists postings(index);
  std::string json = std::move(before);
  json.reserve(json.size() + usual_size);
  json += '[';
  for (std::size_t at = range.begin; at < range.end; ++at) {
    expect_postings(index, at, range.end);
    const std::uint32_t term = index.sorted[at];
    json += at == range.begin ? "[" : ",\n[";
    append_script_string(json, index.sorted_terms[at]);
    json += ',';
    append_number(json, term);
    json += ',';
    const CutPostings* const cut = find_cut(common, term);
    postings.append(term, kept_documents(index, cut), json);
    if (cut != nullptr) json += fmt::format(",[{},{}]", cut->first_part, fmt::join(cut->ends, ","));
    json += ']';
  }
  return json + "]";
}

std::string part_json(const SearchIndex& index, std::uint32_t term, DocumentRange range, std::string before) {
  std::string json = std::move(before) + "[";
  PostingLists(index).append(term, range, json);
  return json + "]";
}

std::string vocabulary_json(const SearchIndex& index, TermRange range, std::string before) {
  std::string terms;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const std::string_view term = index.sorted_terms[at];
    if (term.find('\n') != std::string::npos) continue;
    if (!terms.empty()) terms += '\n';
    terms += term;
  }
  append_script_string(before, terms);
  return before;
}

std::string manifest_json(const SearchIndex& index, std::string_view version, const std::vector<TermRange>& shards,
                          const std::vector<TermRange>& vocabulary) {
  std::string json = fmt::format("{{\"version\":\"{}\",\"fields\":[", version);
  for (const SearchField& field : index.fields) {
    if (json.back() != '[') json += ',';
    append_json_string(json, field.name);
  }
  json += fmt::format("],\"documents\":{},\"pipeline\":[\"stemmer\"],\"terms\":{},\"vocabulary\":{}}}",
                      index.refs.size(), first_terms(index, shards), first_terms(index, vocabulary));
  return json;
}

std::string index_version(const SearchIndex& index) {
  const auto bytes_of = [](const auto& values) {
    return std::string_view(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
  };
  ContentHash hash;
  for (const std::vector<Posting>& postings : index.postings) hash.add(bytes_of(postings));
  hash.add(bytes_of(index.posting_ends));
  std::string terms;  // a few thousand at once: most are shorter than it takes to begin with them
  for (std::size_t term = 0; term < index.terms.size(); ++term) {
    terms.append(index.terms[term]).push_back('\0');
    if (terms.size() < usual_size) continue;
    hash.add(terms);
    terms.clear();
  }
  hash.add(terms);
  return hash.text().substr(0, 16);
}

std::vector<std::string> common_words(const SearchIndex& index, std::size_t least, std::size_t limit) {
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  for (std::uint32_t term = 0; term < index.terms.size(); ++term) {
    const std::string_view word = index.written_form(term);
    const bool is_word = word.size() >= shortest_word && std::ranges::all_of(word, [](char c) {
                           return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
                         });
    if (is_word && index.frequencies[term] >= least) found.emplace_back(index.frequencies[term], term);
  }
  std::ranges::sort(
      found, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (found.size() > limit) found.resize(limit);
  std::vector<std::string> words;
  words.reserve(found.size());
  for (const auto& [frequency, term] : found) words.emplace_back(index.written_form(term));
  return words;
}

}  // namespace hindsight
