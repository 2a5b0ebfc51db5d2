#include "adopt/event_words.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <re2/set.h>
#include <string>
#include <vector>

namespace hindsight {
namespace {

constexpr const char* change_words =
    "(?i)\\b(?:(?:re-?)?deploy(?:s|ed|ing|ment|ments)?|merge[sd]?|merging|releas(?:e|ed|es|ing)|roll(?:s|ed|ing)?[- "
    "]?out|"
    "push(?:es|ed)?|upgrad(?:e|ed|es|ing)|updat(?:e|ed|es|ing)|chang(?:e|ed|es|ing)|modif(?:y|ied|ies|ication)|"
    "delet(?:e|ed|es|ing|ion)|remov(?:e|ed|es|ing)|migrat(?:e|ed|ion|ing)|enabl(?:e|ed|es|ing)|disabl(?:e|ed|es|ing)|"
    "appl(?:y|ied|ies)|install(?:ed|s|ing)?|creat(?:e|ed|es)|add(?:ed|s)|switch(?:ed|es)?|rotat(?:e|ed|ion)|"
    "reboot(?:ed|s)?|restart(?:ed|s)?|revert(?:ed|s)?|roll(?:s|ed|ing)?[- ]?back|kill(?:ed|s)?|scal(?:e|ed|ing)|"
    "maintenance|uploaded|set as|expired?|expires|configur(?:ed|ation))\\b";

constexpr const char* failure_words =
    "(?i)\\b(?:errors?|fail(?:s|ed|ing|ure|ures)?|down|outages?|downtime|unavailab\\w+|unresponsive|unreachable|"
    "inaccessible|crash\\w*|time[- ]?outs?|timed out|timing out|unable|can(?:no|')?t|could(?:n't| not)|not "
    "(?:working|responding|"
    "available|loading|accessible)|doesn't work|didn't "
    "work|broken|breaks?|breakdown|broke|degrad\\w+|disrupt\\w*|spik(?:e|es|ed|ing)|"
    "stuck|hang(?:s|ing)?|hung|slow(?:ness|er)?|latency|5\\d\\ds?|5xx|404s?|problems?|issues?|incident|impact|"
    "refus\\w+|"
    "reject\\w*|loss|lost|missing|exhaust\\w*|out of|overload\\w*|saturat\\w*|stopp?(?:ed|s)|drop(?:s|ped)? "
    "(?:in|to|of)|offline|"
    "panic\\w*|deadlock\\w*|corrupt\\w*|wrong|fault)\\b";

constexpr const char* alarm_words =
    "(?i)\\b(?:alert(?:s|ed|ing)?|alarm(?:s|ed)?|paged|pagers?|pages "
    "(?:the|on-?call|an?|@\\w+)|pinged|pings|notif(?:y|ied|ication|ications)|report("
    "?:s|ed|ing)?|"
    "notic(?:e|es|ed|ing)|detect(?:s|ed|ion)?|discover(?:s|ed)?|aware|monitor(?:ing|s)? (?:\\w+ "
    ")?(?:shows?|triggers?|fires?)|"
    "triggered|went off|complain(?:s|ed|ts?)?|escalated?|observed?|realis\\w+|realiz\\w+|spotted|flag(?:s|ged)|found "
    "that|"
    "identif(?:y|ied|ies) (?:that|the (?:issue|problem|outage))|mentions?|asks? (?:why|about|if))\\b";

constexpr const char* recovery_words =
    "(?i)\\b(?:recover(?:s|ed|y)?|restor(?:ed|es|ation)|resolved|resolution|resolves|mitigated|mitigates|repaired|"
    "back (?:to normal|up|online|on line|in (?:service|operation)|and (?:running|stable)|now|again|for)|"
    "(?:is|are|was|were|be|came|comes|come|all|seems?|went|brought) (?:all |now |fully )?back|"
    "(?:up|live) and "
    "running|(?:running|working|works?|up|online|available|live|healthy|accessible|reachable|fast|normal|reporting|"
    "ok|fine|green|stable|succeed\\w*|loads?|operational|functional|delivered|processed|processing|serving|served|"
    "accepting|accepted|receiving|responding|correct \\w+) again|"
    "(?:fully |now |is |are |was |were |becomes? |became |remains? |confirmed "
    ")(?:operational|functional|stable|stabili[sz]ed|healthy|available|online|fixed|working|normal|green)|"
    "(?:return(?:s|ed|ing)?|went) to (?:normal|service|100)|normal "
    "(?:operation|operations|service|functionality|levels?)|"
    "goes away|went away|gone|cleared|subside[sd]?|all[- ]clear|all good|over|ended|ends|fixed|solved|closed|"
    "stops? (?:failing|erroring)|errors? (?:stop(?:s|ped)?|cease\\w*|disappear\\w*)|no (?:more|further|longer any) "
    "(?:errors?|alerts?|failures?|issues?))\\b";

bool holds(std::string_view text, const RE2& pattern) { return RE2::PartialMatch(text, pattern); }

}  // namespace

bool tells_change(std::string_view text) {
  static const RE2 pattern(change_words);
  return holds(text, pattern);
}

bool tells_repair(std::string_view text) {
  static const RE2 pattern(
      "(?i)\\b(?:roll(?:s|ed|ing)?[- ]?back|revert(?:s|ed|ing)?|restart(?:s|ed|ing)?|reboot(?:s|ed|ing)?|hot[- "
      "]?fix\\w*|fix(?:es|ed|ing)?|"
      "mitigat\\w+|restor\\w+|recover\\w*|repair\\w*|workaround|scaled? (?:up|out)|workers? "
      "scaled|failover|redeploy\\w*|re-deploy\\w*)\\b");
  return holds(text, pattern);
}

bool tells_failure(std::string_view text) {
  static const RE2 pattern(failure_words);
  return holds(text, pattern);
}

bool tells_mere_report(std::string_view text) {
  static const RE2 report(
      "(?i)\\b(?:report(?:ed)?|e-?mail(?:s|ed)?|ticket|message[ds]?|call(?:s|ed)?|contact(?:s|ed)?|complain\\w*)\\b");
  static const RE2 machine(
      "(?i)\\b(?:monitor\\w*|alert\\w*|alarm\\w*|prob(?:e|es|ing)|check(?:s|er)?|metrics?|dashboards?|pager|paged)\\b");
  std::string without_names(text);
  static const RE2 names("(?i)\\b(?:issues?|problems?|incidents?|impact|faults?)\\b");
  RE2::GlobalReplace(&without_names, names, "");
  return holds(text, report) && !holds(text, machine) && !tells_failure(without_names);
}

bool tells_alarm(std::string_view text) {
  static const RE2 pattern(alarm_words);
  return holds(text, pattern);
}

bool tells_user_report(std::string_view text) {
  static const RE2 pattern(
      "(?i)\\b(?:users?|customers?|clients?|people|someone|somebody|support|community|member|team|colleague)s?\\b[^.;]{"
      "0,40}"
      "\\b(?:report(?:s|ed|ing)?|complain\\w*|notic\\w+|mention\\w*|contact\\w*|alert(?:ed|s)?|ask(?:s|ed)?|flag\\w*|"
      "seeing)\\b");
  return holds(text, pattern);
}

bool tells_recovery(std::string_view text) {
  static const RE2 pattern(recovery_words);
  if (!holds(text, pattern)) return false;
  // What was only tried, hoped for or denied.
  static const RE2 denied(
      "(?i)(?:\\b(?:not|no|never|without|unsuccessful\\w*|unable|fail(?:s|ed|ing)? to|attempt\\w*|try(?:ing)?|tried|"
      "until|before|should|could|would|will|might|may|expect\\w*|hop(?:e|ing)|waiting|wait(?:s|ed)? "
      "for|if|once|when|needs?|going|"
      "plan\\w*|still|instead of|potential(?:ly)?|possible|to be|how to|in order)|n't|n’t)\\s+(?:[\\w'’-]+\\s+){0,4}?"
      "(?:recover|restor|resol|mitigat|repair|back|working|fix|solv|normal|available|operational|run|clear)\\w*");
  static const RE2 purpose("(?i)\\bto (?:recover|restore|resolve|mitigate|repair|fix|solve|bring|get)\\b");
  if (!holds(text, denied) && !holds(text, purpose)) return true;
  // The rest may still say so: "restarted to fix it; all is back to normal".
  std::string rest(text);
  RE2::GlobalReplace(&rest, denied, " ");
  static const RE2 whole_purpose(
      "(?i)\\bto (?:recover|restore|resolve|mitigate|repair|fix|solve|bring|get)\\b(?:\\s+[\\w'’-]+){0,3}");
  RE2::GlobalReplace(&rest, whole_purpose, " ");
  return holds(rest, pattern);
}

EventWords read_event_words(std::string_view text) {
  static const RE2::Set patterns = [] {
    RE2::Set set(RE2::DefaultOptions, RE2::UNANCHORED);
    for (const char* words : {change_words, failure_words, alarm_words, recovery_words}) set.Add(words, nullptr);
    set.Compile();
    return set;
  }();
  std::vector<int> found;
  if (!patterns.Match(text, &found)) return {};
  const auto holds_of = [&](int pattern) { return std::ranges::find(found, pattern) != found.end(); };
  return {holds_of(0), holds_of(1), holds_of(2), holds_of(3) && tells_recovery(text)};
}

bool tells_closure(std::string_view text) {
  static const RE2 pattern(
      "(?i)\\b(?:call(?:ed|ing)? (?:this|it) (?:good|done|over|resolved)|incident (?:is |was |has been "
      ")?(?:closed|over|resolved|ended)|"
      "clos(?:ed?|ing) (?:out )?(?:the|this) incident|stand(?:ing)? down|stood down|all[- ]clear|declar\\w+ (?:\\w+ "
      ")?(?:over|resolved|closed))\\b");
  return holds(text, pattern);
}

bool tells_acknowledgement(std::string_view text) {
  static const RE2 pattern(
      "(?i)\\b(?:acknowledged?|acknowledges|acks?|acked) (?:the |this |it|an? "
      ")?(?:alerts?|page|incident|pager|alarm)?");
  return holds(text, pattern);
}

}  // namespace hindsight
