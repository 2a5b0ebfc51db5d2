#include "output/publisher.hpp"

#include <fstream>
#include <thread>
#include <unistd.h>
#include <utility>

#include <doctest/doctest.h>

#include "base/fatal.hpp"
#include "base/files.hpp"

namespace fs = std::filesystem;

namespace hindsight {
namespace {

/// A folder with a content folder in it, gone with its test.
class Workplace {
 public:
  Workplace() {
    std::string pattern = (fs::temp_directory_path() / "hindsight-out-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    fs::create_directories(path_ / "content");
  }
  ~Workplace() { fs::remove_all(path_); }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  fs::path site() const { return path_ / "site"; }
  fs::path content() const { return path_ / "content"; }

  PublishSummary publish(const std::map<std::string, std::string>& files) const {
    Publisher publisher(site(), content());
    for (const auto& [path, bytes] : files) publisher.write(path, in_one_piece(bytes));
    return publisher.commit();
  }

  std::string read(const std::string& path) const { return read_file(site() / path); }

  /// Everything beside the site that a build left.
  std::vector<std::string> leftovers() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      if (name != "site" && name != "content") names.push_back(name);
    }
    return names;
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("publishing: a file may come in pieces, which are asked for once more only if they are not what was there") {
  const Workplace workplace;
  int asked = 0;
  const auto publish = [&](std::string_view last) {
    Publisher publisher(workplace.site(), workplace.content());
    publisher.write("data.json", [&](const Put& put) {
      ++asked;
      for (const std::string_view piece : {std::string_view("one "), std::string_view(), last}) put(piece);
    });
    const std::size_t written = publisher.commit().written;
    return std::pair(written, std::exchange(asked, 0));
  };
  CHECK(publish("two") == std::pair(std::size_t{1}, 1));
  CHECK(workplace.read("data.json") == "one two");
  CHECK(publish("two") == std::pair(std::size_t{0}, 1));
  CHECK(publish("three") == std::pair(std::size_t{1}, 2));
  CHECK(workplace.read("data.json") == "one three");
}

TEST_CASE("publishing: a site appears as a whole, and nothing is left beside it") {
  const Workplace workplace;
  const PublishSummary summary = workplace.publish({{"index.html", "a"}, {"incidents/b.html", "b"}});
  CHECK(summary.written == 2);
  CHECK(workplace.read("incidents/b.html") == "b");
  CHECK(workplace.leftovers().empty());
}

TEST_CASE("publishing: a file that somebody changed since is made anew, be it of the same size") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}, {"x.html", "x"}});
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(workplace.publish({{"index.html", "a"}, {"x.html", "x"}}).unchanged == 2);
  std::ofstream(workplace.site() / "index.html") << "b";
  fs::permissions(workplace.site() / "x.html", fs::perms::none);
  const PublishSummary summary = workplace.publish({{"index.html", "a"}, {"x.html", "x"}});
  CHECK(workplace.read("index.html") == "a");
  CHECK(summary.written == (geteuid() == 0 ? 1U : 2U));
}

TEST_CASE("publishing: a manifest without hashes, as earlier versions wrote it, lists files all the same") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}, {"old.html", "x"}});
  std::ofstream(workplace.site() / ".hindsight-manifest")
      << "Hindsight made the files below. It removes only what is listed here.\nindex.html\nold.html\n";
  const PublishSummary summary = workplace.publish({{"index.html", "a"}});
  CHECK(summary.unchanged == 1);
  CHECK(summary.removed == 1);
  CHECK_FALSE(fs::exists(workplace.site() / "old.html"));
}

TEST_CASE("publishing: unchanged files keep their time, stale ones go, with their folders") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}, {"old/x.html", "x"}});
  const auto before = fs::last_write_time(workplace.site() / "index.html");
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const PublishSummary summary = workplace.publish({{"index.html", "a"}, {"new.html", "n"}});
  CHECK(summary.written == 1);
  CHECK(summary.unchanged == 1);
  CHECK(summary.removed == 1);
  CHECK(fs::last_write_time(workplace.site() / "index.html") == before);
  CHECK_FALSE(fs::exists(workplace.site() / "old"));
}

TEST_CASE("publishing: a build that changes nothing does not even touch the folder") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  const auto before = fs::last_write_time(workplace.site());
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(workplace.publish({{"index.html", "a"}}).written == 0);
  CHECK(fs::last_write_time(workplace.site()) == before);
}

TEST_CASE("publishing: without a commit nothing has happened") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  {
    Publisher publisher(workplace.site(), workplace.content());
    publisher.write("index.html", in_one_piece("b"));
  }
  CHECK(workplace.read("index.html") == "a");
  CHECK(workplace.leftovers().empty());
}

TEST_CASE("publishing: a folder that Hindsight did not make is refused") {
  const Workplace workplace;
  fs::create_directories(workplace.site());
  std::ofstream(workplace.site() / "thesis.doc") << "years of work";
  CHECK_THROWS_AS(workplace.publish({{"index.html", "a"}}), Fatal);
  CHECK(workplace.read("thesis.doc") == "years of work");
}

TEST_CASE("publishing: links and folders of others stay, as what they are") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  fs::create_directories(workplace.site() / ".well-known/challenge");
  std::ofstream(workplace.site() / ".well-known/challenge/token") << "t";
  fs::create_symlink("..", workplace.site() / "up");
  fs::create_symlink("nowhere", workplace.site() / "broken");
  workplace.publish({{"index.html", "b"}});
  CHECK(workplace.read(".well-known/challenge/token") == "t");
  CHECK(fs::read_symlink(workplace.site() / "up") == "..");
  CHECK(fs::is_symlink(workplace.site() / "broken"));
}

TEST_CASE("publishing: an output folder that is replaced by a link during a build is not followed") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  const fs::path elsewhere = workplace.content() / "elsewhere";
  {
    Publisher publisher(workplace.site(), workplace.content());
    publisher.write("index.html", in_one_piece("b"));
    fs::rename(workplace.site(), elsewhere);
    fs::create_directory_symlink(elsewhere, workplace.site());
    CHECK_THROWS_AS(publisher.commit(), Fatal);
  }
  CHECK(fs::is_symlink(workplace.site()));
  CHECK(read_file(elsewhere / "index.html") == "a");
  CHECK(workplace.leftovers().empty());
  CHECK_THROWS_AS(workplace.publish({{"index.html", "c"}}), Fatal);
}

TEST_CASE("publishing: a link where a build makes its folder is not followed, and stays") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  const fs::path staging = workplace.site().parent_path() / ".site.new";
  fs::create_directory_symlink(workplace.site(), staging);
  CHECK_THROWS_AS(workplace.publish({{"index.html", "b"}}), Fatal);
  CHECK(workplace.read("index.html") == "a");
}

TEST_CASE("publishing: a build that died between two renames is mended by the next") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  std::ofstream(workplace.site() / "CNAME") << "example.org";
  fs::rename(workplace.site(), workplace.site().parent_path() / ".site.old");
  CHECK(workplace.publish({{"index.html", "b"}}).written == 1);
  CHECK(workplace.read("CNAME") == "example.org");
  CHECK(workplace.leftovers().empty());
}

TEST_CASE("publishing: an empty folder is accepted, a file is not") {
  const Workplace workplace;
  fs::create_directories(workplace.site());
  CHECK(workplace.publish({{"index.html", "a"}}).written == 1);
  const Workplace other;
  std::ofstream(other.site()) << "x";
  CHECK_THROWS_AS(other.publish({{"index.html", "a"}}), Fatal);
}

TEST_CASE("publishing: files that no build made stay, and are never overwritten") {
  const Workplace workplace;
  workplace.publish({{"index.html", "a"}});
  std::ofstream(workplace.site() / "CNAME") << "example.org";
  workplace.publish({{"index.html", "b"}});
  CHECK(workplace.read("CNAME") == "example.org");
  CHECK(workplace.read("index.html") == "b");
  CHECK_THROWS_AS(workplace.publish({{"index.html", "c"}, {"CNAME", "mine"}}), Fatal);
  CHECK(workplace.read("CNAME") == "example.org");
}

TEST_CASE("publishing: the output must not hold the input") {
  const Workplace workplace;
  CHECK_THROWS_AS(Publisher(workplace.content(), workplace.content()), Fatal);
  CHECK_THROWS_AS(Publisher(workplace.content().parent_path(), workplace.content()), Fatal);
  CHECK_THROWS_AS(Publisher("/", workplace.content()), Fatal);
}

TEST_CASE("publishing: a second build at the same time is refused") {
  const Workplace workplace;
  Publisher first(workplace.site(), workplace.content());
  CHECK_THROWS_AS(Publisher(workplace.site(), workplace.content()), Fatal);
}

TEST_CASE("publishing: what a killed build left is cleaned up, what others left is not") {
  const Workplace workplace;
  const fs::path staging = workplace.site().parent_path() / ".site.new";
  fs::create_directories(staging);
  std::ofstream(staging / ".hindsight-manifest") << "";
  std::ofstream(staging / "half.html") << "<p>";
  CHECK(workplace.publish({{"index.html", "a"}}).written == 1);
  CHECK(workplace.leftovers().empty());
  fs::create_directories(staging);
  std::ofstream(staging / "precious.txt") << "x";
  CHECK_THROWS_AS(workplace.publish({{"index.html", "b"}}), Fatal);
  CHECK(fs::exists(staging / "precious.txt"));
}

}  // namespace hindsight
