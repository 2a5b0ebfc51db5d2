#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "adopt/document_clock.hpp"
#include "adopt/incident_times.hpp"

namespace hindsight {

/// How sure a source is; the smallest wins.
enum Rank {
  label_rank,
  mark_rank,
  impact_range,
  other_range,
  sentence_rank,
  computed_rank,
  entry_rank,
  title_rank,
  last_resort
};

inline Confidence confidence_of(Rank rank) {
  if (rank <= other_range) return Confidence::stated;
  return rank == computed_rank ? Confidence::computed : Confidence::guessed;
}

/// Collects candidates and keeps the surest of each milestone.
class TimeCandidates {
 public:
  void add(Milestone milestone, Rank rank, const WrittenTime& time, int line, std::string_view words,
           std::string_view rule) {
    const auto index = static_cast<std::size_t>(milestone);
    if (ranks_[index] <= rank && times_.of(milestone)) return;
    ranks_[index] = rank;
    times_.of(milestone) = SaidTime{time, line, std::string(words), std::string(rule), confidence_of(rank)};
  }

  /// A day alone does not count: any time of that day is better.
  bool has(Milestone milestone) const { return times_.of(milestone) && times_.of(milestone)->time.clock; }
  Rank rank(Milestone milestone) const { return ranks_[static_cast<std::size_t>(milestone)]; }
  IncidentTimes& times() { return times_; }
  const IncidentTimes& times() const { return times_; }

 private:
  IncidentTimes times_;
  std::array<Rank, all_milestones.size()> ranks_{};
};

/// Fills in what a time leaves out, from what the document says elsewhere.
class TimeCompleter {
 public:
  explicit TimeCompleter(const DocumentClock& clock) : clock_(clock) {}

  const DateHints& hints() const { return clock_.hints; }

  /// Its day from `date` (of its sentence) or the document, its zone from the document.
  WrittenTime complete(WrittenTime time, const std::optional<Date>& date) const;

  /// A time without a day keeps its zone as an offset.
  static WrittenTime with_offset(WrittenTime time, const ReadTime& read);

  /// The end of a range; past midnight if it would stand before its beginning.
  WrittenTime end_of(const ReadTime& read, const WrittenTime& begin, const std::optional<Date>& date) const;

 private:
  const DocumentClock& clock_;
};

}  // namespace hindsight
