#include "pages/prose.hpp"

#include "base/escape.hpp"
#include "pages/links.hpp"

namespace hindsight {

std::string prose_html(const Publication& publication, const Postmortem& postmortem, const Prose& prose,
                       const Urls& urls) {
  if (!prose.html.empty()) return prose.html;
  if (!prose.range) return escape_html(prose.text);
  return print_range(publication.site, publication.attachments, postmortem, *prose.range, urls);
}

}  // namespace hindsight
