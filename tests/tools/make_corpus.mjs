// Writes N made-up postmortems of 3 to 8 kB with full front matter, a timeline, code blocks, lists, links and emphasis,
// and action items, two in three times in a table of the body; the same for the same seed:
//   node make_corpus.mjs FOLDER N [SEED]
// Durations are log-normal, as real ones nearly are; a few incidents are ongoing, near misses, drills, duplicates, excluded,
// or have unknown, approximate and day-only times; words follow Zipf's law over 30,000 made-up ones.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, countText, seedText = "1"] = process.argv.slice(2);
const count = Number(countText);
const newest = Date.UTC(2026, 0, 28);
const span = 5 * 365 * 86400e3;

// mulberry32: small, fast, and the same everywhere.
let state = Number(seedText) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const chance = (p) => random() < p;
const minutesLogNormal = (median, sigma) => Math.max(1, Math.round(median * Math.exp(sigma * normal())));

const syllables = ["ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "la", "me", "no", "pu", "ra", "se", "ti", "vo", "wa", "xe", "yo", "zu"];
const wordAt = (rank) => {
  let word = "";
  for (let rest = rank + 20; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word;
};
const zipf = () => wordAt(Math.min(29999, Math.floor(Math.pow(30000, random())) - 1));
const sentence = () => {
  const words = Array.from({ length: 6 + below(14) }, zipf);
  return words[0][0].toUpperCase() + words[0].slice(1) + " " + words.slice(1).join(" ") + ".";
};
const title = () => sentence().slice(0, -1);

// Of real postmortems a kilobyte has one link or address in it, half a code span, and a phrase in bold.
const marks = [
  [0.05, (word) => "[" + word + "](https://wiki.example.org/" + word + "/" + zipf() + ")"],
  [0.04, (word) => "https://example.org/" + word + "/" + below(9999)],
  [0.06, (word) => "`" + word + "_" + zipf() + "`"],
  [0.09, (word) => "**" + word + " " + zipf() + "**"],
];
const marked = () => {
  let text = sentence();
  for (const [often, mark] of marks) {
    if (chance(often)) text = text.slice(0, -1) + " " + mark(zipf()) + ".";
  }
  return text;
};
const paragraph = () => Array.from({ length: 2 + below(4) }, marked).join(" ");

const services = Array.from({ length: 40 }, (_, i) => "service-" + wordAt(i));
const teams = ["edge", "storage", "payments", "platform", "search"];
const triggers = ["deploy", "config-change", "traffic-surge", "hardware", "third-party", "expired-certificate", "manual-operation"];
const causes = ["missing-test", "missing-limit", "coupled-systems", "observability-gap", "process-gap", "software-defect"];
const severities = ["SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "SEV4", "SEV4", "SEV5"];
const zipfPick = (list) => list[Math.min(list.length - 1, Math.floor(Math.pow(list.length, random())) - 1)];

const time = (date, approximate = false) => (approximate ? "~" : "") + new Date(date).toISOString().slice(0, 16) + "Z";
const clock = (date) => new Date(date).toISOString().slice(11, 16);

function postmortem(index) {
  const start = newest - Math.floor((index + random()) * (span / count));
  const detect = start + minutesLogNormal(7, 1.2) * 60e3;
  const resolve = detect + minutesLogNormal(50, 1.35) * 60e3;
  const mitigate = detect + (resolve - detect) * 0.6;
  const isOngoing = index < 2 && count > 20;
  const lines = ["---", "title: " + title(), "severity: " + pick(severities)];
  const put = (key, value) => lines.push(key + ": " + value);
  put("started_at", chance(0.02) ? "unknown" : chance(0.01) ? time(start).slice(0, 10) : time(start, chance(0.05)));
  if (!chance(0.12)) put("detected_at", time(detect));
  if (chance(0.5)) put("acknowledged_at", time(detect + minutesLogNormal(4, 0.8) * 60e3, true));
  if (isOngoing) put("state", "ongoing");
  else {
    if (chance(0.7)) put("mitigated_at", time(mitigate));
    if (!chance(0.05)) put("resolved_at", time(resolve));
  }
  if (chance(0.03)) put("kind", pick(["near-miss", "drill"]));
  if (chance(0.01) && index + 1 < count) put("duplicate_of", "inc-" + String(count - index - 1).padStart(5, "0"));
  if (chance(0.01)) put("exclude_from_metrics", "counted elsewhere");
  put("detected_by", pick(["monitoring", "monitoring", "user", "staff"]));
  put("services", "[" + [...new Set([zipfPick(services), zipfPick(services)])].join(", ") + "]");
  put("teams", "[" + pick(teams) + "]");
  put("triggers", "[" + zipfPick(triggers) + "]");
  put("root_causes", "[" + [...new Set([zipfPick(causes), zipfPick(causes)])].join(", ") + "]");
  put("authors", "[" + pick(["incident lead", "service owner", "on-call engineer"]) + "]");
  put("summary", sentence());
  const due = () => (chance(0.6) ? time(resolve + 40 * 86400e3).slice(0, 10) : "");
  const status = () => pick(["todo", "done", "done", "done", "wontdo"]);
  const type = () => pick(["prevent", "detect", "mitigate", "process"]);
  const items = Array.from({ length: 1 + below(5) }, () => ({ title: title(), status: status(), type: type(), owner: pick(teams), due: due() }));
  const hasTable = chance(2 / 3);
  if (!hasTable) {
    lines.push("action_items:");
    for (const item of items) {
      lines.push("  - title: " + item.title, "    status: " + item.status, "    type: " + item.type, "    owner: " + item.owner);
      if (item.due) lines.push("    due: " + item.due);
    }
  }
  lines.push("---", "");
  for (const heading of ["Impact", "Detection", "Root cause", "Lessons learned"]) {
    lines.push("## " + heading, "", ...Array.from({ length: 2 + below(2) }, () => paragraph() + "\n"));
    if (chance(0.5)) lines.push(...Array.from({ length: 2 + below(4) }, () => "- " + marked()), "");
  }
  for (let block = 0; block < 1 + below(2); ++block) {
    lines.push("```", ...Array.from({ length: 4 + below(8) }, () => clock(start) + " " + zipf() + "[" + below(9999) + "]: " + zipf() + " " + zipf()), "```", "");
  }
  lines.push("## Timeline", "", "| Time | Event |", "|---|---|");
  for (let at = start; at < Math.min(resolve, start + 600 * 60e3); at += Math.max(60e3, (resolve - start) / 8)) {
    lines.push("| " + clock(at) + " | " + sentence() + " |");
  }
  if (hasTable) {
    lines.push("", "## Action items", "", "| Action item | Type | Owner | Due | Status |", "|---|---|---|---|---|");
    for (const item of items) lines.push("| " + [item.title, item.type, item.owner, item.due, item.status].join(" | ") + " |");
  }
  return lines.join("\n") + "\n";
}

mkdirSync(folder, { recursive: true });
for (let index = 0; index < count; ++index) {
  writeFileSync(join(folder, "inc-" + String(count - index).padStart(5, "0") + ".md"), postmortem(index));
}
