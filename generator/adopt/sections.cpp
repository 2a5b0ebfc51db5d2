#include "adopt/sections.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.hpp"

namespace hindsight {
namespace {

/// Headings of the templates in use, without articles, numbers and punctuation.
using enum Section;
const std::unordered_map<std::string_view, Section> names = {
    {"summary", summary},
    {"issue summary", summary},
    {"incident summary", summary},
    {"executive summary", summary},
    {"quick summary", summary},
    {"overview", summary},
    {"what happened", summary},
    {"what happened and when", summary},
    {"incident overview", summary},
    {"incident description", summary},
    {"description", summary},
    {"problem", summary},
    {"problem summary", summary},
    {"problem description", summary},
    {"high level summary", summary},
    {"tldr", summary},
    {"impact", impact},
    {"impacts", impact},
    {"summary of impact", impact},
    {"customer impact", impact},
    {"user impact", impact},
    {"end user impact", impact},
    {"affected users", impact},
    {"who was affected", impact},
    {"business impact", impact},
    {"impact assessment", impact},
    {"impact analysis", impact},
    {"impact on users", impact},
    {"scope of impact", impact},
    {"what was affected", impact},
    {"timeline", timeline},
    {"issue timeline", timeline},
    {"incident timeline", timeline},
    {"timeline of events", timeline},
    {"timeline summary", timeline},
    {"chronology", timeline},
    {"chronology of events", timeline},
    {"event timeline", timeline},
    {"events timeline", timeline},
    {"events", timeline},
    {"detailed timeline", timeline},
    {"timeline of the incident", timeline},
    {"timeline of incident", timeline},
    {"incident chronology", timeline},
    {"incident log", timeline},
    {"sequence of events", timeline},
    {"chain of events", timeline},
    {"key events", timeline},
    {"trigger", trigger},
    {"triggers", trigger},
    {"root cause", root_causes},
    {"root causes", root_causes},
    {"root cause analysis", root_causes},
    {"root cause and resolution", root_causes},
    {"identified cause", root_causes},
    {"cause", root_causes},
    {"analysis of causes", root_causes},
    {"what caused it", root_causes},
    {"why did it happen", root_causes},
    {"why did this happen", root_causes},
    {"root cause s", root_causes},
    {"whys", root_causes},
    {"five whys", root_causes},
    {"the five whys", root_causes},
    {"causes", root_causes},
    {"root cause explanation", root_causes},
    {"root cause and fix", root_causes},
    {"primary cause", root_causes},
    {"underlying cause", root_causes},
    {"cause of the outage", root_causes},
    {"cause of the incident", root_causes},
    {"what was the cause", root_causes},
    {"what was the root cause", root_causes},
    {"what caused the outage", root_causes},
    {"what caused the incident", root_causes},
    {"explanation", root_causes},
    {"technical cause", root_causes},
    {"fault", root_causes},
    {"contributing factors", contributing_factors},
    {"contributing conditions", contributing_factors},
    {"contributing factor", contributing_factors},
    {"leadup", contributing_factors},
    {"detection", detection},
    {"identified", detection},
    {"how we noticed", detection},
    {"how was it detected", detection},
    {"how was the incident detected", detection},
    {"how did we find out", detection},
    {"incident detection", detection},
    {"resolution", resolution},
    {"recovery", resolution},
    {"resolution and recovery", resolution},
    {"mitigation", resolution},
    {"mitigation and resolution", resolution},
    {"what fixed it", resolution},
    {"what stopped it", resolution},
    {"how was it resolved", resolution},
    {"how was it fixed", resolution},
    {"how did we fix it", resolution},
    {"fix", resolution},
    {"remedy", resolution},
    {"incident response", resolution},
    {"recovery and resolution", resolution},
    {"response", resolution},
    {"lessons", lessons},
    {"lessons learned", lessons},
    {"lessons learnt", lessons},
    {"lesson learned", lessons},
    {"conclusion", lessons},
    {"conclusions", lessons},
    {"what went well", lessons},
    {"what went wrong", lessons},
    {"what went badly", lessons},
    {"where we got lucky", lessons},
    {"how did we do", lessons},
    {"action items", action_items},
    {"actions", action_items},
    {"action item", action_items},
    {"review actions", action_items},
    {"actions following review", action_items},
    {"actionables", action_items},
    {"remediation", action_items},
    {"remediations", action_items},
    {"corrective actions", action_items},
    {"corrective and preventative measures", action_items},
    {"corrective and preventive measures", action_items},
    {"corrective preventative measures", action_items},
    {"corrective measures", action_items},
    {"preventative measures", action_items},
    {"preventive measures", action_items},
    {"next steps", action_items},
    {"follow ups", action_items},
    {"follow up", action_items},
    {"followups", action_items},
    {"follow up actions", action_items},
    {"recommendations", action_items},
    {"proposal improvements", action_items},
    {"todo", action_items},
    {"to do", action_items},
    {"authors", people},
    {"author", people},
    {"attendees", people},
    {"responders", people},
    {"participants", people},
};

/// "What went wrong" is a lesson below "Lessons learned", and the cause where a document names no other.
void take_wrongs_for_causes(std::vector<SectionPart>& parts) {
  if (std::ranges::find(parts, root_causes, &SectionPart::section) != parts.end()) return;
  const bool has_well = std::ranges::any_of(parts, [](const SectionPart& part) {
    return part.heading != nullptr && normal_heading(part.heading->text) == "what went well";
  });
  if (has_well) return;
  for (SectionPart& part : parts) {
    if (part.heading != nullptr && normal_heading(part.heading->text) == "what went wrong") part.section = root_causes;
  }
}

}  // namespace

std::string normal_heading(std::string_view heading) {
  std::string result;
  int depth = 0;
  for (std::size_t at = 0; at < heading.size(); ++at) {
    const char c = heading[at];
    if (is_letter(c)) {
      if (depth == 0) result += static_cast<char>(c | 0x20);  // in lower case
      continue;
    }
    if (c == '(' || c == '[') ++depth;
    const std::string_view rest = heading.substr(at);
    const bool remark = c == ':' || (c == ' ' && (rest.starts_with(" - ") || rest.starts_with(" – ")));
    if (remark && depth == 0 && !result.empty()) break;
    if (depth == 0) {
      if (c == '&') {
        result += "and";
      } else if (c == ' ' || c == '/' || c == '-') {
        result += ' ';
      }
    }
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return collapse_spaces(result);
}

Section section_named(std::string_view heading) {
  const auto found = names.find(normal_heading(heading));
  return found == names.end() ? Section::none : found->second;
}

std::vector<SectionPart> cut_sections(const Outline& outline) {
  std::vector<SectionPart> parts(1);
  for (const Block& block : outline) {
    if (block.kind != Block::Kind::heading) {
      parts.back().blocks.push_back(&block);
      continue;
    }
    const Section named = section_named(block.text);
    const SectionPart& current = parts.back();
    const bool is_below = current.heading != nullptr && block.level > current.heading->level;
    // "Lessons learned > What went well" and "Action items > Short term" stay in their section.
    if (is_below && current.section != Section::none && (named == Section::none || named == current.section)) {
      parts.back().blocks.push_back(&block);
    } else {
      parts.push_back({named, &block, {}});
    }
  }
  take_wrongs_for_causes(parts);
  return parts;
}

}  // namespace hindsight
