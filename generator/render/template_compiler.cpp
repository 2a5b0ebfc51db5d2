#include "render/template_compiler.hpp"

#include <utility>
#include <vector>

namespace hindsight {
namespace {

using Kind = TemplateNode::Kind;
using Place = MarkupContext::Place;

class Compiler {
 public:
  Compiler(std::string_view source, MarkupSyntax syntax) : source_(source), context_(syntax), syntax_(syntax) {}

  CompiledTemplate compile() && {
    TemplatePieces read = read_template(source_);
    for (const TemplatePiece& piece : read.pieces) {
      add(piece);
      if (compiled_.problem) return std::move(compiled_);
    }
    compiled_.problem = std::move(read.problem);
    if (!compiled_.problem) note(context_.end());
    compiled_.result.text.append(TextBuffer::block, ' ');
    return std::move(compiled_);
  }

 private:
  void add(const TemplatePiece& piece) {
    switch (piece.kind) {
      case TemplatePiece::Kind::text: return add_text(piece);
      case TemplatePiece::Kind::value: return add_value(piece);
      case TemplatePiece::Kind::markup: return add_markup(piece);
      case TemplatePiece::Kind::section: return open_section(piece);
      case TemplatePiece::Kind::section_end: return close_section(piece);
      case TemplatePiece::Kind::include: return add_include(piece);
    }
  }

  void add_text(const TemplatePiece& piece) {
    note(context_.read(piece.text, piece.offset));
    std::string& text = compiled_.result.text;
    nodes().push_back({Kind::text, 0, text.size(), text.size() + piece.text.size()});
    text += piece.text;
  }

  void add_value(const TemplatePiece& piece) {
    const Place place = context_.place();
    if (place == Place::elsewhere) {
      return misplaced("{{", piece, "a value in text or in a quoted attribute that is no script and no style");
    }
    const Kind kind = syntax_ == MarkupSyntax::xml    ? Kind::xml
                      : place == Place::address_start ? Kind::address
                                                      : Kind::html;
    nodes().push_back({kind, Name(piece.text).id()});
    context_.pass_value();
  }

  void add_markup(const TemplatePiece& piece) {
    const Place place = context_.place();
    if (place == Place::elsewhere || place == Place::title_text) {
      return misplaced("{{", piece, "markup in text or in a quoted attribute");
    }
    nodes().push_back({Kind::markup, Name(piece.text).id()});
    context_.pass_value();
  }

  void add_include(const TemplatePiece& piece) {
    if (context_.place() != Place::text) return misplaced("{{>", piece, "another template in text");
    nodes().push_back({Kind::include, Name(piece.text).id()});
  }

  void open_section(const TemplatePiece& piece) {
    context_.open_section();
    open_.push_back(nodes().size());
    nodes().push_back({Kind::section, Name(piece.text).id()});
  }

  void close_section(const TemplatePiece& piece) {
    note(context_.close_section(piece.offset));
    nodes()[open_.back()].end = nodes().size();
    open_.pop_back();
  }

  void misplaced(std::string_view opening, const TemplatePiece& piece, std::string wanted) {
    std::string found(opening);
    found.append(piece.text).append("}} ").append(context_.describe());
    note(MarkupProblem{piece.offset, std::move(found), std::move(wanted)});
  }

  void note(std::optional<MarkupProblem> problem) {
    if (!problem) return;
    compiled_.problem =
        TemplateProblem{source_.line_at(problem->offset), std::move(problem->found), std::move(problem->wanted)};
  }

  std::vector<TemplateNode>& nodes() { return compiled_.result.nodes; }

  TemplateSource source_;
  MarkupContext context_;
  MarkupSyntax syntax_;
  std::vector<std::size_t> open_;  ///< the sections around
  CompiledTemplate compiled_;
};

}  // namespace

CompiledTemplate compile_template(std::string_view source, MarkupSyntax syntax) {
  return Compiler(source, syntax).compile();
}

}  // namespace hindsight
