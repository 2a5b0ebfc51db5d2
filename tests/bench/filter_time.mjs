// How long the tracker's filter takes to answer with thousands of items, at a quarter of the processor's speed. A measurement,
// not a test: node tests/bench/filter_time.mjs [INCIDENTS]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { buildSite, launch, repository } from "../browser/support.mjs";

const incidents = process.argv[2] || "2000";
const corpus = mkdtempSync(join(tmpdir(), "hindsight-corpus-"));
execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpus, "content"), incidents]);
const built = buildSite(corpus);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto("file://" + join(built.site, "actions.html"));
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const times = await page.evaluate(async () => {
  const measure = async (action) => {
    const begin = performance.now();
    action();
    document.body.getBoundingClientRect(); // lays out
    const answered = performance.now() - begin;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { answered, painted: performance.now() - begin };
  };
  const boxes = [...document.querySelectorAll("#filters input[type=checkbox]")];
  const results = { filter: [], sort: [] };
  for (let round = 0; round < 3; ++round) {
    for (const box of boxes.slice(0, 12)) {
      results.filter.push(await measure(() => box.click()));
      results.filter.push(await measure(() => box.click()));
    }
    for (const button of document.querySelectorAll(".sort")) results.sort.push(await measure(() => button.click()));
  }
  return results;
});
const summary = (list, what) => {
  const sorted = list.map((one) => one[what]).sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (n = ${sorted.length})`;
};
const items = JSON.parse(readFileSync(join(built.site, "data/actions.json"), "utf8")).action_items.length;
const bytes = readFileSync(join(built.site, "actions.html"));
console.log(`${items} items, ${bytes.length} bytes, ${gzipSync(bytes).length} compressed`);
for (const [name, list] of Object.entries(times)) {
  console.log(`${name}: laid out ${summary(list, "answered")}; painted ${summary(list, "painted")}`);
}
await browser.close();
built.cleanUp();
rmSync(corpus, { recursive: true, force: true });
