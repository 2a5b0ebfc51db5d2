// The inline half of HtmlWriter: text, links, images and raw HTML.
#include <algorithm>
#include <utility>

#include "base/escape.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/url.hpp"
#include "markdown/html_writer.hpp"

namespace hindsight {
namespace {

bool ends_with_break(std::string_view html) { return html.ends_with("<br>") || html.ends_with("<br>\n"); }

}  // namespace

void HtmlWriter::enter_inline(cmark_node* node, NodeKind kind) {
  if (cmark_node_get_start_line(node) > 0) line_ = cmark_node_get_start_line(node);
  switch (kind) {
    case NodeKind::text: write_text(literal_of(node)); break;
    case NodeKind::code:
      put("<code>");
      put_escaped(literal_of(node));
      put("</code>");
      break;
    case NodeKind::soft_break: write_soft_break(node); break;
    case NodeKind::line_break: put("<br>\n"); break;
    case NodeKind::html: write_raw_html(node, false); break;
    case NodeKind::emphasis: put("<em>"); break;
    case NodeKind::strong: put("<strong>"); break;
    case NodeKind::struck: put("<del>"); break;
    case NodeKind::link: open_link(cmark_node_get_url(node), cmark_node_get_title(node), node); break;
    case NodeKind::footnote_reference: write_footnote_reference(node); break;
    default: break;
  }
}

void HtmlWriter::leave_inline(cmark_node* node, NodeKind kind) {
  close_tags_of(node);
  switch (kind) {
    case NodeKind::emphasis: put("</em>"); break;
    case NodeKind::strong: put("</strong>"); break;
    case NodeKind::struck: put("</del>"); break;
    case NodeKind::link: close_link(); break;
    default: break;
  }
}

/// Text, with the web addresses in it linked.
void HtmlWriter::write_text(std::string_view text) {
  if (text.find("://") == std::string_view::npos) return put_escaped(text);  // as most have it
  while (!text.empty()) {
    const std::size_t found = std::min(text.find("http"), text.size());
    const std::size_t length = found < text.size() && !inside_anchor() ? bare_url_length(text.substr(found)) : 0;
    if (length == 0) {
      const std::size_t plain = std::min(found + 4, text.size());
      put_escaped(text.substr(0, plain));
      text.remove_prefix(plain);
      continue;
    }
    put_escaped(text.substr(0, found));
    put("<a href=\"");
    put_escaped(encode_url(text.substr(found, length)));
    put("\" rel=\"noopener noreferrer\">");
    put_escaped(text.substr(found, length));
    put("</a>");
    text.remove_prefix(found + length);
  }
}

void HtmlWriter::write_soft_break(cmark_node* node) {
  cmark_node* before = cmark_node_previous(node);
  const int line = before != nullptr && cmark_node_get_end_line(before) > 0 ? cmark_node_get_end_line(before) : line_;
  if (!inlines_only_ && !line_breaks_) line_breaks_.emplace(source_);
  const bool is_meant = !inlines_only_ && line_breaks_->is_meant(line) && !ends_with_break(text_.html);
  put(is_meant ? "<br>\n" : "\n");
}

void HtmlWriter::write_footnote_reference(cmark_node* node) {
  const std::string number(literal_of(node));
  if (inlines_only_ || !std::ranges::all_of(number, is_digit)) return;
  const std::string id = unique_id("fnref-" + number);
  put("<sup class=\"footnote\"><a href=\"#fn-" + number + "\" id=\"" + id + "\" aria-label=\"Footnote " + number +
      "\">" + number + "</a></sup>");
}

void HtmlWriter::write_image_node(cmark_node* node) {
  write_image(cmark_node_get_url(node), collapse_spaces(plain_text_of(node)), node);
}

bool HtmlWriter::inside_anchor() const { return std::ranges::any_of(open_links_, &OpenLink::has_anchor); }

/// Whether one more target may be looked up; the first that may not is reported.
bool HtmlWriter::may_look_up(cmark_node* node) {
  if (text_.slots.size() < limit::local_links) return true;
  if (!std::exchange(reported_links_, true)) {
    diagnostics_.add(Rule::markdown_limit, at(node), "more relative links and images than can be looked up",
                     "at most " + std::to_string(limit::local_links), "from here on they are shown as text");
  }
  return false;
}

void HtmlWriter::open_link(std::string_view url, std::string_view title, cmark_node* node) {
  OpenLink link;
  const UrlKind kind = classify_url(url);
  if (kind == UrlKind::blocked) {
    diagnostics_.add(Rule::blocked_url, at(node), "a link to \"" + shorten(url, 60) + "\"",
                     "http, https, mailto, tel, or a relative path", "it is shown as text");
  }
  const bool is_local = (kind == UrlKind::relative || kind == UrlKind::fragment) && may_look_up(node);
  const bool is_remote = kind == UrlKind::web || kind == UrlKind::contact;
  link.has_anchor = !inside_anchor() && (is_remote || (is_local && local_links_));
  if (link.has_anchor) {
    const std::size_t begin = position();
    put("<a href=\"");
    if (is_local) {
      const Location place = at(node);
      link.slot = text_.slots.size();
      text_.slots.push_back(
          {LinkSlot::Kind::link, position(), {begin, 0}, {}, std::string(url), place.line, place.column});
    } else {
      put_escaped(encode_url(url));
    }
    put("\"");
    if (!title.empty()) {
      put(" title=\"");
      put_escaped(printable(title));
      put("\"");
    }
    put(kind == UrlKind::web ? " rel=\"noopener noreferrer\">" : ">");
    if (link.slot) text_.slots[*link.slot].content.begin = position();
  }
  open_links_.push_back(link);
}

void HtmlWriter::close_link() {
  const OpenLink link = open_links_.back();
  open_links_.pop_back();
  if (link.slot) text_.slots[*link.slot].content.end = position();
  if (link.has_anchor) put("</a>");
  if (link.slot) text_.slots[*link.slot].element.end = position();
}

void HtmlWriter::write_image(std::string_view url, std::string_view alt, cmark_node* node) {
  const UrlKind kind = classify_url(url);
  if (alt.empty() && kind != UrlKind::empty) {
    diagnostics_.add(Rule::image_without_text, at(node), "an image without text: \"" + shorten(url, 60) + "\"",
                     "![what it shows](…)");
  }
  const std::string text = "Image: " + (alt.empty() ? "no description" : std::string(alt));
  const std::size_t begin = position();
  if (kind == UrlKind::relative && local_links_ && may_look_up(node)) {
    const Location place = at(node);
    put("<img src=\"");
    LinkSlot slot{LinkSlot::Kind::image, position(), {begin, 0}, {}, std::string(url), place.line, place.column};
    put("\" alt=\"");
    slot.content.begin = position();
    put_escaped(alt);
    slot.content.end = position();
    put("\" loading=\"lazy\">");
    slot.element.end = position();
    text_.slots.push_back(std::move(slot));
  } else if (kind == UrlKind::web && options_.allow_remote_images) {
    put("<img src=\"");
    put_escaped(encode_url(url));
    put("\" alt=\"");
    put_escaped(alt);
    put("\" loading=\"lazy\" referrerpolicy=\"no-referrer\">");
  } else if (kind == UrlKind::web && !inside_anchor()) {
    put("<a class=\"remote-image\" href=\"");
    put_escaped(encode_url(url));
    put("\" rel=\"noopener noreferrer\">");
    put_escaped(text + " (on " + std::string(host_of(url)) + ")");
    put("</a>");
  } else {
    if (kind == UrlKind::blocked) {
      diagnostics_.add(Rule::blocked_url, at(node), "an image at \"" + shorten(url, 60) + "\"",
                       "a relative path, http or https", "its text is shown instead");
    }
    put_escaped(text);
  }
}

void HtmlWriter::write_raw_html(cmark_node* node, bool is_block) {
  for (const HtmlPiece& piece : cut_html(literal_of(node))) {
    if (piece.kind != HtmlPiece::Kind::text) {
      write_raw_tag(piece, node, is_block);
    } else if (is_block && trim(piece.source).empty()) {
      put_space(cmark_node_parent(node));
    } else {
      if (is_block) ensure_paragraph(cmark_node_parent(node));
      write_text(piece.source);
    }
  }
  if (!is_block) return;
  close_tag("p", cmark_node_parent(node));
  put("\n");
}

/// White space of an HTML block: nothing between blocks, one space between inlines.
void HtmlWriter::put_space(cmark_node* owner) {
  if (holds_inlines(owner) && !text_.html.ends_with(' ')) put(" ");
}

bool HtmlWriter::holds_inlines(cmark_node* owner) const {
  return std::ranges::any_of(
      open_tags_, [&](const OpenTag& tag) { return tag.owner == owner && (tag.name == "p" || tag.name == "summary"); });
}

/// Inlines directly in a block need a paragraph around them; it ends with the HTML block, or before the next block tag.
void HtmlWriter::ensure_paragraph(cmark_node* owner) {
  if (!holds_inlines(owner)) open_tag("p", owner);
}

void HtmlWriter::write_raw_tag(const HtmlPiece& tag, cmark_node* node, bool is_block) {
  cmark_node* owner = cmark_node_parent(node);
  TagRule rule = tag_rule(tag.name);
  if (rule == TagRule::keep_block && !is_block) rule = TagRule::drop;
  if (inlines_only_ && rule != TagRule::show && rule != TagRule::line_break) rule = TagRule::drop;
  if (rule == TagRule::drop) return is_block ? put_space(owner) : void();
  if (rule == TagRule::show) {
    diagnostics_.add(Rule::raw_html, at(node), "the HTML tag " + shorten(collapse_spaces(tag.source), 60),
                     "Markdown, or a tag of the allow-list", "it is shown as text");
  }
  const bool is_open = tag.kind == HtmlPiece::Kind::open_tag;
  if (rule == TagRule::keep_block) {
    const bool begins_details = text_.html.ends_with("<details>");
    if (tag.name == "summary" && is_open && !begins_details) return;
    close_tag("p", owner);
  } else if (is_block) {
    ensure_paragraph(owner);
  }
  if (rule == TagRule::show) return write_text(tag.source);
  if (rule == TagRule::line_break) return put("<br>");
  if (rule == TagRule::image) return is_open ? write_image(tag.attribute("src"), tag.attribute("alt"), node) : void();
  if (!is_open) return close_tag(tag.name, owner);
  if (open_tags_.size() >= limit::nested_html) return report_nesting(node);
  if (rule == TagRule::link) open_link(tag.attribute("href"), tag.attribute("title"), node);
  open_tag(tag.name, owner);
}

void HtmlWriter::report_nesting(cmark_node* node) {
  if (std::exchange(reported_nesting_, true)) return;
  diagnostics_.add(Rule::markdown_limit, at(node), "HTML elements in each other without end",
                   "at most " + std::to_string(limit::nested_html), "the inner tags are left out, their text is kept");
}

void HtmlWriter::open_tag(std::string_view name, cmark_node* owner) {
  if (name != "a") put("<" + std::string(name) + ">");
  open_tags_.push_back({std::string(name), owner});
}

/// Ends the innermost open element of that name in this node, and whatever is still open inside it. An end tag without
/// its start is nothing.
void HtmlWriter::close_tag(std::string_view name, cmark_node* owner) {
  const auto matches = [&](const OpenTag& tag) { return tag.owner == owner && tag.name == name; };
  if (std::ranges::none_of(open_tags_, matches)) return;
  while (true) {
    const OpenTag tag = open_tags_.back();
    open_tags_.pop_back();
    if (tag.name == "a") {
      close_link();
    } else {
      put("</" + tag.name + ">");
    }
    if (tag.name == name && tag.owner == owner) return;
  }
}

void HtmlWriter::close_tags_of(cmark_node* owner) {
  while (!open_tags_.empty() && open_tags_.back().owner == owner) close_tag(open_tags_.back().name, owner);
}

}  // namespace hindsight
