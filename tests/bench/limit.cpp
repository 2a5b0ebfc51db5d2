// limit CONTENT SITE OUT: the least that any generator of this site must do: read each document of CONTENT, have
// cmark-gfm with all extensions of GFM parse it and render it, and write as many files as SITE has, of the same sizes,
// to OUT. One thread, and the system's allocator: what Hindsight gains by another is its own merit, and shown beside.
#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

std::string render(const std::string& markdown) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (const char* name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  std::string result(html);
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return result;
}

void write(const std::string& path, const std::string& bytes, std::size_t size) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  for (std::size_t left = size; left > 0;) {
    const std::size_t piece = std::min(left, bytes.size());
    if (::write(file, bytes.data(), piece) != static_cast<ssize_t>(piece)) std::abort();
    left -= piece;
  }
  close(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "limit CONTENT SITE OUT\n";
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  std::string bytes;
  for (const fs::directory_entry& document : fs::directory_iterator(argv[1])) {
    const std::string html = render(read(document.path()));
    if (bytes.size() < (1U << 20)) bytes += html;
  }
  std::size_t written = 0;
  const std::size_t prefix = std::string(argv[2]).size();
  fs::create_directories(argv[3]);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(argv[2])) {
    const std::string target = argv[3] + entry.path().native().substr(prefix);
    if (entry.is_directory()) {
      fs::create_directory(target);
    } else {
      write(target, bytes, entry.file_size());
      written += entry.file_size();
    }
  }
  std::cout << written << " bytes\n";
  return 0;
}
