#include "markdown/line_breaks.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t widest_wrap = 100;

std::size_t first_word_length(std::string_view line) {
  const std::string_view content = trim(line);
  return std::min(content.find_first_of(" \t"), content.size());
}

}  // namespace

LineBreaks::LineBreaks(std::string_view source) : lines_(split_lines(source)) {
  for (const std::string_view line : lines_) width_ = std::max(width_, trim(line).size());
  width_ = std::min(width_, widest_wrap);
}

bool LineBreaks::is_meant(int number) const {
  const auto index = static_cast<std::size_t>(number);
  if (number < 1 || index >= lines_.size()) return false;
  const std::string_view line = trim(lines_[index - 1]);
  if (line.empty()) return false;
  if (line.back() == '|') return true;
  if (std::string_view(".,;!?-").find(line.back()) != std::string_view::npos) return false;
  return line.size() + 1 + first_word_length(lines_[index]) <= width_ * 6 / 10;
}

}  // namespace hindsight
