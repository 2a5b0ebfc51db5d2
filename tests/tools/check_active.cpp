// check_active DIR: reads every page of a built site with a foreign HTML parser and prints what could run, load or lead
// astray, one "path: finding" a line. Ends with 1 if there is anything, or no page.
#include <iostream>
#include <string>

#include "base/files.hpp"
#include "tools/active_content.hpp"

int main(int argc, char** argv) {
  using namespace hindsight;
  if (argc != 2) {
    std::cerr << "usage: check_active DIR\n";
    return 2;
  }
  const std::filesystem::path root = argv[1];
  int pages = 0;
  int findings = 0;
  for (const std::string& file : list_files(root)) {
    if (extension_of(file) != "html") continue;
    ++pages;
    for (const std::string& finding : oracle::find_active_content(read_file(root / file), oracle::Scope::page)) {
      std::cout << file << ": " << finding << '\n';
      ++findings;
    }
  }
  std::cout << pages << " pages, " << findings << " findings\n";
  return pages > 0 && findings == 0 ? 0 : 1;
}
