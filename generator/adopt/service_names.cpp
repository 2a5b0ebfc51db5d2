#include "adopt/service_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <re2/re2.h>

#include "adopt/event_words.hpp"
#include "adopt/facts.hpp"
#include "base/text.hpp"

namespace hindsight {
namespace {

constexpr std::size_t most_services = 4;
constexpr std::size_t most_words = 5;
constexpr std::ptrdiff_t least_mentions = 3;  ///< of a thing that no service's noun gives away

/// What a service is called at its end.
#define SERVICE_NOUN                                                                                            \
  "(?:APIs?|services?|servers?|web ?sites?|sites?|web ?pages?|pages?|home "                                     \
  "?page|search|platforms?|clusters?|databases?|applications?|apps?|"                                           \
  "portal|dashboards?|pipelines?|marketplace|endpoints?|infrastructure|gateway|proxy|queues?|cache|system|hub|" \
  "registry|storage|store|"                                                                                     \
  "network|login|checkout|frontend|backend|front-end|back-end|workers?|console|CDN|DNS|CI)"

#define FAILS                                                                                                        \
  "(?:(?:(?:was|were|is|are|became|went|being|go|goes|been|get|gets|got)\\s+(?:\\w+ly\\s+|also\\s+|not\\s+)?"        \
  "(?:unavailable|down|inaccessible|unreachable|unresponsive|offline|slow|degraded|broken|out|available|accessible|" \
  "working|responding|unable|failing|disrupted|affected|impacted|experiencing|throwing|returning|loading))|"         \
  "unavailable|down\\b|outage|downtime|failed|fails|failure|crash\\w*|stopped|returned|returning|experienced|"       \
  "degradation|unavailability|"                                                                                      \
  "(?:did|does|do|could|can)(?: not|n't|n’t)\\s+(?:work|load|respond|start|boot|access))"

/// Words that name no service by themselves.
constexpr auto nothing_alone = std::to_array<std::string_view>({"the",
                                                                "our",
                                                                "a",
                                                                "an",
                                                                "this",
                                                                "that",
                                                                "all",
                                                                "some",
                                                                "most",
                                                                "their",
                                                                "its",
                                                                "main",
                                                                "whole",
                                                                "entire",
                                                                "and",
                                                                "of",
                                                                "for",
                                                                "to",
                                                                "in",
                                                                "on",
                                                                "at",
                                                                "from",
                                                                "with",
                                                                "by",
                                                                "other",
                                                                "several",
                                                                "many",
                                                                "any",
                                                                "these",
                                                                "those",
                                                                "new",
                                                                "service",
                                                                "services",
                                                                "system",
                                                                "systems",
                                                                "server",
                                                                "servers",
                                                                "site",
                                                                "website",
                                                                "application",
                                                                "app",
                                                                "apps",
                                                                "applications",
                                                                "platform",
                                                                "it",
                                                                "they",
                                                                "we",
                                                                "users",
                                                                "user",
                                                                "which",
                                                                "incident",
                                                                "outage",
                                                                "issue",
                                                                "full",
                                                                "major",
                                                                "partial",
                                                                "brief",
                                                                "total",
                                                                "complete",
                                                                "massive",
                                                                "production",
                                                                "prod",
                                                                "critical",
                                                                "page",
                                                                "pages",
                                                                "where",
                                                                "when",
                                                                "while",
                                                                "making",
                                                                "causing",
                                                                "affected",
                                                                "was",
                                                                "were",
                                                                "is",
                                                                "are",
                                                                "both",
                                                                "each",
                                                                "every",
                                                                "as",
                                                                "another",
                                                                "post",
                                                                "mortem",
                                                                "postmortem",
                                                                "report",
                                                                "retro",
                                                                "client",
                                                                "clients",
                                                                "problem",
                                                                "following",
                                                                "single",
                                                                "network",
                                                                "infrastructure",
                                                                "database",
                                                                "queue",
                                                                "endpoint",
                                                                "cluster",
                                                                "public",
                                                                "or",
                                                                "but",
                                                                "has",
                                                                "had",
                                                                "have",
                                                                "no",
                                                                "not",
                                                                "be",
                                                                "been",
                                                                "also",
                                                                "one",
                                                                "two",
                                                                "three",
                                                                "node",
                                                                "nodes",
                                                                "slow",
                                                                "failover",
                                                                "deployment",
                                                                "rollback",
                                                                "migration",
                                                                "upgrade",
                                                                "connection",
                                                                "pool",
                                                                "cascade",
                                                                "short",
                                                                "long",
                                                                "unexpected",
                                                                "same",
                                                                "data",
                                                                "code",
                                                                "primary",
                                                                "secondary",
                                                                "only"});

bool says_nothing_alone(std::string_view word) {
  return std::ranges::find(nothing_alone, to_lower_ascii(word)) != nothing_alone.end();
}

/// Words that end a name when read backwards from its noun.
constexpr auto name_ends = std::to_array<std::string_view>(
    {"the",     "our",     "a",        "an",      "this",      "that",    "all",       "some",    "their",    "its",
     "and",     "of",      "for",      "to",      "in",        "on",      "at",        "from",    "with",     "by",
     "these",   "those",   "which",    "where",   "when",      "while",   "making",    "causing", "affected", "was",
     "were",    "is",      "are",      "as",      "or",        "but",     "has",       "had",     "have",     "no",
     "not",     "be",      "been",     "also",    "any",       "most",    "several",   "if",      "then",     "so",
     "into",    "both",    "each",     "every",   "after",     "because", "due",       "via",     "over",     "about",
     "between", "during",  "only",     "using",   "accessing", "access",  "use",       "new",     "deployed", "version",
     "through", "against", "reported", "reports", "reporting", "noticed", "saw",       "made",    "left",     "meant",
     "cause",   "caused",  "using",    "other",   "certain",   "various", "affecting", "took",    "saying",   "said",
     "without", "your"});

bool ends_name(std::string_view word) { return std::ranges::find(name_ends, to_lower_ascii(word)) != name_ends.end(); }

std::string without_punctuation(std::string_view word) {
  while (!word.empty() && std::string_view("\"'`(*[“‘,:;").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  while (!word.empty() && std::string_view("\"'`)*],:;.!?").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return std::string(word);
}

/// The name at the end of `text`: its last words back to an article, a preposition or punctuation.
std::string name_at_end(std::string_view text) {
  std::vector<std::string> words;
  std::string_view rest = trim(text);
  while (!rest.empty() && words.size() < most_words) {
    const std::size_t space = rest.find_last_of(" \n");
    const std::string_view word = space == std::string_view::npos ? rest : rest.substr(space + 1);
    const std::string plain = without_punctuation(word);
    if (plain.empty() || ends_name(plain)) break;
    const char last = word.back();
    if (!words.empty() && (last == ',' || last == '.' || last == ':' || last == ';' || last == ')' || last == '-'))
      break;
    words.insert(words.begin(), plain);
    if (space == std::string_view::npos) break;
    rest = trim(rest.substr(0, space));
  }
  while (!words.empty() && says_nothing_alone(words.front()) && words.size() > 1) words.erase(words.begin());
  const bool says_something =
      std::ranges::any_of(words, [](const std::string& word) { return !says_nothing_alone(word); });
  return says_something ? join(words, " ") : "";
}

class Finder {
 public:
  explicit Finder(const DocumentText& document) : document_(document) {}

  std::vector<SaidPhrase> find() {
    read_labels();
    if (!found_.empty()) return found_;
    read_title();
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.section == Section::impact || sentence.section == Section::summary) read_sentence(sentence);
    }
    if (found_.empty()) {
      for (const Sentence& sentence : document_.sentences) {
        if (sentence.section == Section::none || sentence.section == Section::detection) read_sentence(sentence);
      }
    }
    read_repeated_names();
    if (found_.size() > most_services) found_.resize(most_services);
    return found_;
  }

 private:
  /// "the label printer was also throwing errors": whatever a thing is called, if the document returns to it under that
  /// name.
  void read_repeated_names() {
    static const RE2 erring(
        "\\b[Tt]he (\\w+[ -]\\w+) (?:was|were|is|are|kept) (?:also |still |again "
        ")?(?:encounter|return|throw|produc|report)ing "
        "(?:an? |\\d+ |many )*(?:\\w+ )?errors?\\b");
    for (const Sentence& sentence : document_.sentences) {
      std::string name;
      if (!RE2::PartialMatch(sentence.text, erring, &name) || is_people(name)) continue;
      const auto names_it = [&](const Sentence& other) {
        return to_lower_ascii(other.text).find(to_lower_ascii(name)) != std::string::npos;
      };
      if (std::ranges::count_if(document_.sentences, names_it) >= least_mentions) {
        add(name, sentence.line, "what failed", Confidence::guessed);
      }
    }
  }

  void add(std::string name, int line, std::string_view rule, Confidence confidence) {
    if (name.size() < 2 || name.size() > 60 || says_nothing(name) || (is_digit(name.front()) && rule != "label"))
      return;
    const auto same = [&](const SaidPhrase& phrase) {
      const std::string a = to_lower_ascii(phrase.text);
      const std::string b = to_lower_ascii(name);
      return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
    };
    if (std::ranges::any_of(found_, same)) return;
    found_.push_back({std::move(name), line, std::string(rule), confidence});
  }

  void read_labels() {
    for (const Fact& fact : document_.facts) {
      if (fact.label != Label::services || fact.value.size() > 200) continue;
      std::string parts = fact.value;
      static const RE2 separator("\\s*[,;\\n]\\s*|\\s+and\\s+");
      RE2::GlobalReplace(&parts, separator, "\n");
      for (const std::string_view part : split(parts, '\n')) {
        static const RE2 remark("\\s*\\([^)]*\\)?\\s*$");
        std::string bare(trim(part));
        RE2::Replace(&bare, remark, "");
        const std::string name = without_punctuation(bare);
        if (name.size() <= 60) add(name, fact.line, "label", Confidence::stated);
      }
    }
  }

  /// "Checkout API outage postmortem", "An outage of the ledger", "cannot open the basket", "slow search due to a
  /// load".
  void read_title() {
    std::string title = document_.title;
    static const RE2 prefix(
        "(?i)^(?:(?:incident|outage|post[- ]?mortem) (?:on|of) [\\d-]{6,10}[ "
        "T]?[\\d:]*\\s*[-–—:]?\\s*|\\[[^\\]]*\\]\\s*|"
        "[\\d]{4}-\\d\\d-\\d\\d[ T]?[\\d:-]*[\\s,:–—-]*|"
        "(?:post[- ]?mortem|incident|outage|retro(?:spective)?|report|rca|review)[a-z ]{0,24}?\\s*[-–—:]\\s*|"
        "(?:january|february|march|april|may|june|july|august|september|october|november|december)[\\s\\d,stndrh]*[-–—:"
        "]*\\s*)");
    while (RE2::Replace(&title, prefix, "")) {
    }
    static const RE2 patterns[] = {
        "(?i)^(?:the\\s+)?(.{2,60}?)(?:['’]s)?\\s+(?:(?:(?:is|are|was|were|being)\\s+|service\\s+|site\\s+|full\\s+|"
        "total\\s+|partial\\s+|major\\s+)*"
        "(?:outages?|down|downtime|unavailab\\w+|crash\\w*|fail(?:ures?|ed|s|ing)?|(?:is |are )?not "
        "(?:available|working|loading|responding)|"
        "inaccessible|degrad\\w+|disruptions?|broken|unresponsive|lag|latency|offline|incident|errors?|slow\\w*|event|"
        "interruption|stopped|"
        "issues?|problems?)\\b)",
        "(?i)\\b(?:outage|downtime|failure|issues?|problems?|degradation|disruption|errors?|incident) "
        "(?:in|of|on|with|for|at) (?:the |our )?(.{2,50}?)(?:\\s+(?:on|due|because|after|in|for|from)\\b.*)?$",
        "(?i)\\b(?:cannot|can[’']?t|can not|unable to|could not|couldn[’']t|failing to|failed to|fails? to) \\w+ (?:to "
        "|into |in )?(?:the )?(.{2,50}?)(?:\\s+(?:on|due|because|after|in|for|from)\\b.*)?$",
        "(?i)^(?:slow|broken|degraded|failing|unavailable|unresponsive) "
        "(.{2,50}?)(?:\\s+(?:on|due|because|after|in|for|from)\\b.*)?$",
    };
    std::string subject;
    for (const RE2& pattern : patterns) {
      if (!RE2::PartialMatch(title, pattern, &subject)) continue;
      add_subjects(subject);
      if (!found_.empty()) return;
    }
  }

  /// "home page and stories page"
  void add_subjects(std::string subjects) {
    static const RE2 separator("\\s*,\\s*|\\s+(?:and|&)\\s+");
    static const RE2 no_name(
        "(?i)^(?:system|service|database|network|site|website|power|complete|the|multiple|production|full|general|this|"
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d.*|.*\\b(?:due to|caused)\\b.*|[\\d\\W]*)$");
    RE2::GlobalReplace(&subjects, separator, "\n");
    for (const std::string_view part : split(subjects, '\n')) {
      const std::string name = name_at_end(part);
      if (!name.empty() && !RE2::FullMatch(name, no_name) && !is_people(name))
        add(name, document_.title_line, "title", Confidence::guessed);
    }
  }

  void read_sentence(const Sentence& whole) {
    if (found_.size() >= most_services || !tells_failure(whole.text)) return;
    read_hosts(whole);
    Sentence sentence = whole;
    static const RE2 brackets("\\s*\\([^)]*\\)");
    RE2::GlobalReplace(&sentence.text, brackets, "");
    static const RE2 before_failure("((?:[\\w.'’/`-]+\\s+){0,5}[\\w.'’/`-]+)\\s+" FAILS);
    static const RE2 noun("(?i)((?:[\\w.'’/`-]+\\s+){0,4}" SERVICE_NOUN ")\\b");
    std::string words;
    re2::StringPiece rest(sentence.text);
    if (RE2::FindAndConsume(&rest, before_failure, &words)) {
      const std::string name = name_at_end(words);
      if (is_name(name)) add(name, sentence.line, "what failed", Confidence::guessed);
    }
    if (!found_.empty()) return;
    rest = re2::StringPiece(sentence.text);
    while (found_.empty() && RE2::FindAndConsume(&rest, noun, &words)) {
      const std::string name = name_at_end(words);
      if (is_name(name)) add(name, sentence.line, "a service's name", Confidence::guessed);
    }
  }

  /// A capital, a service's noun or a dotted name: "customers" is none.
  static bool is_name(const std::string& name) {
    if (name.empty()) return false;
    static const RE2 noun("(?i)\\b" SERVICE_NOUN "$");
    if (is_people(name)) return false;
    static const RE2 capital("(?:^|\\s)(?:[A-Z][\\w.-]+|\\w+[A-Z]\\w*)");
    return RE2::PartialMatch(name, noun) || RE2::PartialMatch(name, capital);
  }

  /// People and things that services are not.
  static bool is_people(const std::string& name) {
    static const RE2 people(
        "(?i)\\b(?:users?|customers?|people|requests?|members?|team|teams|alerts?|engineers?|developers?|pods?|calls?|"
        "logs?|response|responses|attempts?|errors?|messages?|time|times|version)$");
    return RE2::PartialMatch(name, people);
  }

  void read_hosts(const Sentence& sentence) {
    static const RE2 host(
        "(?:^|[\\s(`\\[*]|https?://"
        ")((?:[a-z0-9][a-z0-9-]*\\.)+(?:org|com|net|io|dev|app|gov|edu|uk|de|fr|eu|ai|co|info|cloud|build|sh))(?:[\\s)`"
        "\\],.;:*/]|$)");
    std::string name;
    re2::StringPiece rest(sentence.text);
    while (found_.size() < most_services && RE2::FindAndConsume(&rest, host, &name)) {
      const bool is_path = !rest.empty() && *(rest.data() - 1) == '/' && !rest.empty() && rest[0] != ' ';
      if (!is_path) add(name, sentence.line, "host name", Confidence::guessed);
    }
  }

  const DocumentText& document_;
  std::vector<SaidPhrase> found_;
};

}  // namespace

std::vector<SaidPhrase> find_services(const DocumentText& document) { return Finder(document).find(); }

}  // namespace hindsight
