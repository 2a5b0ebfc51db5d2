#pragma once

#include "markdown/node.hpp"
#include "markdown/outline.hpp"

namespace hindsight {

/// The structure of a tree that an HtmlWriter, which still lives, has written; `first_line` is the line of the file at
/// which its text begins.
Outline build_outline(cmark_node* root, int first_line);

}  // namespace hindsight
