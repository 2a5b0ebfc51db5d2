#include "adopt/term_classes.hpp"

#include <re2/re2.h>
#include <span>

namespace hindsight {
namespace {

/// Words that put a phrase into a class; the first that fits counts.
struct ClassWords {
  RE2 words;
  std::string_view name;
};

std::optional<std::string_view> class_of(std::string_view phrase, std::span<const ClassWords> classes) {
  for (const ClassWords& entry : classes) {
    if (RE2::PartialMatch(phrase, entry.words)) return entry.name;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> trigger_class(std::string_view phrase) {
  static const ClassWords classes[] = {
      {"(?i)\\b(?:certificates?|certs?|ssl|tls)\\b[^.]{0,60}\\bexpir\\w+|\\bexpir\\w+[^.]{0,30}\\b(?:certificates?|"
       "certs?|ssl|tls)\\b",
       "certificate-expiry"},
      {"(?i)\\b(?:d?dos|denial[- ]of[- ]service|attack(?:s|er|ers)?|malicious|spam(?:mers?)?|bots?|botnet|crypto[- "
       "]?min\\w+)\\b",
       "attack"},
      {"(?i)\\b(?:manual(?:ly)?|by mistake|by accident|accident\\w*|mistakenly|human error|wrong "
       "(?:account|cluster|workspace|server|environment|database)|"
       "ran (?:the|a)|typo)\\b",
       "manual-operation"},
      {"(?i)\\b(?:provider|vendor|third[- "
       "]party|upstream|carrier|partner|supplier|(?:CDN|cloud|hosting)[^.]{0,30}(?:outage|incident|maintenance|"
       "disruption)|external service)\\b",
       "service-provider-change"},
      {"(?i)\\b(?:hardware|power (?:loss|outage|failure|cut)|lost power|disk failure|raid|cable|fib(?:re|er)|switch "
       "fail\\w*|memory module|overheat\\w*)\\b",
       "hardware"},
      {"(?i)\\b(?:config\\w*|settings?|feature flag|flag|infrastructure (?:code|definition)s?|dns "
       "(?:change|record)|firewall rule|rules?|permissions?|policy|iam|secret|environment variable|rollout target)\\b",
       "configuration-push"},
      {"(?i)\\b(?:quota|limits?|capacity|disk (?:full|space)|out of (?:memory|disk|space)|exhaust\\w*|too "
       "many|full)\\b",
       "capacity"},
      {"(?i)\\b(?:harvest|batch|cron|scheduled job|re-?index\\w*|etl|import|migration job|backfill|ingest\\w*)\\b",
       "processing-pipeline"},
      {"(?i)\\b(?:traffic|load|requests?|users?) "
       "(?:spike|surge|peak|increase)|\\b(?:spike|surge|increase|burst|flood|large (?:amount|number)) (?:in|of) "
       "(?:\\w+ )?(?:traffic|load|requests|users|launches)|\\bpeak\\b",
       "user-behavior-change"},
      {"(?i)\\b(?:(?:re-?)?deploy\\w*|releas\\w*|merge[sd]?|merging|roll(?:ed|ing)?[- ]?out|upgrad\\w*|new "
       "version|pushed?|update[sd]?|migrat\\w+|switch\\w*|publish\\w*|pull request)\\b",
       "binary-push"},
      {"(?i)\\b(?:memory leak|slow(?:ly)? (?:grow|degrad)\\w*|grew over|gradual\\w*|accumulat\\w*)\\b",
       "performance-decay"},
      {"(?i)\\b(?:deleted|delet\\w+|destroy\\w*|removed|ran)\\b", "manual-operation"},
  };
  return class_of(phrase, classes);
}

std::optional<std::string_view> root_cause_class(std::string_view phrase) {
  static const ClassWords classes[] = {
      {"(?i)\\b(?:provider|vendor|third[- ]party|upstream|carrier|partner|supplier|external "
       "(?:service|server|dependency)|CDN)\\b",
       "external-dependency"},
      {"(?i)\\b(?:mis-?config\\w*|config\\w*|settings?|environment variable|wrong "
       "(?:address|value|url|arn|key)|incorrect (?:address|value|url|key)|permissions?|out[- ]of[- ]date "
       "(?:copy|information))\\b",
       "configuration"},
      {"(?i)\\b(?:quota|capacity|limits?|disk (?:full|space)|out of "
       "(?:memory|disk|space)|exhaust\\w*|overload\\w*|saturat\\w*|too many|resources?)\\b",
       "capacity"},
      {"(?i)\\b(?:dns|network\\w*|rout(?:e|es|ing)|firewall|connectivity|load[- ]balancer|packet\\w*|vpn|bgp)\\b",
       "network"},
      {"(?i)\\b(?:no (?:alert\\w*|monitor\\w*)|not (?:alerted|monitored)|lack of "
       "(?:alert\\w*|monitor\\w*|log\\w*|visibility)|insufficient (?:alert|monitor|log)\\w*|nobody noticed)\\b",
       "observability-gap"},
      {"(?i)\\b(?:backwards?[- ]compatib\\w*|incompatib\\w*|canary|staged|order of|before (?:the "
       ")?deploy\\w*|reindex|rollback|roll-?out)\\b",
       "deployment-planning"},
      {"(?i)\\b(?:tests?|tested|testing|review\\w*|staging|human "
       "error|mistake\\w*|accident\\w*|documentation|process|procedure)\\b",
       "development-process"},
      {"(?i)\\b(?:bugs?|defects?|flaw\\w*|exceptions?|deadlocks?|race|memory "
       "leak|library|quer(?:y|ies)|code|crash\\w*|null|parse\\w*|timeouts?)\\b",
       "software"},
      {"(?i)\\b(?:hardware|power|disk fault)\\b", "complex-system"},
  };
  return class_of(phrase, classes);
}

std::optional<std::string_view> detector_class(std::string_view phrase) {
  static const ClassWords classes[] = {
      {"(?i)\\b(?:users?|customers?|clients?|community|support "
       "(?:ticket|request)s?|complaints?)\\b[^.]{0,50}\\b(?:report\\w*|complain\\w*|notic\\w*|alert\\w*|contact\\w*|"
       "said|mention\\w*)\\b|"
       "\\b(?:report\\w*|raised|complain\\w*|notified) (?:by|from) (?:an? |our |the |some |several "
       ")?(?:users?|customers?|clients?|community)\\b",
       "user"},
      {"(?i)\\b(?:vendor|provider|partner)\\b[^.]{0,40}\\b(?:notified|told|informed|reported)\\b", "vendor"},
      {"(?i)\\b(?:alerts?|alerted|alarms?|alerting|monitor(?:ing|s)?|pagers?|paged|metrics? "
       "(?:alert|trigger)\\w*|dashboards? alert\\w*|uptime check|health ?checks?|probe)\\b",
       "monitoring"},
      {"(?i)\\b(?:team(?: member)?|engineers?|developers?|colleague|on[- "
       "]call|oncall|we|i|maintainer)\\b[^.]{0,50}\\b(?:notic\\w*|saw|discover\\w*|detect\\w*|found|observ\\w*|"
       "realis\\w*|realiz\\w*|aware|spotted)\\b",
       "staff"},
  };
  // Who is named first: "we noticed it, even before the monitoring".
  std::optional<std::string_view> first;
  const char* earliest = nullptr;
  for (const ClassWords& entry : classes) {
    const re2::StringPiece text(phrase.data(), phrase.size());
    re2::StringPiece match;
    if (!entry.words.Match(text, 0, text.size(), RE2::UNANCHORED, &match, 1)) continue;
    if (earliest != nullptr && match.data() >= earliest) continue;
    earliest = match.data();
    first = entry.name;
  }
  return first;
}

}  // namespace hindsight
