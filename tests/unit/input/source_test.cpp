#include "input/source.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <doctest/doctest.h>

#include "base/fatal.hpp"

namespace hindsight {
namespace {

/// A file that is gone with its test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    std::string name = (std::filesystem::temp_directory_path() / "hindsight-XXXXXX").string();
    const int file = mkstemp(name.data());
    REQUIRE(file >= 0);
    REQUIRE(write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    close(file);
    path_ = name;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string read(const std::string& bytes, Diagnostics& diagnostics) {
  const TemporaryFile file(bytes);
  return read_source(file.path(), "x.md", diagnostics).text;
}

}  // namespace

TEST_CASE("sources: byte order mark and foreign line ends are unified without a word") {
  Diagnostics diagnostics;
  CHECK(read("\xEF\xBB\xBF"
             "a\r\nb\rc\n",
             diagnostics) == "a\nb\nc\n");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("sources: bytes that are not UTF-8 are replaced and reported with their line") {
  Diagnostics diagnostics;
  CHECK(read("good\nM\xFCnchen\n", diagnostics) == "good\nM\uFFFDnchen\n");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].rule == Rule::file_not_utf8);
  CHECK(diagnostics.all()[0].location.line == 2);
  CHECK(diagnostics.all()[0].location.column == 2);
}

TEST_CASE("sources: NUL and other control characters are left out and counted") {
  Diagnostics diagnostics;
  CHECK(read(std::string("a\0b\x1b[31m\tc\n", 11), diagnostics) == "ab[31m\tc\n");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].found == "2 control characters");
}

TEST_CASE("sources: a file over the limit is an error and is not read") {
  Diagnostics diagnostics;
  CHECK(read(std::string(Limits().file_bytes + 1, 'x'), diagnostics).empty());
  CHECK(diagnostics.all().at(0).rule == Rule::file_too_large);
}

TEST_CASE("sources: a link is not followed, a missing file is a broken environment") {
  Diagnostics diagnostics;
  const TemporaryFile target("secret");
  const std::filesystem::path link = target.path().string() + ".link";
  std::filesystem::create_symlink(target.path(), link);
  CHECK_THROWS_AS(read_source(link, "x.md", diagnostics), Fatal);
  std::filesystem::remove(link);
  CHECK_THROWS_AS(read_source("/nowhere/x.md", "x.md", diagnostics), Fatal);
}

}  // namespace hindsight
