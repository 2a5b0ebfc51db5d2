// What is printed: no file, title or value of a document can end a workflow command, a JSON value or a line, nor reach the
// terminal as a command of its own.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { parseCsv } from "./data_files.mjs";
import { readCases } from "./cases.mjs";
import { run, temporaryFolder, today, write, writeDocuments } from "./site.mjs";

const folder = temporaryFolder();
after(() => folder.cleanUp());
const root = join(folder.path, "root");
writeDocuments(root);
for (const one of readCases("file-names.txt")) {
  for (const [path, bytes] of Object.entries(one.files)) write(root, path, bytes);
}

const dangerous = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
const check = (format) => run(["check", root, "--today", today, "--format", format]);

test("text for a terminal holds no escape sequence, and each finding begins with its place", () => {
  const { code, out, err } = check("text");
  assert.equal(code, 1);
  const said = out + err;
  assert.ok(said.split("\n").length > 500);
  assert.doesNotMatch(said, dangerous);
  for (const line of said.split("\n")) {
    assert.match(line, /^(content\/.*: (error|warning|hint): .* \[[a-z0-9-]+\]| {4}hint: .*| *\d+ {2}[a-z0-9-]+|\d[\d,]* errors?, .*|.*nothing was .*|[\d,]+ postmortems? checked|)$/u, line);
  }
});

test("GitHub's annotations are one command a line", () => {
  const lines = check("github").out.trim().split("\n");
  assert.ok(lines.length > 300);
  for (const line of lines) {
    assert.match(line, /^::(error|warning|notice) file=[^:,]*(,line=\d+)?(,col=\d+)?,title=[a-z0-9-]+::[^\r]*$/u, line);
    assert.doesNotMatch(line, dangerous);
  }
});

test("GitLab's report, JSON and SARIF are JSON; SARIF's places are addresses and its messages have no links", () => {
  assert.ok(JSON.parse(check("gitlab").out).length > 300);
  assert.ok(JSON.parse(check("json").out).diagnostics.length > 300);
  const sarif = JSON.parse(check("sarif").out);
  for (const result of sarif.runs[0].results) {
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    assert.match(uri, /^[\w.~%/-]+$/, uri);
    assert.doesNotMatch(result.message.text, /(?<!\\)(\\\\)*\]\(/);
  }
});

test("adopt, stats and actions print nothing that a terminal would obey, and CSV that no spreadsheet runs", () => {
  const good = join(folder.path, "good");
  write(good, "a.md", "---\ntitle: \"\\e[31m=1+1\\u202e\"\nstarted_at: 2024-01-01T00:00Z\nresolved_at: 2024-01-01T01:00Z\nservices: [\"=\\e1+1\"]\n---\n\n## Action items\n\n- [ ] =cmd \u0007 &#27;[2J (@\"+x\")\n");
  write(good, "b.md", "# \u001b[2J Title &#x202e;\n\nDate: 2024-01-01\n\n## Timeline\n\n- 10:00 UTC \u001b]0;x\u0007 begins\n- 11:00 UTC resolved\n");
  for (const more of [["stats", good], ["stats", good, "--by", "service"], ["actions", good], ["stats", good, "--format", "csv"], ["actions", good, "--format", "csv"], ["adopt", good]]) {
    const { code, out, err } = run([...more, "--today", today]);
    assert.ok(code === 0 || code === 2, more.join(" ") + err);
    if (more[0] !== "adopt") assert.doesNotMatch((out + err).replaceAll("\r\n", "\n"), dangerous, more.join(" "));
    if (!more.includes("csv") || code !== 0) continue;
    for (const cell of parseCsv(out.replaceAll(/\r?\n/g, "\r\n")).flat()) assert.doesNotMatch(cell, /^[=+@\t\r]/, cell);
  }
});
