// Words that very many incidents have: their lists are cut, and a search begins with the newest. A small site with small parts
// stands for a large one; the same site with whole lists says what is right.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";

import lunr from "lunr";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const incidentCount = 400;
const common = "baco"; // every incident has it
const alsoCommon = "coco";

let folder;
let whole;
let cut;

const run = (file) => runInThisContext(readFileSync(file, "utf8"), { filename: file });

/// A client of a site, and the pieces that it has loaded.
async function openSite(name) {
  const loads = [];
  const index = await globalThis.hindsightSearch.open(lunr, (piece) => {
    loads.push(piece);
    return Promise.resolve(run(join(folder, name, "search", piece + ".js")));
  });
  const searcher = globalThis.hindsightQuery.makeSearcher(lunr, index);
  const search = async (text, options) => {
    const answer = await searcher.run(text, false, options);
    return { newest: answer.newest, found: answer.results.map(({ document, score }) => ({ document, score })) };
  };
  return { index, search, parts: () => loads.filter((piece) => piece.startsWith("common-")) };
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "hindsight-common-"));
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(folder, "corpus/content"), String(incidentCount)]);
  const build = (name, more) => execFileSync(executable, ["build", join(folder, "corpus"), "-o", join(folder, name), "--today", "2026-01-31", "--quiet", ...more], { stdio: "ignore" });
  build("whole", []);
  build("cut", ["--search-part", "25"]);
  for (const name of ["data", "search-index", "search-query"]) run(join(repository, "theme/js", name + ".js"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("whole and cut lists", async (t) => {
  [whole, cut] = [await openSite("whole"), await openSite("cut")];

  await t.test("a small site has no parts", () => {
    const partsOf = (name) => readdirSync(join(folder, name, "search")).filter((file) => file.startsWith("common-"));
    assert.equal(partsOf("whole").length, 0);
    assert.ok(partsOf("cut").length > 10);
  });

  await t.test("a common word is looked for among the newest, without a part", async () => {
    const { newest, found } = await cut.search(common);
    const everywhere = await whole.search(common);
    assert.ok(newest > 20 && newest < 100, String(newest));
    assert.equal(everywhere.newest, undefined);
    assert.deepEqual(found, everywhere.found.filter(({ document }) => document >= incidentCount - newest));
    assert.equal(found.length, newest);
    assert.deepEqual(cut.parts(), []);
  });

  await t.test("so are several, where each has its documents, and one that nobody has beside them", async () => {
    const one = await cut.search(alsoCommon);
    for (const text of [common + " " + alsoCommon, alsoCommon + " qqxqxq " + common]) {
      const { newest, found } = await cut.search(text);
      const everywhere = await whole.search(text);
      assert.ok(newest <= one.newest);
      assert.deepEqual(found, everywhere.found.filter(({ document }) => document >= incidentCount - newest), text);
    }
    assert.deepEqual(cut.parts(), []);
  });

  await t.test("a rarer word beside it: exact, with the parts that have its documents", async () => {
    const words = readFileSync(join(folder, "whole/search/words-0.js"), "utf8").match(/[a-z]{4,}/g).slice(-30);
    let loaded = 0;
    for (const word of words) {
      const other = await openSite("cut");
      const rare = (await whole.search(word)).found.map(({ document }) => document);
      const { newest, found } = await other.search(word + " " + common);
      assert.equal(newest, undefined);
      assert.deepEqual(found, (await whole.search(word + " " + common)).found.filter(({ document }) => rare.includes(document)), word);
      assert.ok(other.parts().length <= rare.length, other.parts().join());
      loaded += other.parts().length;
    }
    assert.ok(loaded > 0);
  });

  await t.test("a word beside it that is in many parts: among the newest, with no more parts than that takes", async () => {
    // Not of the commonest, whose own lists are cut, nor so short that it may be one word with the other.
    const words = readFileSync(join(folder, "whole/search/words-0.js"), "utf8").match(/[a-z]{6,}/g).slice(0, 200);
    let tried = 0;
    for (const word of words) {
      const other = await openSite("cut");
      const { newest, found } = await other.search(word + " " + common);
      if ((await other.index.termOf(word)) === undefined || newest === undefined || (await other.search(word)).newest !== undefined) continue;
      const everywhere = await whole.search(word + " " + common);
      const documents = (await whole.search(word)).found.map(({ document }) => document);
      const right = everywhere.found.filter(({ document }) => documents.includes(document) && document >= incidentCount - newest);
      assert.deepEqual(found, right, word);
      assert.ok(other.parts().length <= 16 && other.parts().length > 8, String(other.parts().length));
      const all = await other.search(word + " " + common, { all: true });
      assert.equal(all.newest, undefined);
      assert.deepEqual(all.found, everywhere.found.filter(({ document }) => documents.includes(document)), word);
      if (++tried === 5) break;
    }
    assert.equal(tried, 5);
  });

  await t.test("without a common word", async () => {
    for (const text of ["-" + common, "-" + alsoCommon, alsoCommon + " -" + common, "kipudi -" + alsoCommon, common + " -title:" + alsoCommon]) {
      const { newest, found } = await cut.search(text);
      const everywhere = (await whole.search(text)).found;
      assert.deepEqual(found, newest ? everywhere.filter(({ document }) => document >= incidentCount - newest) : everywhere, text);
    }
    assert.equal((await cut.search("-title:" + common)).newest, undefined);
  });

  await t.test("all of them, and by lunr's own language", async () => {
    for (const text of [common, common + " " + alsoCommon, "title:" + common]) assert.deepEqual(await cut.search(text, { all: true }), await whole.search(text), text);
    for (const text of [common, `+${common} -title:${alsoCommon}`, "ba*"]) assert.deepEqual(await cut.index.search(text), await whole.index.search(text), text);
  });
});
