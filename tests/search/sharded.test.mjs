// The pieces of a site's index, put together by the site's own client, against lunr.js over the whole index: the same
// documents, scores and order for random queries of all kinds, and when the lists of common terms are cut as a large site's.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

import lunr from "lunr";

import { makeDocuments, makeRandom, pickWith } from "./corpora.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const documentCount = 1000;
const queryCount = 5000;

let folder;
let client;
let cutClient;
let whole;

/// Postmortems of made-up words, so that the index has everything that words can hold.
function writeCorpus(root) {
  mkdirSync(join(root, "content"), { recursive: true });
  makeDocuments(7, documentCount).forEach((document, i) => {
    const line = (text) => JSON.stringify(String(text ?? "").replace(/[\u0000-\u001f\u2028\u2029]/g, " "));
    const body = typeof document.body === "string" ? document.body : "";
    const front = ["---", `title: ${line("Incident " + i + " " + document.title)}`, `started_at: 202${i % 6}-03-04T14:0${i % 10}Z`, `summary: ${line([...body].slice(0, 80).join(""))}`,
      `services: [service-${i % 7}]`, "timeline:", `  - {at: 202${i % 6}-03-04T14:0${i % 10}Z, event: ${line(document.title)}}`, "---", ""];
    writeFileSync(join(root, "content", `incident-${i}.md`), front.join("\n") + body.replace(/[<>&`*_#|[\]]/g, " ") + "\n");
  });
}

const run = (file) => runInThisContext(readFileSync(file, "utf8"), { filename: file });

const build = (name, more) => execFileSync(executable, ["build", folder, "-o", join(folder, name), "--today", "2026-01-31", "--quiet", ...more], { stdio: "ignore" });

/// A client of a site; `asked` gets the names of the pieces that it loads.
function open(name, asked = []) {
  return globalThis.hindsightSearch.open(lunr, (piece) => {
    asked.push(piece);
    return Promise.resolve(run(join(folder, name, "search", piece + ".js")));
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "hindsight-search-"));
  writeCorpus(folder);
  run(join(repository, "theme/js/data.js"));
  run(join(repository, "theme/js/search-index.js"));
  build("site", ["--full-index"]);
  build("cut", ["--search-part", "10"]);
  client = await open("site");
  cutClient = await open("cut");
  whole = lunr.Index.load(JSON.parse(readFileSync(join(folder, "site/search/lunr-index.json"), "utf8")));
});

after(() => rmSync(folder, { recursive: true, force: true }));

/// Random queries in lunr's language: terms, wildcards anywhere, fuzzy terms, fields, boosts, required and prohibited ones.
function* randomQueries(seed) {
  const random = makeRandom(seed);
  const pick = pickWith(random);
  const frequency = (term) => whole.fields.reduce((sum, field) => sum + Object.keys(whole.invertedIndex[term][field]).length, 0);
  const terms = Object.keys(whole.invertedIndex).filter((term) => /^[^\s:~^+*\\-]{1,40}$/.test(term) && (frequency(term) < 200 || random() < 0.2));
  // Short beginnings and ends mean thousands of terms: they are tried, but few, because lunr takes long over them.
  const least = () => (random() < 0.03 ? 1 : 5);
  const some = (term) => term.slice(0, Math.max(least(), Math.floor(random() * term.length)));
  const slip = (term) => {
    const at = Math.floor(random() * term.length);
    return pick([term.slice(0, at) + term.slice(at + 1), term.slice(0, at) + "x" + term.slice(at), term.slice(0, at) + "q" + term.slice(at + 1),
      term.slice(0, at) + (term[at + 1] ?? "") + term[at] + term.slice(at + 2)]) || term;
  };
  const word = () => {
    const term = pick(terms);
    const kind = random();
    if (kind < 0.45) return term;
    if (kind < 0.6) return some(term) + "*";
    if (kind < 0.68) return "*" + term.slice(-Math.max(least(), Math.floor(random() * term.length)));
    if (kind < 0.75) return some(term) + "*" + term.slice(-1);
    if (kind < 0.85) return slip(term) + "~1";
    if (kind < 0.86) return slip(slip(term)) + "~2";
    if (kind < 0.9) return "nosuchword" + Math.floor(random() * 100);
    return term.toUpperCase();
  };
  const clause = () => {
    const kind = random();
    const sign = kind < 0.15 ? "+" : kind < 0.3 ? "-" : "";
    const field = random() < 0.15 ? pick(whole.fields) + ":" : "";
    const boost = random() < 0.12 ? "^" + pick([2, 5, 10]) : "";
    return sign + field + word() + boost;
  };
  for (let i = 0; i < queryCount; ++i) {
    const length = random() < 0.4 ? 1 : 1 + Math.floor(random() * 4);
    const clauses = Array.from({ length }, clause);
    yield random() < 0.04 ? clauses.map((text) => "-" + text.replace(/^[+-]/, "")).join(" ") : clauses.join(" ");
  }
}

test(`${queryCount} random queries over ${documentCount} documents`, async () => {
  const numbers = new Map();
  for (const ref of Object.keys(whole.fieldVectors)) {
    const path = ref.slice(ref.indexOf("/") + 1);
    if (!numbers.has(path)) numbers.set(path, numbers.size);
  }
  assert.equal(numbers.size, documentCount);
  let found = 0;
  let agreed = 0;
  for (const text of randomQueries(1)) {
    const expected = whole.search(text).map(({ ref, score, matchData }) => ({ document: numbers.get(ref), score, terms: Object.keys(matchData.metadata) }));
    for (const each of [client, cutClient]) {
      const actual = (await each.search(text)).map(({ document, score, metadata }) => ({ document, score, terms: Object.keys(metadata) }));
      assert.deepEqual(actual, expected, text);
    }
    found += expected.length > 0 ? 1 : 0;
    agreed += 1;
  }
  assert.equal(agreed, queryCount);
  assert.ok(readdirSync(join(folder, "cut/search")).filter((name) => name.startsWith("common-")).length > 100, "few lists are cut");
  assert.ok(found > queryCount * 0.7, `only ${found} of the queries found anything: too few to tell`);
});

test("one plain word loads one shard and nothing of the vocabulary", async () => {
  const asked = [];
  const other = await open("site", asked);
  await other.search("service");
  assert.deepEqual(asked.map((name) => name.replace(/\d+/, "N")), ["manifest", "terms-N"]);
});

test("a query that lunr refuses is refused", async () => {
  await assert.rejects(client.search("nosuchfield:x"), (error) => error instanceof lunr.QueryParseError);
});

test("a piece of another index is refused, and asked for again", async () => {
  const other = await globalThis.hindsightSearch.open(lunr, (name) => {
    if (name !== "manifest") globalThis.hindsightData.take("terms", Number(name.split("-")[1]), { version: "another", value: [] });
    return Promise.resolve();
  });
  await assert.rejects(other.search("service"), /built anew/);
});
