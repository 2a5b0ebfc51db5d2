#include "markdown/line_breaks.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t widest_wrap = 100;

/// A document with lines of this length is not wrapped at all.
constexpr std::size_t unwrapped = 200;

std::size_t first_word_length(std::string_view line) {
  const std::string_view content = trim(line);
  return std::min(content.find_first_of(" \t"), content.size());
}

}  // namespace

LineBreaks::LineBreaks(std::string_view source) : lines_(split_lines(source)) {
  bool in_fence = false;
  for (const std::string_view line : lines_) {
    const std::string_view content = trim(line);
    if (content.starts_with("```") || content.starts_with("~~~")) in_fence = !in_fence;
    const bool is_one_word = content.find(' ') == std::string_view::npos;
    if (!in_fence && !is_one_word) longest_ = std::max(longest_, content.size());
  }
}

bool LineBreaks::is_meant(int number) const {
  const auto index = static_cast<std::size_t>(number);
  if (number < 1 || index >= lines_.size()) return false;
  const std::string_view line = trim(lines_[index - 1]);
  if (line.empty()) return false;
  if (line.back() == '|' || longest_ >= unwrapped) return true;
  if (std::string_view(".,;!?-").find(line.back()) != std::string_view::npos) return false;
  return line.size() + 1 + first_word_length(lines_[index]) <= std::min(longest_, widest_wrap) * 6 / 10;
}

}  // namespace hindsight
