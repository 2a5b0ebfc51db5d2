#include "pages/search_card.hpp"

#include <utility>

#include "base/text.hpp"
#include "model/durations.hpp"
#include "pages/data_script.hpp"
#include "pages/incident_table.hpp"
#include "pages/routes.hpp"
#include "pages/search_documents.hpp"

namespace hindsight {
namespace {

constexpr std::size_t longest_text = 60'000;  ///< bytes of an incident's passages that snippets are cut from
constexpr std::size_t longest_summary = 200;

/// The script's beginning, with room for what follows.
std::string start_of_script(const Postmortem& postmortem, std::size_t document) {
  std::string start = data_script_start("incident", document);
  start.reserve(start.size() + 2 * html_of(postmortem.body).size());
  return start;
}

}  // namespace

SearchCard::SearchCard(const Site& site, std::size_t document)
    : json_(start_of_script(site.corpus.postmortems[incident_of(site, document)], document)) {
  const Postmortem& postmortem = site.corpus.postmortems[incident_of(site, document)];
  const std::optional<Moment>& date = dated_by(postmortem);
  const std::optional<seconds> length = duration_of(postmortem, Measure::resolve);
  json_.begin_object().member("url", routes::incident(postmortem)).member("title", postmortem.title);
  json_.member("day", date ? format_date(printed_day_of(*date)) : "").key("severity");
  if (postmortem.severity) {
    json_.begin_list().value(*postmortem.severity);
    json_.value(site.config.severities()[*postmortem.severity].name).end_list();
  } else {
    json_.null();
  }
  json_.member("length", length ? format_duration(*length) : "").key("labels").list(labels_of(postmortem));
  json_.member("summary", shorten(collapse_spaces(postmortem.summary.text), longest_summary));
  json_.key("passages").begin_list();
}

void SearchCard::add(const Passage& passage) {
  if (size_ >= longest_text) return;
  const bool fits = passage.text.size() <= longest_text - size_;
  const std::string shortened = fits ? "" : shorten(passage.text, longest_text - size_);
  const std::string_view text = fits ? passage.text : shortened;
  size_ += text.size();
  json_.begin_list().value(passage.anchor).value(passage.title).value(text).end_list();
}

std::string SearchCard::take() {
  json_.end_list().end_object();
  return json_.take().append(data_script_end);
}

}  // namespace hindsight
