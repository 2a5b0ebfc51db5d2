#include "pages/incident_facts.hpp"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "model/durations.hpp"
#include "pages/inference_mark.hpp"
#include "pages/paging.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

/// Writes the facts of one incident.
class Facts {
 public:
  Facts(View& view, const Publication& publication, std::size_t incident, const TermLinks& links, const Urls& urls)
      : site_(publication.site),
        index_(incident),
        postmortem_(site_.corpus.postmortems[incident]),
        view_(view),
        links_(links),
        urls_(urls) {}

  void write() {
    for (const Milestone milestone : all_milestones) write_time_fact(milestone);
    add_fact("Severity", links(TermKind::severity), "severity");
    add_fact("Services", links(TermKind::service), "services");
    add_cause_fact("Triggers", TermKind::trigger, postmortem_.said_triggers);
    add_cause_fact("Root causes", TermKind::root_cause, postmortem_.said_root_causes);
    add_fact_if("Contributing factors", escape_html(join(postmortem_.contributing_factors, "; ")),
                "contributing_factors");
    if (const auto state = state_of(postmortem_)) add_fact("State", std::string(name_of(*state)));
    add_fact_if("Teams", links(TermKind::team));
    add_fact_if("Tags", links(TermKind::tag));
    if (postmortem_.detected_by) add_fact("Detected by", std::string(name_of(*postmortem_.detected_by)), "detected_by");
    add_fact_if("Authors", escape_html(join(postmortem_.authors, ", ")), "authors");
    add_fact_if("Responders", escape_html(join(postmortem_.responders, ", ")));
    write_relations();
    if (postmortem_.excluded_because) {
      const std::string& reason = *postmortem_.excluded_because;
      add_fact("Metrics", "Left out" + (reason.empty() ? "" : ": " + escape_html(reason)));
    }
    if (!postmortem_.source.empty()) {
      add_fact("Source", fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
                                     escape_html(postmortem_.source), escape_html(host_of(postmortem_.source))));
    }
  }

 private:
  /// One line of the facts. `field`: its name in the schema, for the mark of an inferred value.
  void add_fact(std::string_view name, const std::string& html, std::string_view field = {}) {
    View fact = view_.add("fact");
    fact.set("name", name).set_html("value_html", html.empty() ? not_recorded() : html);
    const Origin* origin = postmortem_.origin(field);
    if (origin != nullptr && origin->inferred) add_mark(fact, *origin->evidence);
  }

  void add_mark(View& fact, const Evidence& evidence) const {
    add_inference_mark(fact, evidence, urls_.to(part_with(routes::quality, index_), postmortem_.id));
  }

  void add_fact_if(std::string_view name, const std::string& html, std::string_view field = {}) {
    if (!html.empty()) add_fact(name, html, field);
  }

  /// Terms that front matter states; else those that were inferred, and the words of the text.
  void add_cause_fact(std::string_view name, TermKind kind, const std::vector<ProposedText>& said) {
    constexpr std::size_t longest_words = 280;
    std::string html = links(kind);
    if (said.empty() || (!html.empty() && !postmortem_.is_inferred(field_of(kind)))) {
      add_fact(name, html, field_of(kind));
      return;
    }
    for (const ProposedText& text : said) {
      html += fmt::format("{}<q class=\"quiet\">{}</q>", html.empty() ? "" : "<br>",
                          escape_html(shorten(text.value, longest_words)));
    }
    View fact = view_.add("fact");
    fact.set("name", name).set_html("value_html", html);
    add_mark(fact, said.front().evidence);
  }

  void write_time_fact(Milestone milestone) {
    const std::optional<Moment>& moment = postmortem_.time(milestone);
    const std::string_view field = field_of(milestone);
    const bool always = milestone != Milestone::acknowledged;
    if (!moment && !always && postmortem_.origin(field) == nullptr) return;
    std::string label(name_of(milestone));
    label.front() = static_cast<char>(label.front() - 'a' + 'A');
    std::string html;
    if (moment) {
      html = time_html(*moment);
      const bool is_zone_known = !moment->assumes_zone || postmortem_.timezone || site_.config.timezone_is_set;
      if (!is_zone_known) html += " <span class=\"quiet\">no zone stated</span>";
      if (moment->offset.count() != 0 && moment->precision != Precision::day) {
        html += fmt::format(" <span class=\"quiet\">{} {}</span>", format_clock(moment->at + moment->offset),
                            format_offset(moment->offset));
      }
    } else if (postmortem_.origin(field) != nullptr) {
      html = "<span class=\"missing\">Unknown</span>";
    }
    add_fact(label, html, field);
  }

  std::string incident_link(const std::string& id) const {
    const auto found = site_.corpus.by_id.find(id);
    if (found == site_.corpus.by_id.end()) return escape_html(id);
    const Postmortem& other = site_.corpus.postmortems[found->second];
    return link_html(urls_.to_incident(other), other.title);
  }

  void write_relations() {
    if (!postmortem_.recurrence_of.empty()) add_fact("Recurrence of", incident_link(postmortem_.recurrence_of));
    if (!postmortem_.duplicate_of.empty()) add_fact("Duplicate of", incident_link(postmortem_.duplicate_of));
    std::string related;
    for (const std::string& id : postmortem_.related) related += (related.empty() ? "" : "<br>") + incident_link(id);
    add_fact_if("Related", related);
  }

  std::string links(TermKind kind) const { return links_.of(index_, kind); }

  const Site& site_;
  std::size_t index_;
  const Postmortem& postmortem_;
  View& view_;
  const TermLinks& links_;
  const Urls& urls_;
};

}  // namespace

void add_facts(View& view, const Publication& publication, std::size_t incident, const TermLinks& links,
               const Urls& urls) {
  Facts(view, publication, incident, links, urls).write();
}

}  // namespace hindsight
