// What an on-call engineer would ask of the repository's own incidents, and what typed queries mean.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

import lunr from "lunr";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
let folder;
let index;
let searcher;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "hindsight-questions-"));
  execFileSync(executable, ["build", repository, "-o", join(folder, "site"), "--today", "2026-01-31", "--quiet"], { stdio: "ignore" });
  const run = (file) => runInThisContext(readFileSync(file, "utf8"), { filename: file });
  run(join(repository, "theme/js/data.js"));
  run(join(repository, "theme/js/search-index.js"));
  run(join(repository, "theme/js/search-query.js"));
  index = await globalThis.hindsightSearch.open(lunr, (name) => Promise.resolve(run(join(folder, "site/search", name + ".js"))));
  searcher = globalThis.hindsightQuery.makeSearcher(lunr, index);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const urls = async (text) => Promise.all((await searcher.run(text, false)).results.map(async (result) => (await index.piece("incident", result.document)).url));

const questions = [
  ["504 gateway timeout", "2021-09-17-dfds-traefik-504"],
  ["users cannot log in", "2021-06-07-jenkins-artifactory-login-blocked"],
  ["prometheus oom", "2023-07-25-moj-prometheus-out-of-memory"],
  ["api key invalid elasticsearch", "2025-11-20-wellcome-search-api-key-recreated"],
  ["disk full", "2021-06-03-usdr-univaf-database-full"],
  ["certifcate expired", "2018-01-11-mybinder-certificate-expiry-warning"],
  ["wl-deployer_api", "2016-09-05-jimdo-deployer-api-deleted"],
  ["remediation webhook prow", "2019-01-23-kubernetes-prow-webhook-down"],
  ["workaround fluentd", "2022-01-31-dfds-fluentd-wrong-arn"],
  ["sms not delivered at&t", "2021-10-27-twilio-sms-att-filtering"],
];

for (const [question, expected] of questions) {
  test(`“${question}” has its incident first or second`, async () => {
    const found = await urls(question);
    assert.ok(found.slice(0, 2).some((url) => url.includes(expected)), found.slice(0, 4).join("\n"));
  });
}

test("typed text is taken apart", () => {
  const parse = (text) => globalThis.hindsightQuery.parse(text, ["title", "body"]);
  const words = (text) => parse(text).words.map(({ text: word, field, excluded, edits }) => [word, field, excluded, edits]);
  assert.deepEqual(words("disk full"), [["disk", undefined, false, undefined], ["full", undefined, false, undefined]]);
  assert.deepEqual(words("title:disk -dns slip~1"), [["disk", "title", false, undefined], ["dns", undefined, true, undefined], ["slip", undefined, false, 1]]);
  assert.deepEqual(words("09:27 https://a.b/c --force -"), [["09:27", undefined, false, undefined], ["https://a.b/c", undefined, false, undefined], ["--force", undefined, false, undefined], ["-", undefined, false, undefined]]);
  assert.deepEqual(parse('"no space left" "one"').phrases, ["no space left"]);
  assert.deepEqual(parse('sev:1 -service:"Catalogue API" before:2025-01').filters.map(Object.values), [["severity", "1", false], ["service", "Catalogue API", true], ["before", "2025-01", false]]);
  assert.deepEqual(parse("").words, []);
});

test("filters mean terms, numbers of severities, and days", async () => {
  const facets = await globalThis.hindsightQuery.openFacets(index.piece)(["severity", "service", "before", "after"]);
  assert.deepEqual(facets.slugsFor("severity", "1"), ["sev1"]);
  assert.deepEqual(facets.slugsFor("severity", "SEV2"), ["sev2"]);
  assert.deepEqual(facets.slugsFor("service", "prow"), ["prow"]);
  const documents = Array.from({ length: index.manifest.documents }, (_, i) => i);
  const before2017 = documents.filter((document) => facets.passes({ facet: "before", value: "2017", excluded: false }, document));
  assert.deepEqual(before2017, [0], "the oldest is document 0");
  assert.equal(documents.filter((document) => facets.passes({ facet: "after", value: "2025-12-05", excluded: false }, document)).length, 1);
});

test("phrases are looked for in the text, exclusions excluded, wildcards and slips followed", async () => {
  assert.match((await urls('"out of memory"'))[0], /prometheus/);
  assert.deepEqual(await urls('"memory out of"'), []);
  assert.ok(!(await urls("memory -prometheus")).some((url) => url.includes("prometheus")));
  assert.ok((await urls("*metheus")).some((url) => url.includes("prometheus")));
  assert.ok((await urls("promethesu~1")).some((url) => url.includes("prometheus")));
  assert.equal((await urls("-zzzz")).length, index.manifest.documents);
});

test("every word of a document's own title finds it", async () => {
  for (let document = 0; document < index.manifest.documents; ++document) {
    const { title, url } = await index.piece("incident", document);
    assert.equal((await urls(title.replace(/"/g, "")))[0], url, title);
  }
});

test("the nearest word: few edits, the first letter rather right", () => {
  const { nearest } = globalThis.hindsightQuery;
  assert.equal(nearest("certifcate", ["certificates", "certificate", "catering"]), "certificate");
  assert.equal(nearest("kafak", ["kafka", "kayak"]), "kafka");
  assert.equal(nearest("dsn", ["dns"]), undefined, "short words are too near to each other");
  assert.equal(nearest("qqxqx", ["kafka"]), undefined);
});
