#pragma once

#include "markdown/html_writer.hpp"
#include "markdown/node.hpp"
#include "markdown/outline.hpp"

namespace hindsight {

/// The structure of a tree that `writer` has written; `first_line` is the line of the file at which its text begins.
Outline build_outline(cmark_node* root, const HtmlWriter& writer, int first_line);

}  // namespace hindsight
