#pragma once

#include "markdown/outline.hpp"

namespace hindsight {

/// The outline with the structure that authors show by form alone made explicit, so that the readers need to know one
/// form only: a bold or bare line that names a section becomes a heading, a bullet that is a section's label and holds
/// a list becomes that heading and list, lines of cells between bars become a table. What is made here has no place of
/// its own in the HTML (empty ranges).
Outline shaped(Outline outline);

/// Whether a block was made by shaped() from a part of another.
bool is_made(const Block& block);

}  // namespace hindsight
