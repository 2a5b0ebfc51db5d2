#include "render/view.hpp"

#include <cassert>
#include <cstring>  // ctemplate forgets it
#include <functional>
#include <mutex>
#include <set>
#include <unordered_map>

#include <ctemplate/template_dictionary.h>

namespace hindsight {
namespace {

ctemplate::TemplateString view_of(std::string_view text) { return {text.data(), text.size()}; }

/// Puts a name where ctemplate keeps it for good. There are as many as the pages have, a few hundred.
ctemplate::TemplateString register_name(std::string_view name) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> texts;
  const std::lock_guard lock(mutex);
  auto text = texts.find(name);
  if (text == texts.end()) text = texts.emplace(name).first;
  const ctemplate::StaticTemplateString known = {{text->c_str(), text->size(), 0}};
  const ctemplate::StaticTemplateStringInitializer hashed(&known);
  return known;
}

/// ctemplate hashes any other name at each use and keeps a copy of it in each dictionary, dearer than all else it does
/// here. So each thread remembers the names it has used.
const ctemplate::TemplateString& name_of(std::string_view name) {
  thread_local std::unordered_map<std::string_view, ctemplate::TemplateString> known;
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  const ctemplate::TemplateString registered = register_name(name);
  return known.emplace(std::string_view(registered.data(), registered.size()), registered).first->second;
}

[[maybe_unused]] bool is_markup(std::string_view name) { return name.ends_with("_html"); }

}  // namespace

View::View() : owned_(std::make_unique<ctemplate::TemplateDictionary>("page")), dictionary_(owned_.get()) {}
View::View(ctemplate::TemplateDictionary* part) : dictionary_(part) {}
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View& View::set(std::string_view name, std::string_view text) {
  assert(!is_markup(name));
  dictionary_->SetValue(name_of(name), view_of(text));
  return *this;
}

View& View::set(std::string_view name, long number) { return set(name, std::to_string(number)); }

View& View::set_html(std::string_view name, std::string_view html) {
  assert(is_markup(name));
  dictionary_->SetValue(name_of(name), view_of(html));
  return *this;
}

View& View::show(std::string_view section) {
  dictionary_->ShowSection(name_of(section));
  return *this;
}

View& View::show_either(bool condition, std::string_view section, std::string_view otherwise) {
  return show(condition ? section : otherwise);
}

View& View::set_if(std::string_view name, std::string_view text) {
  if (text.empty()) return *this;
  set(name, text);
  return show("has_" + std::string(name));
}

View& View::set_html_if(std::string_view name, std::string_view html) {
  if (html.empty()) return *this;
  set_html(name, html);
  return show("has_" + std::string(name));
}

View View::add(std::string_view section) { return View(dictionary_->AddSectionDictionary(name_of(section))); }

View View::include(std::string_view name, std::string_view template_file) {
  ctemplate::TemplateDictionary* part = dictionary_->AddIncludeDictionary(name_of(name));
  part->SetFilename(view_of(template_file));
  return View(part);
}

View& View::set_global(std::string_view name, std::string_view text) {
  assert(!is_markup(name));
  dictionary_->SetTemplateGlobalValue(name_of(name), view_of(text));
  return *this;
}

std::string View::dump() const {
  std::string text;
  dictionary_->DumpToString(&text, 0);
  return text;
}

}  // namespace hindsight
