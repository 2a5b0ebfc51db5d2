#include "pages/passages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/byte_run.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

constexpr std::string_view minute_anchor = "page-minute";

/// A name of up to eight bytes as a number; 0 for none and for longer ones.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t number = 0;
  if (name.size() > sizeof number) return number;
  for (const char c : name) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

bool is_inline(std::string_view name) {
  static constexpr auto names = [] {
    auto packs =
        std::to_array({packed("a"),    packed("abbr"),  packed("b"),    packed("code"),   packed("del"), packed("em"),
                       packed("i"),    packed("ins"),   packed("kbd"),  packed("mark"),   packed("q"),   packed("s"),
                       packed("samp"), packed("small"), packed("span"), packed("strong"), packed("sub"), packed("sup"),
                       packed("time"), packed("tt"),    packed("u"),    packed("var")});
    std::ranges::sort(packs);
    return packs;
  }();
  return std::ranges::binary_search(names, packed(name));
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

constexpr auto is_markup = [](auto c) { return (c == '<') | (c == '&'); };

/// Takes a body apart at its headings.
class SectionReader {
 public:
  using Visit = std::function<void(const Passage&)>;

  SectionReader(const std::vector<Heading>& headings, const Visit& visit) : visit_(visit) {
    for (const Heading& heading : headings) headings_.emplace(heading.id, &heading);
  }

  /// Reads on in a piece of the body.
  void read(std::string_view html) {
    while (true) {
      append_collapsed(text_, take_plain(html, is_markup));
      if (html.empty()) return;
      std::size_t length = 0;
      if (html.front() == '<') {
        length = std::min(html.find('>'), html.size() - 1) + 1;
        read_tag(html.substr(0, length));
      } else {
        length = read_reference(html);
      }
      html.remove_prefix(length);
    }
  }

  void end_section() {
    if (text_.ends_with(' ')) text_.pop_back();
    const Passage passage = {Passage::Kind::section, anchor_, title_, text_};
    if (!text_.empty() || !title_.empty()) visit_(passage);
    text_.clear();
    anchor_ = {};
    title_ = {};
  }

 private:
  void read_tag(std::string_view tag) {
    const std::string_view name = tag_name(tag);
    const bool is_heading = name.size() == 2 && name[0] == 'h' && is_digit(name[1]);
    const auto heading = is_heading ? headings_.find(id_of(tag)) : headings_.end();
    if (heading != headings_.end()) {
      end_section();
      anchor_ = heading->second->id;
      title_ = heading->second->text;
      heading_begins_ = true;
    } else if (is_heading && heading_begins_ && tag.starts_with("</")) {
      // What stands in the heading is the title already.
      text_.clear();
      heading_begins_ = false;
    } else if (!is_inline(name)) {
      add_space();
    }
  }

  void add_space() {
    if (!text_.empty() && text_.back() != ' ') text_ += ' ';
  }

  /// Appends what a character reference stands for, or the & that begins none. Returns its length.
  std::size_t read_reference(std::string_view html) {
    std::string character;
    const std::size_t length = append_reference(character, html);
    append_collapsed(text_, length == 0 ? "&" : character);
    return std::max(length, std::size_t{1});
  }

  const Visit& visit_;
  std::map<std::string_view, const Heading*> headings_;  ///< by anchor
  std::string_view anchor_;
  std::string_view title_;
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

void visit_sections(const Postmortem& postmortem, const SectionReader::Visit& visit) {
  SectionReader reader(postmortem.body.headings, visit);
  const std::string_view html = html_of(postmortem.body);
  std::size_t done = 0;
  for (const TypedBlock& block : postmortem.typed_blocks) {
    reader.read(html.substr(done, block.range.begin - done));
    done = block.range.end;
  }
  reader.read(html.substr(done));
  reader.end_section();
}

void visit_facts(const Postmortem& postmortem, const SectionReader::Visit& visit) {
  std::string facts = join(postmortem.contributing_factors, "; ");
  for (const Prose* prose : {&postmortem.impact, &postmortem.detection, &postmortem.resolution}) {
    if (!prose->range && !prose->empty()) facts += (facts.empty() ? "" : " ") + prose->text;
  }
  if (!facts.empty()) visit({Passage::Kind::section, minute_anchor, "In one minute", collapse_spaces(facts)});
}

void visit_timeline(const Postmortem& postmortem, const SectionReader::Visit& visit) {
  const std::vector<std::string> anchors = timeline_anchors(postmortem);
  for (std::size_t i = 0; i < postmortem.timeline.size(); ++i) {
    const TimelineEntry& entry = postmortem.timeline[i];
    const bool has_clock = entry.at && entry.at->precision != Precision::day;
    const std::string when = has_clock ? format_clock(entry.at->at) : collapse_spaces(entry.written);
    visit({Passage::Kind::timeline, anchors[i].empty() ? timeline_section : anchors[i],
           when.empty() ? "Timeline" : "Timeline › " + when, with_details(postmortem, entry.event, entry.details)});
  }
}

void visit_action_items(const Postmortem& postmortem, const SectionReader::Visit& visit) {
  for (const ActionItem& item : postmortem.action_items) {
    std::string text = with_details(postmortem, item.title, item.details);
    if (item.ticket && !item.ticket->label.empty()) text.append(" ").append(item.ticket->label);
    if (!item.owner.empty()) text.append(" ").append(item.owner);
    visit({Passage::Kind::action_item, action_anchor(item), "Action item", text});
  }
}

}  // namespace

void visit_passages(const Postmortem& postmortem, const std::function<void(const Passage&)>& visit) {
  visit_sections(postmortem, visit);
  visit_facts(postmortem, visit);
  visit_timeline(postmortem, visit);
  visit_action_items(postmortem, visit);
}

std::string visible_text(std::string_view html) {
  std::string visible;
  const std::vector<Heading> no_headings;
  const SectionReader::Visit take = [&](const Passage& passage) { visible = passage.text; };
  SectionReader reader(no_headings, take);
  reader.read(html);
  reader.end_section();
  return visible;
}

}  // namespace hindsight
