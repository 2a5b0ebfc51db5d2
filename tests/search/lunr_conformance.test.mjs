// `hindsight index` against the real lunr.js: the same documents give the same bytes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import lunr from "lunr";

import { makeDocuments } from "./corpora.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");

function ours(documents, fields, more = []) {
  const lines = documents.map((document) => JSON.stringify(document) + "\n").join("");
  const named = Object.entries(fields).flatMap(([name, boost]) => ["--field", boost === undefined ? name : `${name}=${boost}`]);
  return execFileSync(executable, ["index", "-", "--ref", "id", ...named, ...more], { input: lines, encoding: "utf8", maxBuffer: 1 << 30 });
}

function theirs(documents, fields, { positions = false, boosts = false } = {}) {
  // What travels as JSON is what both read.
  const read = documents.map((document) => JSON.parse(JSON.stringify(document)));
  return JSON.stringify(
    lunr(function () {
      this.ref("id");
      for (const [name, boost] of Object.entries(fields)) this.field(name, boost === undefined ? undefined : { boost });
      if (positions) this.metadataWhitelist = ["position"];
      for (const document of read) this.add(document, boosts && document.boost !== undefined ? { boost: document.boost } : undefined);
    }),
  );
}

function assertSame(documents, fields, { positions = false, boosts = false } = {}) {
  const more = [...(positions ? ["--positions"] : []), ...(boosts ? ["--boost", "boost"] : [])];
  const actual = ours(documents, fields, more);
  const expected = theirs(documents, fields, { positions, boosts });
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) ++at;
  assert.fail(`differ at ${at}:\n ours:   ${JSON.stringify(actual.slice(at - 60, at + 60))}\n theirs: ${JSON.stringify(expected.slice(at - 60, at + 60))}`);
}

const fields = { title: 10, body: undefined, tags: 2.5 };

for (const seed of [1, 2, 3, 4, 5]) {
  test(`1,000 made-up documents, seed ${seed}`, () => assertSame(makeDocuments(seed, 1000), fields));
}

test("ids that are numbers, repeated, empty or properties of every object", () => {
  for (const seed of [11, 12, 13]) assertSame(makeDocuments(seed, 1000, { oddIds: true }), fields);
});

test("positions and documents' boosts", () => {
  for (const seed of [21, 22]) assertSame(makeDocuments(seed, 400, { oddIds: seed === 22 }), fields, { positions: true, boosts: true });
});

test("field names that are numbers come first, as JavaScript lists them", () => {
  const documents = makeDocuments(31, 50).map(({ id, title, body }) => ({ id, zeta: title, 10: body, 9: title }));
  assertSame(documents, { zeta: 3, 10: 2, 9: undefined, "01": undefined });
});

test("no documents, and documents without a word", () => {
  assertSame([], { title: undefined });
  assertSame([{ id: 1 }, { id: 2, title: "the and" }, { id: 3, title: "?!" }], { title: undefined });
});

const words = new Set();
for (const document of makeDocuments(99, 3000)) for (const word of `${document.title} ${document.body}`.split(/[\s-]+/)) words.add(word.toLowerCase());
const suffixes = ["ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness", "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "sion", "tion", "e", "ll", "ed", "eed", "ing", "sses", "ies", "s", "y", "at", "bl", "iz"];
const stems = ["", "y", "a", "b", "tr", "ee", "oa", "tree", "ivy", "trouble", "oats", "private", "hop", "fil", "fizz", "fall", "hiss", "snow", "box", "tray", "sky", "yell", "syzygy", "x1", "_a", "éa", "日b", "rétro", "a😀b"];
for (const stem of stems) for (const first of suffixes) for (const second of ["", ...suffixes]) words.add(stem + first + second);

test(`${words.size} words have lunr's stems`, () => {
  const documents = [...words].map((word, id) => ({ id: "w" + id, word: [word] }));
  assertSame(documents, { word: undefined });
});

function textsBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(md|txt)$/.test(name))
    .sort()
    .map((name) => ({ id: name, title: name.replace(/[./-]/g, " "), body: readFileSync(join(folder, name), "utf8") }));
}

test("the repository's own postmortems", () => assertSame(textsBelow(join(repository, "content")), fields, { positions: true }));

const shared = join(repository, "../shared/corpus");
test("real postmortems", { skip: !existsSync(shared) && "no corpus beside the repository" }, () => {
  assertSame(textsBelow(shared), fields);
  assertSame(textsBelow(shared), fields, { positions: true });
});
