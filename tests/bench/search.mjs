// Search measured side by side in one run, on made-up corpora:
//   HINDSIGHT=… node tests/bench/search.mjs [LARGEST]
// 1. CPU seconds and peak memory of `hindsight index` and of lunr.js in node, over the same documents, one thread each.
// 2. What a reader downloads, compressed, for a first query on a cold page: scripts, lunr, index pieces, results.
// 3. Milliseconds from the end of typing to results on the screen, in Chromium, with the index warm; the 120 ms without a key
//    after which a search begins are taken off.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { launch, repository } from "../browser/support.mjs";
import { measure, median } from "./measure.mjs";

const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const largest = Number(process.argv[2] ?? 10000);
const delay = 120;
const work = mkdtempSync(join(tmpdir(), "hindsight-bench-"));

// The reference: what a site without Hindsight would run.
const buildWithLunr = `
  const lunr = require(${JSON.stringify(createRequire(import.meta.url).resolve("lunr"))});
  const documents = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\\n").map((line) => JSON.parse(line));
  const index = lunr(function () {
    this.ref("id");
    this.field("title", { boost: 10 });
    this.field("body");
    documents.forEach((document) => this.add(document));
  });
  require("fs").writeFileSync(1, JSON.stringify(index));
`;

function makeCorpus(size) {
  const root = join(work, "corpus-" + size);
  mkdirSync(join(root, "content"), { recursive: true });
  execFileSync("node", [fileURLToPath(new URL("../tools/make_corpus.mjs", import.meta.url)), join(root, "content"), String(size)]);
  const lines = readdirSync(join(root, "content")).map((name) => {
    const text = readFileSync(join(root, "content", name), "utf8");
    return JSON.stringify({ id: name, title: /^title: (.*)$/m.exec(text)[1], body: text }) + "\n";
  });
  writeFileSync(join(root, "documents.ndjson"), lines.join(""));
  const site = join(work, "site-" + size);
  execFileSync(executable, ["build", root, "-o", site, "--today", "2026-01-31", "--quiet"], { stdio: ["ignore", "ignore", "ignore"] });
  return { root, site };
}

async function compareIndexing(size, root) {
  const documents = join(root, "documents.ndjson");
  const rounds = size > 5000 ? 1 : 3;
  const ours = [];
  const theirs = [];
  let same = true;
  for (let round = 0; round < rounds; ++round) {
    const [ourOut, theirOut] = ["ours.json", "theirs.json"].map((name) => join(work, name));
    const our = await measure(executable, ["index", documents, "--field", "title=10", "--field", "body", "--jobs", "1"], ourOut);
    const their = await measure("node", ["--max-old-space-size=12000", "-e", buildWithLunr, documents], theirOut);
    same &&= readFileSync(ourOut).equals(readFileSync(theirOut));
    ours.push(our);
    theirs.push(their);
  }
  const [a, b] = [ours, theirs].map((runs) => median(runs.map((run) => run.cpu)));
  const [memory, lunrMemory] = [ours, theirs].map((runs) => Math.max(...runs.map((run) => run.peak)));
  console.log(`index of ${size} documents: ${a.toFixed(2)} CPU s, ${memory.toFixed(0)} MB; lunr.js ${b.toFixed(2)} CPU s, ${lunrMemory.toFixed(0)} MB; ratio ${(b / a).toFixed(1)}, ${same ? "same bytes" : "BYTES DIFFER"}`);
}

/// Words that readers might type: of middling frequency, from the site's own list.
function wordsOf(site) {
  const words = /"(.*)"/.exec(readFileSync(join(site, "search/words-0.js"), "utf8").split(",").slice(2).join(","))[1].split(" ");
  return [0.02, 0.05, 0.1, 0.2, 0.4].map((place) => words[Math.floor(place * words.length)]);
}

async function coldBytes(browser, site, start, words) {
  const totals = [];
  for (const word of words) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(site, start)).href);
    let bytes = 0;
    page.on("request", (request) => {
      const path = fileURLToPath(new URL(request.url()).href.replace(/[?#].*/, ""));
      if (path.endsWith(".js")) bytes += gzipSync(readFileSync(path), { level: 9 }).length;
    });
    if (start === "search.html") {
      // Its scripts belong to the search.
      await page.reload();
      await page.locator("#search-query").fill(word);
    } else {
      await page.keyboard.press("/");
      await page.locator("dialog[open]").waitFor();
      await page.keyboard.type(word);
    }
    await page.locator(".result").first().waitFor();
    await page.waitForTimeout(300);
    totals.push(bytes);
    await context.close();
  }
  return totals;
}

async function warmTimes(browser, site, words) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(join(site, "index.html")).href);
  await page.keyboard.press("/");
  await page.locator("dialog[open]").waitFor();
  const times = [];
  for (const word of [...words, ...words, ...words, ...words]) {
    const time = await page.evaluate(async (text) => {
      const input = document.getElementById("dialog-query");
      const list = document.getElementById("dialog-results");
      const shown = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        }).observe(list, { childList: true });
      });
      const start = performance.now();
      input.value = text;
      input.dispatchEvent(new Event("input"));
      return (await shown) - start;
    }, word);
    times.push(time - delay);
    await page.waitForTimeout(50);
  }
  // The first round brought the pieces.
  return times.slice(words.length);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(0) + " kB";

const browser = await launch();
try {
  for (const size of [100, 1000, 10000].filter((size) => size <= largest)) {
    const { root, site } = makeCorpus(size);
    if (size >= 1000) await compareIndexing(size, root);
    const words = wordsOf(site);
    const [one, two] = [words, words.map((word, i) => word + " " + words[(i + 1) % words.length])];
    for (const [name, queries] of [["one word", one], ["two words", two]]) {
      const dialog = await coldBytes(browser, site, "index.html", queries);
      const full = await coldBytes(browser, site, "search.html", queries);
      console.log(`${size} incidents, first query of ${name}: median ${kilobytes(median(dialog))} (most ${kilobytes(Math.max(...dialog))}) in the dialog, ${kilobytes(median(full))} (${kilobytes(Math.max(...full))}) on search.html with facets`);
      const times = await warmTimes(browser, site, queries);
      console.log(`${size} incidents, warm, ${name}: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms to two frames behind the results`);
    }
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
