#include "model/visible_names.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace hindsight {
namespace {

class Pass {
 public:
  Pass(const Postmortem& postmortem, Diagnostics& diagnostics) : postmortem_(postmortem), diagnostics_(diagnostics) {}

  void show(std::string& name, std::string_view field) {
    if (!is_plain_ascii(name)) show(name, field, postmortem_.location_of(field));
  }

  void show(std::string& name, std::string_view field, int line) {
    if (!is_plain_ascii(name)) show(name, field, Location{postmortem_.file, line, 0});
  }

  void show_all(std::vector<std::string>& names, std::string_view field) {
    for (std::string& name : names) show(name, field);
  }

 private:
  void show(std::string& name, std::string_view field, const Location& location) {
    const CharacterCount invisible = count_invisible_characters(name);
    if (invisible.count == 0 && count_bidi_controls(name).count == 0) return;
    name = show_invisible_characters(name);
    if (invisible.count == 0) return;  // whoever read the file has told
    diagnostics_.add(Rule::invisible_character, location,
                     std::string(field) + " \"" + shorten(name, 60) + "\" has " +
                         counted(invisible.count, "character that nobody can see", "characters that nobody can see"),
                     "visible text", "delete them; they are shown as \u2426");
  }

  const Postmortem& postmortem_;
  Diagnostics& diagnostics_;
};

}  // namespace

Postmortem with_visible_names(Postmortem postmortem, Diagnostics& diagnostics) {
  Pass pass(postmortem, diagnostics);
  pass.show(postmortem.title, "title");
  for (const TermKind kind : all_term_kinds) {
    if (kind != TermKind::severity) pass.show_all(postmortem.terms[index_of(kind)], field_of(kind));
  }
  pass.show_all(postmortem.authors, "authors");
  pass.show_all(postmortem.responders, "responders");
  for (ActionItem& item : postmortem.action_items) {
    pass.show(item.owner, "owner", item.line);
    if (item.ticket) pass.show(item.ticket->label, "ticket", item.line);
  }
  return postmortem;
}

}  // namespace hindsight
