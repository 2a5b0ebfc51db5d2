#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/rules.hpp"

namespace hindsight {

/// A place in a source file. Lines and columns count from 1; 0 means the file (or the line) as a whole.
/// Columns count bytes.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;

  friend bool operator<(const Location& a, const Location& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  }
  friend bool operator==(const Location&, const Location&) = default;
};

/// One finding. `found` says what stands there, `wanted` what should (may be empty), `hint` what to do (may be
/// empty). None of them ends in a full stop or holds a line break.
struct Diagnostic {
  Rule rule;
  Location location;
  std::string found;
  std::string wanted;
  std::string hint;
  Level level;
};

/// Levels that site.yml sets for rules; nullopt switches a rule off. Rules whose own level is error are never here.
using RuleLevels = std::map<Rule, std::optional<Level>>;

/// All findings of one run. Content problems are data: a pass adds to them and goes on.
class Diagnostics {
 public:
  void add(Rule rule, Location location, std::string found, std::string wanted = {}, std::string hint = {});

  /// Appends the findings of a parallel task.
  void append(Diagnostics&& other);

  /// Applies site.yml's levels.
  void set_levels(const RuleLevels& levels);

  /// Makes every warning an error.
  void make_strict();

  /// Sorts by file, line, column and rule, so that output does not depend on the order of passes, and drops repeats.
  void sort();

  bool has_errors() const { return count(Level::error) > 0; }
  int count(Level level) const;
  const std::vector<Diagnostic>& all() const { return items_; }

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace hindsight
