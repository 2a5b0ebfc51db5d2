#include "cli/progress.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr double megabyte = 1e6;
constexpr std::string_view wipe = "\r\x1b[K";

std::string number(std::size_t value) { return with_thousands(static_cast<long>(value)); }

}  // namespace

ProgressLine::ProgressLine(std::ostream& out, bool enabled, std::chrono::milliseconds patience)
    : out_(out), enabled_(enabled), patience_(patience), began_(std::chrono::steady_clock::now()) {}

void ProgressLine::show(const Passes::Pass& pass) {
  if (!enabled_ || std::chrono::steady_clock::now() - began_ < patience_) return;
  out_ << wipe << progress_text(pass) << std::flush;
  is_shown_ = true;
}

void ProgressLine::clear() {
  if (is_shown_) out_ << wipe << std::flush;
  is_shown_ = false;
}

std::string progress_text(const Passes::Pass& pass) {
  const double seconds = pass.wall.count();
  const auto rate = seconds > 0 ? static_cast<std::size_t>(static_cast<double>(pass.done) / seconds) : 0;
  return fmt::format("{}: {} of {} {}, {} a second", pass.name, number(pass.done), number(pass.items), pass.unit,
                     number(rate));
}

std::string timings_table(const std::vector<Passes::Pass>& passes) {
  std::string table = fmt::format("{:<8} {:>9}  {:<10} {:>9} {:>8} {:>8} {:>8}\n", "pass", "items", "", "MB", "wall s",
                                  "CPU s", "peak MB");
  for (const Passes::Pass& pass : passes) {
    table += fmt::format("{:<8} {:>9}  {:<10} {:>9.1f} {:>8.2f} {:>8.2f} {:>8.0f}\n", pass.name, number(pass.items),
                         pass.unit, static_cast<double>(pass.bytes) / megabyte, pass.wall.count(), pass.cpu.count(),
                         static_cast<double>(pass.peak) / megabyte);
  }
  return table;
}

}  // namespace hindsight
