#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateDictionary;
}

namespace hindsight {

/// What a page gives a template: names with text, and sections that are shown once, several times or not at all. Text
/// is escaped by the template for the place where it stands. A name that ends in _html is markup, printed as it is; it
/// must come from render/ or markdown/.
class View {
 public:
  View();
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  View& set(std::string_view name, std::string_view text);
  View& set(std::string_view name, long number);
  View& set_html(std::string_view name, std::string_view html);

  /// Shows a section; inside, the names of this view and of the views around it are visible, but not those of views
  /// that were added to it.
  View& show(std::string_view section);

  /// Shows `section` if the condition holds, else `otherwise`.
  View& show_either(bool condition, std::string_view section, std::string_view otherwise);

  /// Sets a name and shows the section of the same name around it, if there is any text.
  View& set_if(std::string_view name, std::string_view text);
  View& set_html_if(std::string_view name, std::string_view html);

  /// One more round of a section.
  View add(std::string_view section);

  /// Fills {{>NAME}} with another template, which sees only what the returned view sets.
  View include(std::string_view name, std::string_view template_file);

  /// Visible in included templates too.
  View& set_global(std::string_view name, std::string_view text);

  /// Everything that was set, for the test of the theme's contract.
  std::string dump() const;

 private:
  friend class Theme;
  explicit View(ctemplate::TemplateDictionary* part);

  std::unique_ptr<ctemplate::TemplateDictionary> owned_;
  ctemplate::TemplateDictionary* dictionary_;
};

}  // namespace hindsight
