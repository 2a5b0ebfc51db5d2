#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "search/index.hpp"

namespace hindsight {

/// Writes the index as JSON.stringify writes lunr.js's, to the byte: lunr.Index.load takes it. `write` gets it in
/// pieces.
void write_lunr_json(const SearchIndex& index, const std::function<void(std::string_view)>& write);

/// Whether the JSON may have no more than `limit` bytes; that it has more is known by the number of postings, before
/// there are any.
bool may_fit(const SearchIndex& index, std::size_t limit);

/// The same in one piece, or nothing if it would be longer than `limit` bytes.
std::optional<std::string> lunr_json(const SearchIndex& index, std::size_t limit);

/// `number` as JavaScript writes it: the shortest digits that read back as the same number (ECMA-262,
/// Number::toString).
std::string javascript_number(double number);

}  // namespace hindsight
