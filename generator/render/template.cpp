#include "render/template.hpp"

#include <string_view>

#include "render/template_escape.hpp"

namespace hindsight {
namespace {

std::string_view text_of(const Template& whole, const TemplateNode& node) {
  return {whole.text.data() + node.begin, node.end - node.begin};
}

/// Looks in the view and in those around it, then among the page's global values.
std::string_view value_of(const ViewData& view, NameId name) {
  for (const ViewData* around = &view; around != nullptr; around = around->parent) {
    if (!around->value_names.may_hold(name)) continue;
    if (const ViewValue* value = find_value(around->values, name)) return value->text;
  }
  const ViewValue* value = find_value(view.page->global_values, name);
  return value == nullptr ? std::string_view("") : value->text;
}

/// The first round of a section, of the nearest view that has it.
const ViewData* rounds_of(const ViewData& view, NameId section) {
  for (const ViewData* around = &view; around != nullptr; around = around->parent) {
    if (!around->section_names.may_hold(section)) continue;
    if (const ViewGroup* group = find_group(around->sections, section)) return group->first;
  }
  return nullptr;
}

const ViewData* fillings_of(const ViewData& view, NameId name) {
  for (const ViewData* around = &view; around != nullptr; around = around->parent) {
    if (const ViewGroup* group = find_group(around->includes, name)) return group->first;
  }
  return nullptr;
}

class Renderer {
 public:
  Renderer(const Templates& templates, TextBuffer& page) : templates_(templates), page_(page) {}

  void render(const Template& whole, const ViewData& view) { render(whole, 0, whole.nodes.size(), view); }

 private:
  void render(const Template& whole, std::size_t first, std::size_t end, const ViewData& view) {
    for (std::size_t at = first; at < end; ++at) {
      const TemplateNode& node = whole.nodes[at];
      switch (node.kind) {
        case TemplateNode::Kind::text: page_.append_blocks(text_of(whole, node)); break;
        case TemplateNode::Kind::html: append_html_value(page_, value_of(view, node.name)); break;
        case TemplateNode::Kind::address: append_address_value(page_, value_of(view, node.name)); break;
        case TemplateNode::Kind::xml: append_xml_value(page_, value_of(view, node.name)); break;
        case TemplateNode::Kind::markup: page_ += value_of(view, node.name); break;
        case TemplateNode::Kind::section:
          for (const ViewData* round = rounds_of(view, node.name); round != nullptr; round = round->next) {
            render(whole, at + 1, node.end, *round);
          }
          at = node.end - 1;
          break;
        case TemplateNode::Kind::include: include(view, node.name); break;
      }
    }
  }

  void include(const ViewData& view, NameId name) {
    for (const ViewData* filling = fillings_of(view, name); filling != nullptr; filling = filling->next) {
      const auto found = templates_.find(filling->template_file);
      if (found != templates_.end()) render(found->second, *filling);
    }
  }

  const Templates& templates_;
  TextBuffer& page_;
};

}  // namespace

void render_template(const Template& page_template, const ViewData& view, const Templates& templates,
                     TextBuffer& page) {
  Renderer(templates, page).render(page_template, view);
}

}  // namespace hindsight
