#include "render/view.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cstring>
#include <new>
#include <type_traits>

#include "render/view_data.hpp"

namespace hindsight {
namespace {

constexpr std::size_t long_text = 1024;

template <class Item>
Item* make(ViewPage& page, const Item& item) {
  static_assert(std::is_trivially_destructible_v<Item>);
  return new (page.memory.take(sizeof(Item))) Item(item);
}

/// A value with a copy of its text behind it.
ViewValue* make_value(ViewPage& page, NameId name, std::string_view text, const ViewValue* next) {
  auto* place = static_cast<char*>(page.memory.take(sizeof(ViewValue) + text.size()));
  char* copy = place + sizeof(ViewValue);
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  return new (place) ViewValue{next, name, {copy, text.size()}};
}

/// Adds an empty view to the group of that name.
ViewData* add_to(ViewGroup*& groups, NameId name, const ViewData& empty) {
  ViewData* added = make(*empty.page, empty);
  if (ViewGroup* known = find_group(groups, name)) {
    known->last->next = added;
    known->last = added;
  } else {
    groups = make(*empty.page, ViewGroup{groups, name, added, added});
  }
  return added;
}

}  // namespace

/// For overwriting: else the page's memory is cleared before it is used.
View::View() : page_(std::make_unique_for_overwrite<ViewPage>()), data_(&page_->root) { data_->page = page_.get(); }

View View::inside(const View& around) {
  View view;
  const ViewPage& page = *around.data().page;
  view.data_->parent = &around.data();
  view.page_->text_size = page.text_size;
  view.page_->global_values = page.global_values;
  return view;
}

View::View(ViewData* part) : data_(part) {}
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

void View::set_text(NameId name, std::string_view text) {
  data_->values = make_value(*data_->page, name, text, data_->values);
  note_value(name, text.size());
}

void View::note_value(NameId name, std::size_t size) {
  data_->value_names.add(name);
  data_->page->text_size += size;
}

View& View::set(Name name, std::string_view text) {
  assert(!name.is_markup());
  set_text(name.id(), text);
  return *this;
}

View& View::set(Name name, long number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  return set(name, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

View& View::set_html(Name name, std::string_view html) {
  assert(name.is_markup());
  set_text(name.id(), html);
  return *this;
}

View& View::take_html(Name name, std::string html) {
  if (html.size() < long_text) return set_html(name, std::string_view(html));
  assert(name.is_markup());
  const std::string& kept = data_->page->long_texts.emplace_front(std::move(html));
  data_->values = make(*data_->page, ViewValue{data_->values, name.id(), kept});
  note_value(name.id(), kept.size());
  return *this;
}

void View::show_section(NameId section) {
  if (find_group(data_->sections, section) != nullptr) return;
  add_to(data_->sections, section, {.page = data_->page, .parent = data_});
  data_->section_names.add(section);
}

View& View::show(Name section) {
  show_section(section.id());
  return *this;
}

View& View::show_either(bool condition, Name section, Name otherwise) { return show(condition ? section : otherwise); }

View& View::set_if(Name name, std::string_view text) {
  if (text.empty()) return *this;
  set(name, text);
  show_section(name.has_id());
  return *this;
}

View& View::set_html_if(Name name, std::string_view html) {
  if (html.empty()) return *this;
  set_html(name, html);
  show_section(name.has_id());
  return *this;
}

View View::add(Name section) {
  data_->section_names.add(section.id());
  return View(add_to(data_->sections, section.id(), {.page = data_->page, .parent = data_}));
}

View View::include(Name name, Name template_file) {
  return View(add_to(data_->includes, name.id(), {.page = data_->page, .template_file = template_file.id()}));
}

View& View::set_global(Name name, std::string_view text) {
  assert(!name.is_markup());
  ViewPage& page = *data_->page;
  page.global_values = make_value(page, name.id(), text, page.global_values);
  return *this;
}

}  // namespace hindsight
