#pragma once

#include <string>

#include "adopt/adopt.hpp"
#include "base/text.hpp"
#include "input/document.hpp"
#include "input/postmortem_reader.hpp"
#include "markdown/markdown.hpp"

namespace hindsight {

/// A document, read as the program reads it.
struct ReadText {
  Postmortem postmortem;
  Proposals proposals;
  Diagnostics diagnostics;
};

inline ReadText adopt(const std::string& text, const std::string& path = "x.md") {
  ReadText result;
  SiteConfig config;
  config.vocabularies[index_of(TermKind::severity)] = default_severities();
  const SourceFile source{path, text};
  const Document document = split_document(source, result.diagnostics);
  Postmortem stated = read_front_matter(document, path, path, config, result.diagnostics);
  Article article = render_markdown(document.body, {path, document.body_line, false}, result.diagnostics);
  Adopted adopted =
      adopt_body(std::move(stated), std::move(article), text, config, Scope::everything, result.diagnostics);
  result.postmortem = std::move(adopted.postmortem);
  result.proposals = std::move(adopted.proposals);
  result.diagnostics.sort();
  return result;
}

/// The timeline as lines "time milestone event".
inline std::string timeline_of(const Postmortem& postmortem) {
  std::string text;
  for (const TimelineEntry& entry : postmortem.timeline) {
    text += (entry.at ? format_iso(*entry.at) : "?" + entry.written) + " " +
            (entry.milestone ? std::string(name_of(*entry.milestone)) : "-") + " " + entry.event.text + "\n";
  }
  return text;
}

/// The action items as lines "status owner ticket title".
inline std::string actions_of(const Postmortem& postmortem) {
  std::string text;
  for (const ActionItem& item : postmortem.action_items) {
    text += std::string(name_of(item.status)) + " " + (item.owner.empty() ? "-" : item.owner) + " " +
            (item.ticket ? item.ticket->label : "-") + " " + item.title.text + "\n";
  }
  return text;
}

}  // namespace hindsight
