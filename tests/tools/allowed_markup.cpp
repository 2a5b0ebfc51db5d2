#include "tools/allowed_markup.hpp"

#include <map>

namespace hindsight::oracle {
namespace {

using Table = std::map<std::string_view, Attributes>;

/// What Markdown and the allow-list for HTML may become.
const Table body = {
    {"a", {"href", "title", "rel", "class", "id", "aria-label"}},
    {"abbr", {}},
    {"b", {}},
    {"blockquote", {}},
    {"br", {}},
    {"code", {"class"}},
    {"del", {}},
    {"details", {}},
    {"div", {"class", "role", "tabindex", "aria-label"}},
    {"em", {}},
    {"h2", {"id"}},
    {"h3", {"id"}},
    {"h4", {"id"}},
    {"h5", {"id"}},
    {"h6", {"id"}},
    {"hr", {}},
    {"i", {}},
    {"img", {"src", "alt", "loading", "referrerpolicy"}},
    {"ins", {}},
    {"kbd", {}},
    {"li", {"class", "id"}},
    {"mark", {}},
    {"ol", {"start"}},
    {"p", {}},
    {"pre", {"tabindex"}},
    {"s", {}},
    {"section", {"class", "aria-label"}},
    {"small", {}},
    {"span", {"class", "role", "aria-label"}},
    {"strong", {}},
    {"sub", {}},
    {"summary", {}},
    {"sup", {"class"}},
    {"table", {}},
    {"tbody", {}},
    {"td", {"class"}},
    {"th", {"class", "scope"}},
    {"thead", {"hidden"}},
    {"tr", {}},
    {"u", {}},
    {"ul", {"class"}},
};

/// What the theme's templates and drawings add, for a whole page.
const Table theme = {
    {"a", {"aria-current", "data-value", "tabindex"}},
    {"abbr", {"class", "title"}},
    {"article", {"class", "id"}},
    {"button", {"class", "hidden", "id", "tabindex", "type"}},
    {"caption", {"class"}},
    {"circle", {"class", "cx", "cy", "r"}},
    {"cite", {}},
    {"dd", {}},
    {"defs", {}},
    {"details", {"class", "open"}},
    {"div", {"hidden", "id"}},
    {"dl", {"class"}},
    {"dt", {}},
    {"fieldset", {"data-facet"}},
    {"figcaption", {}},
    {"figure", {"aria-labelledby", "class", "id"}},
    {"footer", {"class"}},
    {"form", {"action", "aria-label", "class", "data-root", "data-scripts", "hidden", "method", "role"}},
    {"g", {"class"}},
    {"h1", {"id"}},
    {"h2", {"class"}},
    {"header", {"class", "id"}},
    {"html", {"lang"}},
    {"input",
     {"aria-label", "autocapitalize", "autocomplete", "enterkeyhint", "id", "name", "placeholder", "spellcheck", "type",
      "value", "checked", "list"}},
    {"kbd", {"aria-hidden", "class", "hidden"}},
    {"label", {"class", "for", "hidden"}},
    {"legend", {}},
    {"li", {"aria-current", "data-dots"}},
    {"line", {"class", "x1", "x2", "y1", "y2"}},
    {"link", {"href", "rel", "title", "type"}},
    {"main", {"id", "tabindex"}},
    {"marker", {"id", "markerHeight", "markerUnits", "markerWidth", "viewBox"}},
    {"meta", {"charset", "content", "http-equiv", "name", "property"}},
    {"nav", {"aria-label", "aria-labelledby", "class"}},
    {"noscript", {}},
    {"ol", {"class", "id"}},
    {"option", {"value"}},
    {"p", {"aria-live", "class", "hidden", "id", "role"}},
    {"path", {"class", "d", "marker-end", "marker-mid", "marker-start"}},
    {"q", {"class"}},
    {"rect", {"class", "height", "width", "x", "y"}},
    {"script", {"defer", "src"}},
    {"section", {"aria-labelledby"}},
    {"select", {"id"}},
    {"span", {"aria-hidden", "title"}},
    {"svg", {"aria-hidden", "aria-label", "class", "preserveAspectRatio", "role", "viewBox"}},
    {"table", {"class", "data-filter", "data-piece-rows", "data-pieces", "data-row-order", "data-rows", "id"}},
    {"td", {"title"}},
    {"text", {"class", "x", "y"}},
    {"th", {"colspan", "data-sort", "data-sort-first"}},
    {"time", {"datetime"}},
    {"title", {}},
    {"tr",
     {"data-age", "data-cost", "data-due", "data-due-day", "data-open", "data-owner", "data-root-cause", "data-service",
      "data-severity", "data-state", "data-status", "data-trigger", "data-type", "data-year", "id"}},
    {"ul", {"id"}},
};

Table both() {
  Table table = body;
  for (const auto& [element, attributes] : theme) table[element].insert(attributes.begin(), attributes.end());
  return table;
}

}  // namespace

const Attributes* allowed_attributes(std::string_view element, Scope scope) {
  static const Table page = both();
  const Table& table = scope == Scope::body ? body : page;
  const auto found = table.find(element);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace hindsight::oracle
