#include "pages/links.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/escape.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "pages/anchors.hpp"

namespace hindsight {
namespace {

/// "other.md", "other", "other.html" and "folder/" may all mean a document.
std::vector<std::string> document_paths(const std::string& path) {
  const std::string stem = extension_of(path) == "html" ? path.substr(0, path.rfind('.')) : path;
  return {path, stem + ".md", stem + ".markdown", stem + ".txt", stem + "/index.md", stem + "/README.md"};
}

const Postmortem* find_document(const Site& site, const std::string& path) {
  for (const std::string& candidate : document_paths(path)) {
    const auto found = site.corpus.by_path.find(candidate);
    if (found != site.corpus.by_path.end()) return &site.corpus.postmortems[found->second];
  }
  return nullptr;
}

bool is_hidden(const Site& site, const std::string& path) {
  return std::ranges::any_of(
      document_paths(path), [&](const std::string& candidate) { return site.corpus.hidden_paths.contains(candidate); });
}

/// The anchor that people meant: as written, or with GitHub's lower case.
std::string find_anchor(const Postmortem& postmortem, const std::string& fragment) {
  const std::string lower = to_lower_ascii(fragment);
  for (const std::string& wanted : {fragment, lower}) {
    if (std::ranges::find(postmortem.body.headings, wanted, &Heading::id) != postmortem.body.headings.end())
      return wanted;
  }
  // The page's own are fewer to ask for, and longer to list.
  if (!lower.starts_with("page-") && !lower.starts_with("t-") && !lower.starts_with("action.")) return {};
  const std::vector<std::string> anchors = anchors_of(postmortem);
  for (const std::string& wanted : {fragment, lower}) {
    if (std::ranges::find(anchors, wanted) != anchors.end()) return wanted;
  }
  return {};
}

/// Whether to look for what an author may have meant: costs more than all else, and only findings tell it.
enum class Hints { wanted, not_wanted };

std::string nearest_document(const Site& site, const std::string& path, Hints hints) {
  if (hints == Hints::not_wanted) return {};
  std::vector<std::string_view> paths;
  for (const auto& [known, index] : site.corpus.by_path) paths.emplace_back(known);
  const auto close = nearest(path, paths);
  return close ? "did you mean \"" + std::string(*close) + "\"?" : "";
}

std::string nearest_anchor(const Postmortem& document, const std::string& fragment, Hints hints) {
  if (hints == Hints::not_wanted) return {};
  const std::vector<std::string> all = anchors_of(document);
  const std::vector<std::string_view> anchors(all.begin(), all.end());
  const auto close = nearest(fragment, anchors);
  return close ? "did you mean #" + std::string(*close) + "?" : "";
}

ResolvedLink link_to_document(const Postmortem& document, const std::string& fragment, Hints hints) {
  ResolvedLink link;
  link.target.path = routes::incident(document);
  if (fragment.empty()) return link;
  link.target.fragment = find_anchor(document, fragment);
  if (!link.target.fragment.empty()) return link;
  link.problem = LinkProblem{Rule::broken_anchor, "a link to #" + shorten(fragment, 80),
                             "a heading of " + document.file, nearest_anchor(document, fragment, hints)};
  return link;
}

ResolvedLink link_to_attachment(const Attachments& attachments, const std::string& path, const LinkSlot& slot) {
  ResolvedLink link;
  const std::string& refusal = attachments.refusals.find(path)->second;
  const bool is_drawing = extension_of(path) == "svg" && slot.kind == LinkSlot::Kind::link;
  if (refusal.empty() && !is_drawing) {
    link.target.path = routes::attachment(path);
    link.target.content = path;
    return link;
  }
  link.problem = LinkProblem{Rule::asset_refused, "a link to \"" + path + "\"", "an image, text, data or archive",
                             is_drawing ? "an SVG image can be shown, ![…](" + path + "), but not linked" : refusal};
  return link;
}

ResolvedLink broken(const LinkSlot& slot, std::string hint) {
  ResolvedLink link;
  const bool is_image = slot.kind == LinkSlot::Kind::image;
  link.problem = LinkProblem{is_image ? Rule::broken_image : Rule::broken_link,
                             (is_image ? "an image at \"" : "a link to \"") + shorten(slot.target, 80) + "\"",
                             "a file below the content folder", std::move(hint)};
  return link;
}

/// What is printed where a link leads nowhere: its text.
void print_without_target(std::string& out, std::string_view content, const LinkSlot& slot) {
  if (slot.kind == LinkSlot::Kind::link) {
    out += content;
    return;
  }
  out += "<span class=\"missing\">Image: ";
  out += content.empty() ? std::string_view("no description") : content;
  out += "</span>";
}

ResolvedLink resolve(const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                     const LinkSlot& slot, Hints hints) {
  const std::size_t hash = slot.target.find('#');
  const std::string fragment = hash == std::string::npos ? "" : unescape_url(slot.target.substr(hash + 1));
  std::string written = slot.target.substr(0, std::min(hash, slot.target.find('?')));
  written = unescape_url(trim(written));
  if (written.empty()) return link_to_document(postmortem, fragment, hints);

  const bool from_root = written.starts_with('/');
  const std::string path =
      resolve_inside(from_root ? "" : folder_of(postmortem.path), from_root ? written.substr(1) : written);
  if (path.empty()) {
    ResolvedLink link = broken(slot, "it leads out of the content folder");
    link.problem->rule = Rule::asset_refused;
    return link;
  }
  const bool is_link = slot.kind == LinkSlot::Kind::link;
  if (const Postmortem* document = is_link ? find_document(site, path) : nullptr) {
    return link_to_document(*document, fragment, hints);
  }
  if (is_hidden(site, path)) return {};
  if (attachments.contains(path)) return link_to_attachment(attachments, path, slot);
  const auto similar = attachments.by_folded_name.find(fold_name(path));
  if (similar != attachments.by_folded_name.end()) {
    return broken(slot, "there is \"" + similar->second + "\": case or the form of accents differs");
  }
  return broken(slot, is_link ? nearest_document(site, path, hints) : "its text is shown instead");
}

}  // namespace

ResolvedLink resolve_link(const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                          const LinkSlot& slot) {
  return resolve(site, attachments, postmortem, slot, Hints::not_wanted);
}

std::set<std::string> check_links(const Site& site, const Attachments& attachments, Diagnostics& diagnostics) {
  std::set<std::string> used;
  for (const Postmortem& postmortem : site.corpus.postmortems) {
    for (const LinkSlot& slot : postmortem.body.slots) {
      ResolvedLink link = resolve(site, attachments, postmortem, slot, Hints::wanted);
      if (!link.target.content.empty()) used.insert(link.target.content);
      if (!link.problem) continue;
      LinkProblem& problem = *link.problem;
      diagnostics.add(problem.rule, {postmortem.file, slot.line, slot.column}, std::move(problem.found),
                      std::move(problem.wanted), std::move(problem.hint));
    }
  }
  return used;
}

std::string print_range(const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                        const HtmlRange& range, const Urls& urls) {
  std::string out;
  out.reserve(range.end - range.begin + 256);
  append_range(out, site, attachments, postmortem, range, urls);
  return out;
}

void append_range(std::string& out, const Site& site, const Attachments& attachments, const Postmortem& postmortem,
                  const HtmlRange& range, const Urls& urls) {
  const std::string_view html = html_of(postmortem.body);
  std::size_t done = range.begin;
  // A link without target loses its tags; what it holds, perhaps an image with a slot of its own, is printed as it
  // comes.
  std::vector<std::pair<std::size_t, std::size_t>> dropped;  // closing tags to leave out: [first, second)
  const auto copy_until = [&](std::size_t end) {
    while (!dropped.empty() && dropped.back().first < end) {
      out += html.substr(done, dropped.back().first - done);
      done = dropped.back().second;
      dropped.pop_back();
    }
    if (end > done) out += html.substr(done, end - done);
    done = std::max(done, end);
  };
  const auto first = std::ranges::lower_bound(postmortem.body.slots, range.begin, {}, &LinkSlot::at);
  for (auto slot = first; slot != postmortem.body.slots.end() && slot->at < range.end; ++slot) {
    const ResolvedLink link = resolve_link(site, attachments, postmortem, *slot);
    if (!link.target.path.empty()) {
      copy_until(slot->at);
      append_html(out, urls.to(link.target.path, link.target.fragment));
      continue;
    }
    copy_until(slot->element.begin);
    if (slot->kind == LinkSlot::Kind::image) {
      print_without_target(out, html.substr(slot->content.begin, slot->content.end - slot->content.begin), *slot);
      done = slot->element.end;
    } else {
      done = slot->content.begin;
      dropped.emplace_back(slot->content.end, slot->element.end);
    }
  }
  copy_until(range.end);
}

}  // namespace hindsight
