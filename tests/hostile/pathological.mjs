// Makes inputs that are built to cost more than they weigh, of any size: name -> files of a folder. `n` is 1 for the whole
// size, less for a quick look.
const repeat = (text, count) => text.repeat(Math.max(1, Math.floor(count)));
const list = (count, item) => Array.from({ length: Math.floor(count) }, (_, i) => item(i)).join("");
const document = (body, front = "title: Big\nstarted_at: 2024-01-01T00:00Z\n") => `---\n${front}---\n\n${body}\n`;
const megabyte = 1 << 20;

/// Text as paragraphs of about `size` bytes, each whole pieces of `piece`.
function paragraphs(piece, total, size) {
  const one = repeat(piece, size / piece.length) + "\n\n";
  return repeat(one, total / one.length);
}

/// One word of its own for each number.
const word = (i) => "w" + (i * 2654435761 % 4294967296).toString(36) + " ";

const yaml = {
  "deep flow list": (n) => `title: ${repeat("[", 1e5 * n)}\n`,
  "deep flow map": (n) => `title: ${repeat("{a: ", 1e5 * n / 2)}\n`,
  "deep block list": (n) => `title:\n  ${repeat("- ", 1e5 * n)}x\n`,
  "deep block map": (n) => list(700 * n, (i) => " ".repeat(i % 350) + "a:\n"),
  "deep question marks": (n) => repeat("? ", 1e5 * n) + "x\n",
  "alias bomb": () => "a: &a [x,x,x,x,x,x,x,x,x]\n" + list(25, (i) => `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${repeat("*" + String.fromCharCode(97 + i) + ",", 9)}]\n`),
  "anchors": (n) => list(3e4 * n, (i) => `k${i}: &a${i} x\n`),
  "keys": (n) => list(3e4 * n, (i) => `k${i}: x\n`),
  "the same key": (n) => repeat("title: x\n", 2e4 * n),
  "a list of 1e5": (n) => `tags: [${repeat("x,", 1e5 * n)}]\n`,
  "unterminated quote": (n) => `title: "${repeat("x\n  ", 6e4 * n)}`,
  "long scalar": (n) => `title: ${repeat("x", 2.5e5 * n)}\n`,
  "long title with brackets": (n) => `summary: '${repeat("[", 2.5e5 * n)}'\n`,
  "long summary with emphasis": (n) => `summary: '${repeat("*a **b ", 3e4 * n)}'\n`,
  "19 000 tags": (n) => `tags: [${list(19e3 * n, (i) => `t${i},`)}]\n`,
  "19 000 Greek tags": (n) => `tags: [${list(19e3 * n, (i) => `τ${i},`)}]\n`,
  "19 000 services": (n) => `services: [${list(19e3 * n, (i) => `s${i},`)}]\n`,
  "19 000 aliases": (n) => `aliases: [${list(19e3 * n, (i) => `a${i}.html,`)}]\n`,
  "9 000 action items": (n) => `action_items: [${list(9e3 * n, (i) => `{title: a${i}},`)}]\n`,
  "6 000 timeline entries": (n) => `timeline: [${list(6e3 * n, (i) => `{at: 2024-01-01T00:00Z, event: e${i}},`)}]\n`,
  "19 000 authors": (n) => `authors: [${list(19e3 * n, (i) => `a${i},`)}]\n`,
  "19 000 related": (n) => `related: [${list(19e3 * n, (i) => `r${i},`)}]\n`,
  "tabs": (n) => repeat("\t", 2e5 * n) + "\n",
  "colons": (n) => repeat("a: ", 8e4 * n) + "\n",
  "commas": (n) => repeat(",", 2e5 * n) + "\n",
  "closing brackets": (n) => repeat(")\n]\n}\n", 4e4 * n),
  "percent lines": (n) => repeat("%A\n", 8e4 * n),
  "comments": (n) => repeat("# x\n", 6e4 * n),
  "bars": (n) => repeat("|", 2e5 * n) + "\n",
  "exclamation marks": (n) => `title: ${repeat("!", 2e5 * n)}\n`,
};

const markdown = {
  "quotes": (n) => repeat(">", 1e5 * n) + " a",
  "lists": (n) => repeat("- ", 1e5 * n) + "a",
  "numbered lists": (n) => repeat("1. ", 1e5 * n) + "a",
  "99 quotes a line": (n) => repeat(repeat("> ", 99) + "a\n", 2e4 * n),
  "99 lists a line": (n) => repeat(repeat("- ", 99) + "a\n\n", 1e4 * n),
  "staircase of lists": (n) => repeat(list(190, (i) => " ".repeat(i * 2) + "- a\n"), 60 * n),
  "staircase and blank lines": (n) => repeat(list(190, (i) => " ".repeat(i * 2) + "- a\n\n"), 60 * n),
  "opening brackets": (n) => repeat("[", 1e6 * n),
  "opening brackets in paragraphs": (n) => paragraphs("[", megabyte * n, 4000),
  "closing brackets": (n) => paragraphs("]", megabyte * n, 4000),
  "image brackets": (n) => paragraphs("![[]()", megabyte * n, 4000),
  "links": (n) => paragraphs("[a](b) ", 3 * megabyte * n, 1000),
  "1e5 links": (n) => list(1e5 * n, (i) => `[a](https://x.example/${i})\n\n`),
  "1e5 local links": (n) => list(1e5 * n, (i) => `[a](x${i}.md)\n\n`),
  "1e5 links to headings": (n) => "# T\n\n" + list(2e4 * n, (i) => `## h${i}\n\n`) + list(1e5 * n, (i) => `[a](#h${i})\n\n`),
  "1e5 links to no heading": (n) => "# T\n\n" + list(2e4 * n, (i) => `## heading number ${i}\n\n`) + list(1e5 * n, (i) => `[a](#heading-numbr-${i})\n\n`),
  "1e5 headings": (n) => list(1e5 * n, (i) => `# h${i}\n\n`),
  "1e5 equal headings": (n) => repeat("# h\n\n", 1e5 * n),
  "headings without letters": (n) => repeat("# !\n\n", 1e5 * n),
  "a million paragraphs": (n) => repeat("a\n\n", 1e6 * n),
  "a million rules": (n) => repeat("---\n", 1e6 * n),
  "a million items": (n) => repeat("- a\n", 1e6 * n),
  "items with blank lines": (n) => repeat("- a\n\n", 8e5 * n),
  "emphasis": (n) => paragraphs("*a* ", 3.5 * megabyte * n, 1000),
  "strong": (n) => paragraphs("**a** ", 3.5 * megabyte * n, 1000),
  "nested emphasis": (n) => repeat("*a ", 1e5 * n) + repeat("_a*_ ", 1e5 * n),
  "nested emphasis in paragraphs": (n) => repeat(repeat("*a ", 1e4) + repeat("_a*_ ", 4e3) + "\n\n", 4 * n),
  "deep strong": (n) => repeat(repeat("**a ", 7e3) + repeat("a** ", 7e3) + "\n\n", 1 + n),
  "underscores": (n) => paragraphs("_", 3 * megabyte * n, 20000),
  "stars": (n) => paragraphs("*", 3 * megabyte * n, 20000),
  "tildes": (n) => paragraphs("~~a", 3 * megabyte * n, 1000),
  "backticks": (n) => list(300 * n, (i) => "`".repeat(i) + " a "),
  "backtick runs": (n) => repeat(list(250, (i) => "e" + "`".repeat(i)) + "\n\n", 60 * n),
  "less than": (n) => paragraphs("<", 3 * megabyte * n, 4000),
  "comments": (n) => paragraphs("a <!-- ", 3 * megabyte * n, 4000),
  "questions": (n) => paragraphs("a <?x ", 3 * megabyte * n, 4000),
  "cdata": (n) => paragraphs("a <![CDATA[ ", 3 * megabyte * n, 4000),
  "declarations": (n) => paragraphs("a <!A ", 3 * megabyte * n, 4000),
  "questions in one": (n) => paragraphs("<?x", megabyte * n, 63000),
  "tags": (n) => paragraphs("<b>", 3 * megabyte * n, 1000),
  "deep tags": (n) => repeat("<b>\n", 1e5 * n),
  "deep tags in a paragraph": (n) => repeat(repeat("<b>", 15000) + "\n\n", 1 + n),
  "deep blocks": (n) => repeat("<details>\n\n", 1e5 * n),
  "deep summaries": (n) => repeat("<details><summary>\n\n", 1e5 * n),
  "closing tags": (n) => repeat("</details>\n\n", 1e5 * n),
  "unclosed attributes": (n) => paragraphs('<a b="', 3 * megabyte * n, 4000),
  "attributes": (n) => `<a ${list(8e3 * n, (i) => `a${i}=x `)}>x</a>`,
  "equal attributes": (n) => `<a ${repeat("a ", 3e4 * n)}>x</a>`,
  "html block": (n) => repeat("<div>\n", 1e4 * n),
  "unknown tags": (n) => list(3e5 * n, () => "<x>\n\n"),
  "entities": (n) => paragraphs("&amp;", 3 * megabyte * n, 1000),
  "ampersands": (n) => paragraphs("&", 3 * megabyte * n, 4000),
  "long entities": (n) => paragraphs("&" + "a".repeat(3000), 3 * megabyte * n, 30000),
  "backslashes": (n) => paragraphs("\\*", 3 * megabyte * n, 4000),
  "bare addresses": (n) => paragraphs("http://a.example/ ", 3 * megabyte * n, 1000),
  "address with brackets": (n) => repeat("http://a.com/" + ")".repeat(6e4) + "\n\n", 4 * n),
  "http": (n) => paragraphs("http", 3 * megabyte * n, 4000),
  "www": (n) => paragraphs("www._", 3 * megabyte * n, 4000),
  "autolinks": (n) => paragraphs("<http://a.b> ", 3 * megabyte * n, 1000),
  "at signs": (n) => paragraphs("a@b.c ", 3 * megabyte * n, 4000),
  "definitions": (n) => list(1e5 * n, (i) => `[a${i}]: b\n\n`),
  "definitions and uses": (n) => `[a]: ${"b".repeat(6e4)}\n\n` + paragraphs("[a] ", megabyte * n, 1000),
  "short definition, many uses": (n) => `[a]: ${"b".repeat(20)}\n\n` + paragraphs("[a] ", 3 * megabyte * n, 1000),
  "definition chain": (n) => repeat("[a]: b\n", 9e3 * n),
  "footnotes": (n) => "[^1]: x\n\n" + paragraphs("a[^1] ", 3 * megabyte * n, 1000),
  "footnote definitions": (n) => list(1e5 * n, (i) => `[^${i}]: a\n\n`),
  "footnotes and uses": (n) => list(5e4 * n, (i) => `x[^${i}]\n\n[^${i}]: a\n\n`),
  "footnotes in footnotes": (n) => repeat("[^1]: ", 1e4 * n) + "a",
  "unclosed footnotes": (n) => paragraphs("[^a ", 3 * megabyte * n, 4000),
  "images": (n) => paragraphs("![a](b.png) ", 3 * megabyte * n, 1000),
  "a table of 1e5 cells": (n) => table(100, 999 * n),
  "a table of 4e5 cells": (n) => table(100, 4000 * n),
  "a table with short rows": (n) => `${repeat("|a", 200)}|\n${repeat("|-", 200)}|\n${repeat("|\n", 498 * n)}`,
  "many wide tables": (n) => repeat(`${repeat("|a", 200)}|\n${repeat("|-", 200)}|\n${repeat("|\n", 5)}\nx\n\n`, 2000 * n),
  "a wide table": (n) => `${repeat("|a", 1e4 * n)}|\n${repeat("|-", 1e4 * n)}|\n${repeat("|\n", 1e4 * n)}`,
  "table headers only": (n) => repeat("|a|\n|-|\n\n", 3e5 * n),
  "a table of pipes": (n) => paragraphs("|", 3 * megabyte * n, 4000),
  "rows without a bar": (n) => `|a|b|\n|-|-|\n${repeat("x\n", 9e3 * n)}`,
  "bars in code": (n) => `|a|\n|-|\n${repeat("`|` ", 1.5e4 * n)}`,
  "setext": (n) => repeat("a\n=\n\n", 5e5 * n),
  "setext in one": (n) => repeat("a\n=\n", 1.5e4 * n),
  "fences": (n) => repeat("```\n", 5e5 * n),
  "an open fence": (n) => "```\n" + repeat("<script>\n", 4e5 * n),
  "indented code": (n) => repeat("    a\n\n", 4e5 * n),
  "tabs": (n) => repeat("\t", 300) + "a\n" + repeat("\t\ta\n\n", 4e5 * n),
  "blank lines": (n) => repeat("\n", 4e6 * n),
  "Windows blank lines": (n) => repeat("\r\n", 2e6 * n),
  "hard breaks": (n) => paragraphs("a  \n", 3 * megabyte * n, 1000),
  "soft breaks": (n) => paragraphs("a\n", 3 * megabyte * n, 1000),
  "control characters": (n) => repeat("\u0001", 4e6 * n),
  "control references": (n) => paragraphs("&#1;", 3 * megabyte * n, 4000),
  "bidi": (n) => repeat("\u202e", 1.2e6 * n),
  "spaces": (n) => repeat(" ", 4e6 * n) + "a",
  "blanks in lines": (n) => repeat(" ".repeat(60000) + "a\n\n", 60 * n),
  "a line of 10 MB": (n) => repeat("x", 1e7 * n),
  "a line of 4 MB": (n) => repeat("x", 4e6 * n),
  "lines of 60 KB": (n) => repeat(repeat("x", 60000) + "\n\n", 66 * n).slice(0, 4e6),
  "one word in code": (n) => "```\n" + repeat(repeat("x", 60000) + "\n", 66 * n) + "```\n",
  "task items": (n) => repeat("- [ ] a\n", 5e5 * n),
};

function table(columns, rows) {
  return `${repeat("|a", columns)}|\n${repeat("|-", columns)}|\n${repeat(repeat("|b", columns) + "|\n", rows)}`;
}

const adopt = {
  "1e5 timeline rows": (n) => "## Timeline\n\n| Time | Event |\n|---|---|\n" + repeat("| 14:02 | x |\n", 1e5 * n),
  "timeline rows in pieces": (n) => "## Timeline\n\n" + list(300 * n, () => `| Time | Event |\n|---|---|\n${repeat("| 14:02 | it was deployed |\n", 300)}\n`),
  "1e5 timeline items": (n) => "## Timeline\n\n" + list(1e5 * n, () => "- 14:02 x\n\n"),
  "timeline paragraphs": (n) => "## Timeline\n\n" + list(1e5 * n, () => "14:02 x\n\n"),
  "timeline lines": (n) => "## Timeline\n\n" + list(100 * n, () => repeat("14:02 x\n", 700) + "\n"),
  "1e5 action items": (n) => "## Action items\n\n" + list(1e5 * n, (i) => `- [ ] a${i}\n\n`),
  "1e5 equal action items": (n) => "## Action items\n\n" + repeat("- [ ] a\n\n", 1e5 * n),
  "action rows in pieces": (n) => "## Action items\n\n" + list(300 * n, () => `| Action | Owner |\n|---|---|\n${repeat("| do it | me **TODO** |\n", 300)}\n`),
  "action sections": (n) => list(5e4 * n, () => "## Action items\n\n- [ ] a\n\n"),
  "stated and found actions": (n) => "## Action items\n\n" + list(1e5 * n, (i) => `- [ ] a${i}\n\n`),
  "facts": (n) => list(1e5 * n, (i) => `Date: 2024-01-0${i % 9}\n\n`),
  "labels": (n) => list(1e5 * n, () => "**Severity**: SEV1\n\n"),
  "a sentence of times": (n) => paragraphs("at 14:02 it broke and ", 2 * megabyte * n, 60000),
  "sentences of times": (n) => paragraphs("At 14:02 it broke, resolved by 15:10 UTC. ", 3 * megabyte * n, 1000),
  "dates": (n) => paragraphs("2024-01-02 May 3rd, 2024 04/05/2024 ", 3 * megabyte * n, 1000),
  "durations": (n) => paragraphs("for 2 hours 10 minutes, 45 min ", 3 * megabyte * n, 1000),
  "digits": (n) => paragraphs("1", 3 * megabyte * n, 60000),
  "digits and colons": (n) => paragraphs("1:", 3 * megabyte * n, 4000),
  "zones": (n) => paragraphs("UTC CEST PDT Europe/Berlin ", 3 * megabyte * n, 1000),
  "full stops": (n) => paragraphs(". ", 3 * megabyte * n, 4000),
  "a line of stops": (n) => paragraphs(".", 3 * megabyte * n, 60000),
  "mentions": (n) => paragraphs("@a, ", 3 * megabyte * n, 1000),
  "tickets": (n) => "## Action items\n\n" + list(900 * n, () => `- ${repeat("OPS-1 ", 1000)}\n\n`),
  "services": (n) => "## Summary\n\n" + paragraphs("the checkout service and the api-gateway failed, ", 3 * megabyte * n, 1000),
  "causes": (n) => "## Root cause\n\n" + paragraphs("A missing test caused the deploy to fail because of a race condition. ", 3 * megabyte * n, 1000),
  "a cause without end": (n) => "## Root cause\n\n" + paragraphs("because of ", 60000 * n, 60000),
  "sections": (n) => list(1e5 * n, (i) => `## ${["Summary", "Timeline", "Trigger", "Impact"][i % 4]}\n\nx\n\n`),
  "rows without tables": (n) => list(1e5 * n, () => "Date | 2024-01-02 |\n\n"),
  "rows without tables in one": (n) => repeat("a | b |\n", 8e3 * n),
  "details tags": (n) => "## Timeline\n\n" + list(1e5 * n, () => "- 14:02 <b>x</b> <br> &amp; y\n\n"),
};

const search = {
  "1e6 distinct words": (n) => list(4e5 * n, (i) => word(i) + (i % 100 === 99 ? "\n\n" : "")),
  "a compound without end": (n) => paragraphs("aB_c-d.e:f/", 3 * megabyte * n, 60000),
  "compounds": (n) => list(1.5e5 * n, (i) => `svc-${i}_api.v${i}:80` + (i % 20 === 19 ? "\n\n" : " ")),
  "camel case": (n) => paragraphs("aB", 3 * megabyte * n, 60000),
  "hyphens": (n) => paragraphs("-", 3 * megabyte * n, 60000),
  "combining marks": (n) => paragraphs("\u0301", 2 * megabyte * n, 20000),
  "Greek": (n) => paragraphs("Σ", 1.5 * megabyte * n, 20000),
  "emoji": (n) => paragraphs("👍", 2 * megabyte * n, 20000),
  "Chinese": (n) => paragraphs("障害", 1.5 * megabyte * n, 20000),
  "dotted capital I": (n) => paragraphs("İ", 1.5 * megabyte * n, 20000),
  "y": (n) => paragraphs("y", 3 * megabyte * n, 60000),
  "suffixes": (n) => paragraphs("ational", 3 * megabyte * n, 60000),
};

/// Folders of many small files.
const many = {
  "3000 empty files": (n) => Object.fromEntries(Array.from({ length: Math.floor(3000 * n) }, (_, i) => [`${i}.md`, ""])),
  "1000 equal files": (n) => Object.fromEntries(Array.from({ length: Math.floor(1000 * n) }, (_, i) => [`${i}.md`, document("Equal.", "title: Equal\nstarted_at: 2024-01-01T00:00Z\nservices: [a]\n")])),
  "1000 files that cannot be read": (n) => Object.fromEntries(Array.from({ length: Math.floor(1000 * n) }, (_, i) => [`${i}.md`, "---\ntitle: [\n---\n"])),
  "links between files": (n) => Object.fromEntries(Array.from({ length: Math.floor(300 * n) }, (_, i) => [`${i}.md`, document(list(300 * n, (j) => `[a](${(i + j) % 310}.md)\n\n`))])),
};

/// [{ name, files }] of everything.
export function pathologicalCases(n = 1) {
  const cases = [];
  for (const [name, make] of Object.entries(yaml)) cases.push({ name: "yaml: " + name, files: { "content/a.md": `---\n${make(n)}---\n\nText.\n` } });
  for (const [name, make] of Object.entries(yaml)) cases.push({ name: "site.yml: " + name, files: { "site.yml": make(n), "content/a.md": document("Text.") } });
  for (const [group, makers] of Object.entries({ markdown, adopt, search })) {
    for (const [name, make] of Object.entries(makers)) cases.push({ name: `${group}: ${name}`, files: { "content/a.md": document(make(n)) } });
  }
  for (const [name, make] of Object.entries(adopt)) cases.push({ name: `no front matter: ${name}`, files: { "content/a.md": make(n) } });
  for (const [name, make] of Object.entries(many)) cases.push({ name: "many: " + name, files: Object.fromEntries(Object.entries(make(n)).map(([path, text]) => ["content/" + path, text])) });
  return cases;
}
