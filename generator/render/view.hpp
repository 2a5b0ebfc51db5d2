#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "render/name.hpp"

namespace hindsight {

struct ViewData;
struct ViewPage;

/// What a page gives a template: names with text, and sections that are shown once, several times or not at all. Text
/// is escaped by the template for the place where it stands. A name that ends in _html is markup, printed as it is; it
/// must come from render/ or markdown/.
class View {
 public:
  View();

  /// A view of its own page in which all that `around` has is visible, too. `around` must outlive it; several pages can
  /// be inside one.
  static View inside(const View& around);

  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  View& set(Name name, std::string_view text);
  View& set(Name name, long number);
  View& set_html(Name name, std::string_view html);

  /// The same for a text that its maker needs no more: a long one is taken over instead of copied.
  template <std::same_as<std::string> Text>
  View& set_html(Name name, Text&& html) {
    return take_html(name, std::forward<Text>(html));
  }

  /// Shows a section; inside, the names of this view and of the views around it are visible, but not those of views
  /// that were added to it.
  View& show(Name section);

  /// Shows `section` if the condition holds, else `otherwise`.
  View& show_either(bool condition, Name section, Name otherwise);

  /// Sets a name and shows the section of the same name around it, if there is any text.
  View& set_if(Name name, std::string_view text);
  View& set_html_if(Name name, std::string_view html);

  /// One more round of a section.
  View add(Name section);

  /// Fills {{>NAME}} with another template, which sees only what the returned view sets.
  View include(Name name, Name template_file);

  /// Visible in included templates too.
  View& set_global(Name name, std::string_view text);

  /// For the renderer.
  const ViewData& data() const { return *data_; }

 private:
  explicit View(ViewData* part);

  View& take_html(Name name, std::string html);
  void set_text(NameId name, std::string_view text);
  void note_value(NameId name, std::size_t size);
  void show_section(NameId section);

  std::unique_ptr<ViewPage> page_;  ///< of the outermost view only
  ViewData* data_;
};

}  // namespace hindsight
