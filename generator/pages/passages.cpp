#include "pages/passages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

constexpr std::string_view minute_anchor = "page-minute";

bool is_inline(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"a", "abbr", "b",     "code", "del",    "em",  "i",   "ins",  "kbd", "mark", "q",
       "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",  "u",    "var"});
  static_assert(std::ranges::is_sorted(names));
  return std::ranges::binary_search(names, name);
}

/// "h2" of "<h2 id=…>" and "</h2>".
std::string_view tag_name(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const auto end = std::ranges::find_if_not(tag, [](char c) { return is_letter(c) || is_digit(c); });
  return {tag.begin(), end};
}

void append_code_point(std::string& out, char32_t code_point) {
  if (code_point < 0x10000) {
    const char16_t unit = static_cast<char16_t>(code_point);
    out += to_utf8({&unit, 1});
  } else {
    const char16_t pair[] = {static_cast<char16_t>(0xD7C0 + (code_point >> 10)),
                             static_cast<char16_t>(0xDC00 + (code_point & 0x3FF))};
    out += to_utf8({pair, 2});
  }
}

/// Appends what the character reference at the front of `html` stands for; gives its length, 0 if it is none we know.
std::size_t append_reference(std::string& out, std::string_view html) {
  static constexpr auto named = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}});
  for (const auto& [reference, text] : named) {
    if (!html.starts_with(reference)) continue;
    out += text;
    return reference.size();
  }
  const std::size_t end = html.substr(0, 12).find(';');
  if (!html.starts_with("&#") || end == std::string_view::npos) return 0;
  const bool is_hexadecimal = html[2] == 'x' || html[2] == 'X';
  const char* const first = html.data() + (is_hexadecimal ? 3 : 2);
  std::uint32_t number = 0;
  const auto [stopped, error] = std::from_chars(first, html.data() + end, number, is_hexadecimal ? 16 : 10);
  const bool is_character = number > 0 && number < 0x110000 && (number < 0xD800 || number > 0xDFFF);
  if (error != std::errc() || stopped != html.data() + end || !is_character) return 0;
  append_code_point(out, number);
  return end + 1;
}

/// The value of the first attribute `id`, or "".
std::string_view id_of(std::string_view tag) {
  const std::size_t begin = tag.find(" id=\"");
  if (begin == std::string_view::npos) return {};
  return tag.substr(begin + 5, tag.find('"', begin + 5) - begin - 5);
}

/// Takes a body apart at its headings.
class SectionReader {
 public:
  explicit SectionReader(const Postmortem& postmortem) {
    for (const Heading& heading : postmortem.body.headings) titles_.emplace(heading.id, heading.text);
  }

  /// Reads on in a piece of the body.
  void read(std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] == '<') {
        const std::size_t end = std::min(html.find('>', at), html.size() - 1) + 1;
        read_tag(html.substr(at, end - at));
        at = end;
      } else if (const std::size_t length = html[at] == '&' ? append_reference(html.substr(at)) : 0) {
        at += length;
      } else {
        std::string_view text = html.substr(at, html.find('<', at + 1) - at);
        text = text.substr(0, text.find('&', 1));
        at += text.size();
        append_collapsed(text_, text);
      }
    }
  }

  std::vector<Passage> finish() {
    end_section();
    return std::move(passages_);
  }

 private:
  void read_tag(std::string_view tag) {
    const std::string_view name = tag_name(tag);
    const bool is_heading = name.size() == 2 && name[0] == 'h' && is_digit(name[1]);
    const auto title = is_heading ? titles_.find(id_of(tag)) : titles_.end();
    if (title != titles_.end()) {
      end_section();
      anchor_ = title->first;
      title_ = title->second;
      heading_begins_ = true;
    } else if (is_heading && heading_begins_ && tag.starts_with("</")) {
      // What stands in the heading is the title already.
      text_.clear();
      heading_begins_ = false;
    } else if (!is_inline(name)) {
      add_space();
    }
  }

  void add_space() { append_collapsed(text_, " "); }

  std::size_t append_reference(std::string_view html) {
    std::string character;
    const std::size_t length = hindsight::append_reference(character, html);
    append_collapsed(text_, character);
    return length;
  }

  void end_section() {
    std::string text = std::exchange(text_, {});
    if (text.ends_with(' ')) text.pop_back();
    if (text.empty() && title_.empty()) return;
    passages_.push_back({Passage::Kind::section, std::move(anchor_), std::move(title_), std::move(text)});
    anchor_.clear();
    title_.clear();
  }

  std::map<std::string, std::string, std::less<>> titles_;  ///< by anchor
  std::vector<Passage> passages_;
  std::string anchor_;
  std::string title_;
  std::string text_;
  bool heading_begins_ = false;
};

std::string with_details(const Postmortem& postmortem, const Prose& prose, const std::vector<Detail>& details) {
  std::string text = collapse_spaces(prose.text);
  for (const Detail& detail : details) {
    const std::string_view html = html_of(postmortem.body);
    const std::string more = visible_text(html.substr(detail.range.begin, detail.range.end - detail.range.begin));
    if (!more.empty()) text += (text.empty() ? "" : " ") + more;
  }
  return text;
}

void add_timeline(const Postmortem& postmortem, std::vector<Passage>& passages) {
  const std::vector<std::string> anchors = timeline_anchors(postmortem);
  for (std::size_t i = 0; i < postmortem.timeline.size(); ++i) {
    const TimelineEntry& entry = postmortem.timeline[i];
    const bool has_clock = entry.at && entry.at->precision != Precision::day;
    const std::string when = has_clock ? format_clock(entry.at->at) : collapse_spaces(entry.written);
    passages.push_back({Passage::Kind::timeline, anchors[i].empty() ? std::string(timeline_section) : anchors[i],
                        when.empty() ? "Timeline" : "Timeline › " + when,
                        with_details(postmortem, entry.event, entry.details)});
  }
}

void add_action_items(const Postmortem& postmortem, std::vector<Passage>& passages) {
  for (const ActionItem& item : postmortem.action_items) {
    std::string text = with_details(postmortem, item.title, item.details);
    for (const std::string& more : {item.ticket ? item.ticket->label : std::string(), item.owner}) {
      if (!more.empty()) text += " " + more;
    }
    passages.push_back({Passage::Kind::action_item, action_anchor(item), "Action item", std::move(text)});
  }
}

}  // namespace

std::vector<Passage> passages_of(const Postmortem& postmortem) {
  SectionReader reader(postmortem);
  const std::string_view html = html_of(postmortem.body);
  std::size_t done = 0;
  for (const TypedBlock& block : postmortem.typed_blocks) {
    reader.read(html.substr(done, block.range.begin - done));
    done = block.range.end;
  }
  reader.read(html.substr(done));
  std::vector<Passage> passages = reader.finish();
  std::string facts = join(postmortem.contributing_factors, "; ");
  for (const Prose* prose : {&postmortem.impact, &postmortem.detection, &postmortem.resolution}) {
    if (!prose->range && !prose->empty()) facts += (facts.empty() ? "" : " ") + prose->text;
  }
  if (!facts.empty()) {
    passages.push_back({Passage::Kind::section, std::string(minute_anchor), "In one minute", collapse_spaces(facts)});
  }
  add_timeline(postmortem, passages);
  add_action_items(postmortem, passages);
  return passages;
}

std::string visible_text(std::string_view html) {
  SectionReader reader{Postmortem{}};
  reader.read(html);
  const std::vector<Passage> passages = reader.finish();
  return passages.empty() ? "" : passages.front().text;
}

}  // namespace hindsight
