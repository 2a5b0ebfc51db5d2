#include "pages/quality.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pages/frame.hpp"
#include "pages/paging.hpp"
#include "render/html.hpp"

namespace hindsight {
namespace {

/// A field that every postmortem should have, and whether one has it.
struct Field {
  std::string_view name;
  bool (*is_known)(const Postmortem&);
};

constexpr std::array fields = {
    Field{"title", [](const Postmortem& p) { return p.origin("title") != nullptr; }},
    Field{"summary", [](const Postmortem& p) { return !p.summary.empty(); }},
    Field{"impact", [](const Postmortem& p) { return !p.impact.empty(); }},
    Field{"severity", [](const Postmortem& p) { return p.severity.has_value(); }},
    Field{"started_at", [](const Postmortem& p) { return p.time(Milestone::started).has_value(); }},
    Field{"detected_at", [](const Postmortem& p) { return p.time(Milestone::detected).has_value(); }},
    Field{"mitigated_at", [](const Postmortem& p) { return p.time(Milestone::mitigated).has_value(); }},
    Field{"resolved_at", [](const Postmortem& p) { return p.time(Milestone::resolved).has_value(); }},
    Field{"detected_by", [](const Postmortem& p) { return p.detected_by.has_value(); }},
    Field{"services", [](const Postmortem& p) { return !p.terms[index_of(TermKind::service)].empty(); }},
    Field{"triggers", [](const Postmortem& p) { return !p.terms[index_of(TermKind::trigger)].empty(); }},
    Field{"root_causes", [](const Postmortem& p) { return !p.terms[index_of(TermKind::root_cause)].empty(); }},
    Field{"timeline", [](const Postmortem& p) { return !p.timeline.empty(); }},
    Field{"action_items", [](const Postmortem& p) { return !p.action_items.empty(); }},
};

/// In how many postmortems a field is known, and of those, inferred.
struct Knowledge {
  long known = 0;
  long inferred = 0;
};

/// By field. Postmortem by postmortem, because they are large.
std::array<Knowledge, std::size(fields)> count_known(const std::vector<Postmortem>& postmortems) {
  std::array<Knowledge, std::size(fields)> counts;
  for (const Postmortem& postmortem : postmortems) {
    for (std::size_t field = 0; field < counts.size(); ++field) {
      if (!fields[field].is_known(postmortem)) continue;
      ++counts[field].known;
      if (postmortem.is_inferred(fields[field].name)) ++counts[field].inferred;
    }
  }
  return counts;
}

void add_fields(View& view, const std::vector<Postmortem>& postmortems) {
  const std::array<Knowledge, std::size(fields)> counts = count_known(postmortems);
  const auto total = static_cast<long>(postmortems.size());
  for (std::size_t field = 0; field < counts.size(); ++field) {
    const auto [known, inferred] = counts[field];
    view.add("field")
        .set("name", fields[field].name)
        .set("stated", with_thousands(known - inferred))
        .set("inferred", with_thousands(inferred))
        .set("missing", with_thousands(total - known))
        .set_html("share_html", total == 0 ? "" : share_bar(static_cast<double>(known) / static_cast<double>(total)));
  }
}

/// Adds a postmortem's gaps, if it has any.
void add_postmortem(View& view, const Postmortem& postmortem, const Urls& urls) {
  std::vector<std::string> missing;
  for (const Field& field : fields) {
    if (!field.is_known(postmortem)) missing.emplace_back(field.name);
  }
  const bool has_inferred = std::ranges::any_of(postmortem.origins, &Origin::inferred);
  if (missing.empty() && !has_inferred) return;
  View part = view.add("postmortem");
  part.set("anchor", postmortem.id)
      .set("url", urls.to_incident(postmortem))
      .set("title", postmortem.title)
      .set("file", postmortem.file)
      .set_if("missing", join(missing, ", "));
  if (has_inferred) part.show("has_inferred");
  for (const Origin& origin : postmortem.origins) {
    if (!origin.inferred) continue;
    const Evidence& evidence = *origin.evidence;
    View row = part.add("inferred");
    row.set("name", origin.field).set("line", origin.line).set("quote", evidence.quote);
    row.set("how", evidence.rule + ", " + std::string(name_of(evidence.confidence)));
  }
}

bool is_complete(const Postmortem& postmortem) {
  return std::ranges::all_of(fields, [&](const Field& field) { return field.is_known(postmortem); }) &&
         std::ranges::none_of(postmortem.origins, &Origin::inferred);
}

/// Those of the part's postmortems that lack something: so each has a page that does not depend on the others' gaps.
void add_part(View& view, const std::vector<Postmortem>& postmortems, const ListPart& part, const Urls& urls) {
  View list = view.include("ROWS", "quality_list.tpl");
  for (const Postmortem& postmortem : rows_of(postmortems, part)) add_postmortem(list, postmortem, urls);
}

void fill_quality(const std::vector<Postmortem>& postmortems, View& view, const Urls& urls) {
  add_fields(view, postmortems);
  const auto complete = std::ranges::count_if(postmortems, is_complete);
  view.set("complete_text", counted(complete, "postmortem states", "postmortems state") +
                                " every field itself. The others, newest first:");
  const ListPart part = split_list(postmortems.size()).front();
  add_part(view, postmortems, part, urls);
  add_pager(view, part, routes::quality, urls);
}

}  // namespace

std::vector<Page> quality_pages(const Publication& publication) {
  const std::vector<Postmortem>& postmortems = publication.site.corpus.postmortems;
  PageHead head;
  head.path = routes::quality;
  head.title = "Data quality";
  head.description = "What the documents state, what was inferred, and what is missing.";
  std::vector<Page> pages = {{head.path, [&publication, &postmortems, head] {
                                return frame_page(publication, head, "quality.tpl", [&](View& view, const Urls& urls) {
                                  fill_quality(postmortems, view, urls);
                                });
                              }}};
  const auto fill = [&postmortems](View& view, const ListPart& part, const Urls& urls) {
    add_part(view, postmortems, part, urls);
  };
  std::ranges::move(further_pages(publication, {head, head.title, postmortems.size(), fill}),
                    std::back_inserter(pages));
  return pages;
}

}  // namespace hindsight
