#include "pages/incident.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "model/metrics.hpp"
#include "pages/action_table.hpp"
#include "pages/anchors.hpp"
#include "pages/frame.hpp"
#include "pages/incident_facts.hpp"
#include "pages/incident_table.hpp"
#include "pages/links.hpp"
#include "pages/prose.hpp"
#include "pages/recurrence_view.hpp"
#include "pages/similar_view.hpp"
#include "pages/term_links.hpp"
#include "pages/timeline_view.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

constexpr int deepest_toc_level = 3;

/// Writes one incident's page; the methods are in the order of the page.
class IncidentPage {
 public:
  IncidentPage(const Publication& publication, std::size_t index, const TermLinks& links, View& view, const Urls& urls)
      : publication_(publication),
        site_(publication.site),
        index_(index),
        postmortem_(site_.corpus.postmortems[index]),
        links_(links),
        view_(view),
        urls_(urls) {}

  void write() {
    write_head();
    write_minute();
    write_phases();
    write_body();
    add_recurrence(view_, site_, index_, urls_);
    add_similar(view_, publication_, index_, urls_);
    add_facts(view_, publication_, index_, links_, urls_);
    write_contents();
    write_neighbours();
  }

 private:
  const std::optional<Moment>& time(Milestone milestone) const { return postmortem_.time(milestone); }

  std::string prose(const Prose& text) const { return prose_html(publication_, postmortem_, text, urls_); }

  static std::string or_missing(const std::string& html) { return html.empty() ? not_recorded() : html; }

  void write_head() {
    view_.set("id", postmortem_.id).set("title", postmortem_.title);
    view_.set_html("severity_html", postmortem_.severity ? severity_html(site_, postmortem_) : "");
    for (const std::string& label : labels_of(postmortem_)) {
      view_.add("label").set("text", label).set("slug", replace_all(label, " ", "-"));
    }
    view_.set_html("when_html", when());
    write_head_terms();
    // The heading that names the document is printed here, so its anchor leads here.
    const bool has_title_block = std::ranges::find(postmortem_.typed_blocks, TypedBlock::Kind::title,
                                                   &TypedBlock::kind) != postmortem_.typed_blocks.end();
    if (has_title_block) view_.set_if("title_anchor", title_anchor());
  }

  /// What somebody in the middle of an incident compares first.
  void write_head_terms() {
    for (const auto& [name, kind] : {std::pair{"Services", TermKind::service},
                                     {"Triggers", TermKind::trigger},
                                     {"Root causes", TermKind::root_cause}}) {
      const std::string links = links_.of(index_, kind);
      if (links.empty()) continue;
      view_.show("has_head_terms");
      view_.add("head_term").set("name", name).set_html("links_html", links);
    }
  }

  std::string title_anchor() const {
    const auto same = [&](const Heading& heading) { return equals_ignoring_case(heading.text, postmortem_.title); };
    const auto found = std::ranges::find_if(postmortem_.body.headings, same);
    return found == postmortem_.body.headings.end() ? "" : found->id;
  }

  /// "2016-09-05 09:27 UTC – 10:00 UTC · 33m · users affected for 20m".
  std::string when() const {
    const std::optional<Moment>& start = time(Milestone::started);
    const std::optional<Moment>& end =
        time(Milestone::resolved) ? time(Milestone::resolved) : time(Milestone::mitigated);
    if (!start) return without_start();
    std::string html = time_html(*start);
    if (end) {
      const bool same_day = printed_day_of(*end) == printed_day_of(*start) && end->precision != Precision::day;
      html += " – " + (same_day ? fmt::format("<time datetime=\"{}\">{}{} UTC</time>", format_iso(*end),
                                              end->approximate ? "~" : "", format_clock(end->at))
                                : time_html(*end));
    }
    const std::optional<seconds> downtime = duration_of(postmortem_, Measure::downtime);
    const std::optional<seconds> total = duration_of(postmortem_, Measure::resolve);
    if (total) html += " · <strong>" + duration_html(*total) + "</strong>";
    if (downtime && downtime != total)
      html += " · users affected for <strong>" + duration_html(*downtime) + "</strong>";
    return html;
  }

  /// "Start not recorded · detected 2019-01-23 15:18 UTC".
  std::string without_start() const {
    std::string html = "<span class=\"missing\">Start not recorded</span>";
    for (const Milestone milestone : all_milestones) {
      if (!time(milestone)) continue;
      return html + " · " + std::string(name_of(milestone)) + " " + time_html(*time(milestone));
    }
    return html;
  }

  void add_minute(std::string_view question, const std::string& answer_html) {
    view_.add("minute").set("question", question).set_html("answer_html", or_missing(answer_html));
  }

  void write_minute() {
    const Prose& impact = postmortem_.impact.empty() ? postmortem_.summary : postmortem_.impact;
    if (!postmortem_.summary.empty() && !postmortem_.impact.empty())
      add_minute("What happened", prose(postmortem_.summary));
    add_minute("What users saw", prose(impact));
    add_minute("How we noticed", noticed());
    add_minute("What stopped it", prose(postmortem_.resolution));
  }

  std::string noticed() const {
    std::string html;
    if (postmortem_.detected_by) html = "By " + std::string(name_of(*postmortem_.detected_by));
    if (const auto delay = duration_of(postmortem_, Measure::detect)) {
      if (delay->count() == 0) {
        html += html.empty() ? "At once" : ", at once";
      } else {
        html += (html.empty() ? "After " : ", after ") + duration_html(*delay);
      }
    }
    if (postmortem_.detection.empty()) return html;
    return html.empty() ? prose(postmortem_.detection) : html + ". " + prose(postmortem_.detection);
  }

  void write_phases() {
    std::vector<Phase> phases;
    const std::optional<Moment>* before = nullptr;
    const std::pair<Milestone, Phase> ends[] = {
        {Milestone::started, {}},
        {Milestone::detected, {"unnoticed", "Unnoticed", {}}},
        {Milestone::acknowledged, {"noticed", "Noticed, nobody on it", {}}},
        {Milestone::mitigated, {"response", "Until mitigated", {}}},
        {Milestone::resolved, {"recovery", "Until resolved", {}}},
    };
    for (auto [milestone, phase] : ends) {
      const std::optional<Moment>& end = time(milestone);
      if (!end || end->precision == Precision::day) continue;
      if (milestone != Milestone::started && before == nullptr) return;  // no start: no scale
      if (before != nullptr && end->at < (*before)->at) return;
      if (before != nullptr && end->at > (*before)->at) {
        phase.length = end->at - (*before)->at;
        phases.push_back(std::move(phase));
      }
      before = &end;
    }
    view_.set_html_if("phases_html", phase_bar(phases));
  }

  /// The body as its authors wrote it; its timeline and action items in our form, where they stand.
  void write_body() {
    const std::size_t end = html_of(postmortem_.body).size();
    std::string html;
    html.reserve(2 * end);  // our forms are longer
    std::size_t done = 0;
    bool has_timeline = false;
    bool has_actions = false;
    for (const TypedBlock& block : postmortem_.typed_blocks) {
      print(html, done, block.range.begin);
      done = block.range.end;
      if (block.kind == TypedBlock::Kind::timeline) {
        append_part(html, timeline_section, !std::exchange(has_timeline, true),
                    timeline_html(publication_, postmortem_, block.first, block.count, urls_));
      } else if (block.kind == TypedBlock::Kind::action_items) {
        append_part(html, actions_section, !std::exchange(has_actions, true),
                    incident_actions_html(publication_, index_, block.first, block.count, urls_));
      }
    }
    print(html, done, end);
    view_.set_html("body_html", std::move(html));
    write_missing_parts(has_timeline, has_actions);
  }

  void print(std::string& html, std::size_t begin, std::size_t end) const {
    append_range(html, site_, publication_.attachments, postmortem_, {begin, end}, urls_);
  }

  /// The first part of its kind has the page's anchor.
  static void append_part(std::string& html, std::string_view id, bool is_first, std::string_view part) {
    if (is_first) html.append("<div id=\"").append(id).append("\">");
    html += part;
    if (is_first) html += "</div>\n";
  }

  void write_missing_parts(bool body_has_timeline, bool body_has_actions) {
    view_.set_html("not_recorded_html", not_recorded());
    view_.set("timeline_anchor", timeline_section).set("actions_anchor", actions_section);
    if (postmortem_.timeline.empty()) {
      view_.show("no_timeline");
    } else if (!body_has_timeline) {
      view_.add("extra_timeline")
          .set_html("timeline_html", timeline_html(publication_, postmortem_, 0, postmortem_.timeline.size(), urls_));
    }
    const std::size_t count = postmortem_.action_items.size();
    if (count == 0) {
      view_.show("no_actions");
    } else if (const std::string html = remaining_actions_html(); !html.empty()) {
      View extra = view_.add("extra_actions");
      extra.set_html("actions_html", html);
      // The first table has the page's anchor already.
      extra.set("actions_heading_id", body_has_actions ? "page-more-actions" : std::string(actions_section));
    }
  }

  /// The items that the body shows in no table or list of their own: from front matter, or read from paragraphs.
  std::string remaining_actions_html() const {
    std::vector<bool> shown(postmortem_.action_items.size(), false);
    for (const TypedBlock& block : postmortem_.typed_blocks) {
      if (block.kind != TypedBlock::Kind::action_items) continue;
      std::fill_n(shown.begin() + static_cast<std::ptrdiff_t>(block.first), block.count, true);
    }
    std::string html;
    for (std::size_t first = 0; first < shown.size();) {
      std::size_t end = first;
      while (end < shown.size() && !shown[end]) ++end;
      if (end > first) html += incident_actions_html(publication_, index_, first, end - first, urls_);
      first = std::max(end, first + 1);
    }
    return html;
  }

  void write_contents() {
    std::vector<Heading> headings;
    const std::string title = title_anchor();
    for (const Heading& heading : postmortem_.body.headings) {
      if (heading.level <= deepest_toc_level && heading.id != title) headings.push_back(heading);
    }
    if (headings.size() > 1) view_.show("has_toc");
    for (const Heading& heading : headings) {
      view_.add("toc").set("level", heading.level).set("anchor", escape_url_path(heading.id)).set("text", heading.text);
    }
    const std::string& edit_url = site_.config.edit_url;
    if (!edit_url.empty()) view_.set_if("edit_url", replace_all(edit_url, "{path}", escape_url_path(postmortem_.file)));
  }

  void write_neighbours() {
    const auto add = [&](std::string_view section, std::size_t index) {
      const Postmortem& other = site_.corpus.postmortems[index];
      view_.add(section).set("url", urls_.to_incident(other)).set("title", other.title);
    };
    if (site_.corpus.postmortems.size() > 1) view_.show("has_neighbours");
    if (index_ + 1 < site_.corpus.postmortems.size()) add("older", index_ + 1);
    if (index_ > 0) add("newer", index_ - 1);
  }

  const Publication& publication_;
  const Site& site_;
  std::size_t index_;
  const Postmortem& postmortem_;
  const TermLinks& links_;
  View& view_;
  const Urls& urls_;
};

/// What the head of each incident's page has.
PageHead common_head(std::string path) {
  PageHead head;
  head.path = std::move(path);
  head.nav = routes::incidents;
  head.crumbs = {{"Incidents", std::string(routes::incidents)}};
  head.is_article = true;
  return head;
}

PageHead head_of(const Postmortem& postmortem) {
  PageHead head = common_head(routes::incident(postmortem));
  head.title = postmortem.title;
  head.description = postmortem.summary.empty() ? postmortem.impact.text : postmortem.summary.text;
  if (const auto& date = dated_by(postmortem)) {
    const int year = year_of(printed_day_of(*date));
    head.crumbs.emplace_back(std::to_string(year), routes::year(year));
  }
  return head;
}

}  // namespace

std::vector<Page> incident_pages(const Publication& publication) {
  constexpr const char* any_path = "incidents/any.html";
  const auto frame = std::make_shared<const View>(shared_frame(publication, common_head(any_path)));
  const auto links = std::make_shared<const TermLinks>(publication.site, Urls(any_path));
  std::vector<Page> pages;
  for (std::size_t index = 0; index < publication.site.corpus.postmortems.size(); ++index) {
    const Postmortem& postmortem = publication.site.corpus.postmortems[index];
    pages.push_back({routes::incident(postmortem), [&publication, &postmortem, frame, links, index] {
                       const auto fill = [&](View& view, const Urls& urls) {
                         IncidentPage(publication, index, *links, view, urls).write();
                       };
                       return frame_page(publication, head_of(postmortem), *frame, "incident.tpl", fill);
                     }});
  }
  return pages;
}

}  // namespace hindsight
