#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adopt/adopt.hpp"
#include "base/diagnostics.hpp"
#include "model/config.hpp"
#include "model/postmortem.hpp"

/// What the fuzz targets share: a document read as the build reads it, and what must hold for whatever came of it.
namespace hindsight::fuzz {

/// Says what does not hold and ends the process, for the fuzzer to keep the input.
[[noreturn]] void fail(std::string_view what, std::string_view detail = {});

struct ReadText {
  std::string text;  ///< as the reader cleaned it
  Postmortem postmortem;
  Proposals proposals;
  Diagnostics diagnostics;
};

/// Reads as the build does; `scope` as for adopt_body.
ReadText read_text(std::string bytes, const SiteConfig& config, Scope scope);

/// Findings are one line each and point into the text.
void check_diagnostics(const Diagnostics& diagnostics, std::string_view text);

/// HTML that runs nothing, links that lead to allowed places, ranges that lie in the body.
void check_postmortem(const Postmortem& postmortem);

void check_html(std::string_view html);

inline std::string string_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
}

}  // namespace hindsight::fuzz
