// Each hostile case is read with exactly the findings it names, and what is published of all of them runs nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { readCases, rewriteFindings } from "./cases.mjs";
import { checkDataFiles } from "./data_files.mjs";
import { buildHostileSite, checker, findingsIn, run, temporaryFolder, today, write, writeDocuments } from "./site.mjs";

const update = process.env.UPDATE_EXPECTED === "1";
const cases = readCases();
const folder = temporaryFolder();
after(() => folder.cleanUp());

const sentence = (one, withFile) => `${one.rule} ${withFile ? one.file + ":" : ""}${one.line}`;

test("there are enough of them", () => assert.ok(cases.length >= 300, `${cases.length} cases`));

/// Compares what was found with what each case names; with UPDATE_EXPECTED=1 it becomes what they name.
function compare(one, found, changed) {
  const seen = [...new Set(found)].sort();
  const wanted = [...one.finds].sort();
  if (!update) return assert.deepEqual(seen, wanted, one.name);
  if (!changed.has(one.file)) changed.set(one.file, new Map());
  const blocks = changed.get(one.file);
  if (!blocks.has(one.block)) blocks.set(one.block, []);
  blocks.get(one.block)[one.index] = seen;
  return undefined;
}

describe("documents are read with the findings they name", () => {
  const root = join(folder.path, "documents");
  const documents = writeDocuments(root);
  const byFile = groupBy(findingsIn(root));
  const changed = new Map();
  for (const file of new Set(documents.map((one) => one.file))) {
    test(file, () => {
      for (const one of documents.filter((document) => document.file === file)) {
        const found = Object.keys(one.files).flatMap((path) => byFile.get("content/" + path) ?? []);
        compare(one, found.map((finding) => sentence(finding, false)), changed);
      }
    });
  }
  after(() => changed.forEach((found, file) => rewriteFindings(file, found)));
});

function groupBy(findings) {
  const groups = new Map();
  for (const one of findings) groups.set(one.file, [...(groups.get(one.file) ?? []), one]);
  return groups;
}

describe("folders are read with the findings they name, and nothing is published of those with errors", () => {
  const changed = new Map();
  for (const one of cases.filter((candidate) => candidate.isFolder)) {
    test(one.name, () => {
      const root = join(folder.path, one.name);
      for (const [path, bytes] of Object.entries(one.files)) write(root, path, bytes);
      const findings = findingsIn(root);
      compare(one, findings.map((finding) => sentence(finding, true)), changed);
      const { code, signal } = run(["build", root, "-o", join(root, "site"), "--today", today]);
      assert.equal(signal, null);
      assert.equal(code, findings.some((finding) => finding.level === "error") ? 1 : 0);
      if (code === 0) assert.deepEqual(activeContent(join(root, "site")), []);
    });
  }
  after(() => changed.forEach((found, file) => rewriteFindings(file, found)));
});

/// What the foreign HTML parser finds in a built site that could run. The page for lost readers names the site's own address.
function activeContent(site) {
  const { code, out, err } = run([site], checker);
  assert.ok(code === 0 || code === 1, err);
  return out.split("\n").filter((line) => /: /.test(line) && !/^404\.html: a (link|form) to another site/.test(line));
}

const plainText = (html) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

describe("the site of all documents", () => {
  let built;
  before(() => {
    built = buildHostileSite(folder.path);
  });
  test("runs nothing", () => assert.deepEqual(activeContent(built.site), []));
  test("shows what authors wrote, as text", () => {
    for (const one of built.kept) {
      if (one.shows.length === 0) continue;
      const page = plainText(readFileSync(join(built.site, "incidents", one.name + ".html"), "utf8"));
      for (const shown of one.shows) assert.ok(page.includes(shown), `${one.name} shows ${shown}`);
    }
  });
  test("has feeds, calendars, JSON and CSV that other programs can trust", () => assert.deepEqual(checkDataFiles(built.site), []));
});
