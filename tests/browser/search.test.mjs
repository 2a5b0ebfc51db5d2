// Search as readers meet it: from file:// and under a sub-path, with the keyboard alone, with facets, without a script.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { buildSite, launch, repository, serve, watchedPage } from "./support.mjs";

let browser;
let own;
let nasty;
let nastyRoot;

before(async () => {
  browser = await launch();
  own = buildSite();
  nastyRoot = mkdtempSync(join(tmpdir(), "hindsight-nasty-"));
  mkdirSync(join(nastyRoot, "content"));
  const titles = ['<img src=x onerror=alert(1)> zebra', '"><script>alert(2)</script> zebra', "zebra </script><b>bold</b> &amp; {{title}} __proto__ constructor", "zebra [x](javascript:alert(3))"];
  titles.forEach((title, i) => {
    writeFileSync(join(nastyRoot, "content", `nasty-${i}.md`), ["---", "title: " + JSON.stringify(title), `started_at: 2025-03-0${i + 1}T10:00Z`, "---", "", "## Zebra `<b>` section", "", "Stripes: `</script><script>alert(4)</script>` toString __proto__.", ""].join("\n"));
  });
  nasty = buildSite(nastyRoot);
});

after(async () => {
  await browser.close();
  own.cleanUp();
  nasty.cleanUp();
  rmSync(nastyRoot, { recursive: true, force: true });
});

const fileUrl = (site, path) => pathToFileURL(join(site.site, path)).href;
const status = (page) => page.locator("#search-status").innerText();

/// Waits until the search page says something.
async function says(page, text) {
  const end = Date.now() + 10000;
  while (!text.test(await status(page))) {
    assert.ok(Date.now() < end, `"${await status(page)}" and not ${text}`);
    await page.waitForTimeout(30);
  }
}

async function openPage(t, url, options = {}) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  const { page, problems } = await watchedPage(context);
  await page.goto(url);
  return { page, problems };
}

/// Types into the dialog, opens the third hit with the keyboard and looks at where that leads.
async function searchWithKeyboard(t, url) {
  const { page, problems } = await openPage(t, url);
  await page.keyboard.press("Control+k");
  await page.locator("#search-dialog[open]").waitFor();
  await page.keyboard.type("database full");
  await page.locator(".dialog-results .result").first().waitFor();
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowDown");
  const input = page.locator("#dialog-query");
  const active = page.locator("#" + (await input.getAttribute("aria-activedescendant")));
  assert.equal(await active.getAttribute("aria-selected"), "true");
  const section = await active.locator(".result-section").innerText();
  await Promise.all([page.waitForURL(/#/), page.keyboard.press("Enter")]);
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await page.waitForLoadState("load");
  const target = page.locator(`[id="${anchor}"]`);
  assert.equal(await target.count(), 1, `${page.url()} has no #${anchor}`);
  await page.waitForTimeout(1000); // pages scroll smoothly
  const box = await target.boundingBox();
  assert.ok(box.y > -5 && box.y < 700, `${section} is at ${box.y}`);
  assert.ok((await page.locator("mark.found").count()) > 0, "no words are marked");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("mark.found").count(), 0);
  assert.equal(new URL(page.url()).search, "");
  assert.deepEqual(problems, []);
}

test("from file://: the third hit with the keyboard", (t) => searchWithKeyboard(t, fileUrl(own, "index.html")));
test("from a page in a folder", (t) => searchWithKeyboard(t, fileUrl(own, "metrics.html").replace("metrics.html", "years/2021.html")));
test("over HTTP under a sub-path", async (t) => searchWithKeyboard(t, (await serve(t, own.site, "/a/b/")) + "/a/b/actions.html"));

test("nothing of search is loaded before its first use", async (t) => {
  const { page } = await openPage(t, fileUrl(own, "index.html"));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.waitForTimeout(200);
  assert.deepEqual(requests.filter((url) => !url.endsWith(".svg")), []);
  await page.keyboard.press("/");
  await page.keyboard.type("dns");
  await page.locator(".dialog-results .result").first().waitFor();
  const names = requests.map((url) => url.replace(/.*\//, "").replace(/\.[0-9a-f]{8}/, "").replace(/\d+/, "N"));
  for (const name of ["lunr.js", "search-index.js", "manifest.js", "terms-N.js", "incident-N.js"]) assert.ok(names.includes(name), name);
  assert.ok(!names.some((name) => name.startsWith("incidents-")) && !names.includes("vocabulary-N.js"), names.join());
});

test("the switch for single keys", async (t) => {
  const { page, problems } = await openPage(t, fileUrl(own, "index.html"));
  await page.keyboard.press("?");
  await page.getByLabel(/Single keys/).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#search-dialog[open]").count(), 0);
  await page.keyboard.press("Control+k");
  await page.locator("#search-dialog[open]").waitFor();
  assert.deepEqual(problems, []);
});

test("the box of a page: what is typed goes to the dialog; Escape gives the focus back", async (t) => {
  const { page } = await openPage(t, fileUrl(own, "about.html"));
  await page.locator(".site-search input").focus();
  await page.waitForTimeout(200);
  assert.equal(await page.locator("dialog[open]").count(), 0, "focus alone opens nothing");
  await page.keyboard.type("dn");
  await page.locator("#search-dialog[open]").waitFor();
  await page.keyboard.type("s");
  await page.locator(".dialog-results .result").first().waitFor();
  assert.match(await page.locator("#dialog-query").inputValue(), /^dn?s$/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#search-dialog[open]").count(), 0);
});

test("search.html: facets, counts, address, back", async (t) => {
  const { page, problems } = await openPage(t, fileUrl(own, "search.html"));
  await page.locator("#search-query").fill("deploy");
  await page.locator("#search-results .result").first().waitFor();
  const all = Number(/(\d+) incident/.exec(await status(page))[1]);
  const box = page.locator("#search-facets input").first();
  const count = Number(await page.locator("#search-facets .facet-count").first().innerText());
  assert.ok(count > 0 && count < all);
  await box.check();
  await says(page, new RegExp("^" + count + " incident"));
  assert.match(page.url(), /\?q=deploy&severity=sev/);
  await page.reload();
  await says(page, new RegExp("^" + count + " incident"));
  await page.goBack();
  await says(page, new RegExp("^" + all + " incident"));
  assert.equal(await page.locator("#search-query").inputValue(), "deploy");
  assert.deepEqual(problems, []);
});

test("search.html: of a very large site most facets wait until they are opened, by keyboard too", async (t) => {
  // A site with so many incidents takes minutes to build: this one says that it has them.
  const large = buildSite();
  t.after(() => large.cleanUp());
  const manifest = join(large.site, "search/manifest.js");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"documents":\d+/, '"documents":60000'));
  const { page, problems } = await openPage(t, fileUrl(large, "search.html"));
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url().replace(/.*\//, "")));
  await page.locator("#search-query").fill("deploy");
  await page.locator("#search-results .result").first().waitFor();
  assert.deepEqual(await page.locator("#search-facets button.show-all").evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label"))), ["Show severity", "Show service", "Show trigger", "Show root cause"]);
  assert.ok(loaded.includes("incidents-state-0.js") && !loaded.includes("incidents-severity-0.js"));
  await page.locator("#facet-severity").focus();
  await page.keyboard.press("Enter");
  await page.locator("#search-facets input[id^=facet-severity-]").first().waitFor();
  assert.match(await page.evaluate(() => document.activeElement.id), /^facet-severity-/);
  assert.ok(loaded.includes("incidents-severity-0.js"));
  assert.deepEqual(problems, []);
});

const titlesFor = async (page, query) => {
  await page.locator("#search-query").fill(query);
  await page.waitForTimeout(400);
  return page.locator(".result-title").allInnerTexts();
};

test("filters in the query, phrases, exclusions, parts, slips", async (t) => {
  const { page, problems } = await openPage(t, fileUrl(own, "search.html"));
  assert.ok((await titlesFor(page, "sev:1 before:2021-06")).length > 1);
  assert.equal((await titlesFor(page, "webhook service:prow")).length, 1);
  assert.match((await titlesFor(page, '"out of memory"'))[0], /Prometheus/);
  assert.equal((await titlesFor(page, '"memory out of"')).length, 0);
  assert.ok(!(await titlesFor(page, "memory -prometheus")).some((title) => /Prometheus/.test(title)));
  assert.match((await titlesFor(page, "title:certificate"))[0], /certificates/);
  assert.match((await titlesFor(page, "promethues memroy"))[0], /Prometheus/);
  assert.match(await status(page), /Shown for “prometheus memory”/);
  assert.equal((await titlesFor(page, "qqxqx")).length, 0);
  assert.match(await status(page), /No incident has “qqxqx”/);
  assert.ok(await page.locator("#search-start").isVisible(), "an empty result leads on");
  assert.deepEqual(problems, []);
});

test("titles full of markup stay text", async (t) => {
  const { page, problems } = await openPage(t, fileUrl(nasty, "index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("zebra");
  await page.locator(".dialog-results .result").nth(3).waitFor();
  assert.equal(await page.locator(".dialog-results :is(img, script, b)").count(), 0);
  assert.ok((await page.locator(".result-title").allInnerTexts()).includes("<img src=x onerror=alert(1)> zebra"));
  await page.keyboard.press("Enter");
  await page.locator("#search-results .result").nth(3).waitFor();
  for (const query of ["__proto__", "constructor", "toString", "<script>", "a".repeat(3000), "*", "~", "\\", "-", "title:", '"']) {
    await page.locator("#search-query").fill(query);
    await page.waitForTimeout(250);
  }
  assert.deepEqual(problems, []);
});

/// A site of 200 incidents whose word "baco" is in as large a part of the index as in one of 100,000.
function buildCommon(t) {
  const root = mkdtempSync(join(tmpdir(), "hindsight-common-"));
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(root, "content"), "200"]);
  const site = buildSite(root, ["--search-part", "15"]);
  t.after(site.cleanUp);
  t.after(() => rmSync(root, { recursive: true, force: true }));
  return site;
}

const parts = (requests) => requests.filter((name) => name.startsWith("common-"));

test("a word that all incidents have: the newest first, all of them at a button's press", async (t) => {
  const site = buildCommon(t);
  const { page, problems } = await openPage(t, fileUrl(site, "search.html"));
  const requests = [];
  page.on("request", (request) => requests.push(request.url().replace(/.*\//, "")));
  await page.locator("#search-query").fill("baco");
  await says(page, /^(\d+) incidents among the newest \1 of 200\.$/);
  assert.equal(parts(requests).length, 0);
  await page.getByRole("button", { name: "Search all of them" }).focus();
  await page.keyboard.press("Enter");
  await says(page, /^200 incidents\.$/);
  assert.match(page.url(), /\?q=baco&all=1/);
  assert.ok(parts(requests).length > 3);
  assert.equal(await page.getByRole("button", { name: "Search all of them" }).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Sort by date", "the focus is not lost");
  await page.locator("#search-query").fill("coco");
  await says(page, /^\d+ incidents among the newest \d+ of 200\.$/);
  assert.doesNotMatch(page.url(), /all=/);
  assert.deepEqual(problems, []);
});

test("filters that leave few of the newest incidents are asked of all", async (t) => {
  const site = buildCommon(t);
  const { page } = await openPage(t, fileUrl(site, "search.html") + "?q=" + encodeURIComponent("baco before:2022"));
  await says(page, /^\d+ incidents\.$/);
  await page.locator("#search-query").fill("baco");
  await says(page, /among the newest/);
  await page.goto(fileUrl(site, "search.html") + "?q=baco&year=2021");
  await says(page, /^\d+ incidents\.$/);
});

test("the dialog has the button, too, and leads to the same answer on the search page", async (t) => {
  const { page, problems } = await openPage(t, fileUrl(buildCommon(t), "index.html"));
  await page.keyboard.press("/");
  await page.locator("#search-dialog[open]").waitFor();
  await page.keyboard.insertText("baco");
  await page.locator(".dialog-status", { hasText: /^\d+ incidents among the newest \d+ of 200\.$/ }).waitFor();
  assert.equal(await page.locator(".dialog-status").getAttribute("role"), "status");
  await page.setViewportSize({ width: 390, height: 700 });
  assert.ok(await page.locator(".dialog-status").evaluate((node) => node.scrollHeight <= node.clientHeight), "the text is cut on a phone");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".dialog-status", { hasText: /^200 incidents\.$/ }).waitFor();
  assert.equal(await page.locator("#dialog-all").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), "dialog-query");
  await page.keyboard.press("Enter");
  await says(page, /^200 incidents\.$/);
  assert.deepEqual(problems, []);
});

test("results printed from dark mode have light marks", async (t) => {
  const { page } = await openPage(t, fileUrl(own, "search.html") + "?q=deploy", { colorScheme: "dark" });
  await page.locator(".result mark").first().waitFor();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colour = await page.locator(".result mark").first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.ok(colour.match(/\d+/g).every((part) => Number(part) > 200), colour);
  assert.equal(await page.locator(".search-form").isVisible(), false);
});

test("without JavaScript the page says so and leads on", async (t) => {
  const { page } = await openPage(t, fileUrl(own, "search.html"), { javaScriptEnabled: false });
  assert.match(await page.locator("noscript").innerText(), /JavaScript/);
  assert.ok(await page.getByRole("link", { name: "all incidents" }).isVisible());
  assert.equal(await page.locator(".search-form").isVisible(), false);
});

test("a site whose index is gone says what is wrong", async (t) => {
  const broken = buildSite(nastyRoot);
  t.after(broken.cleanUp);
  rmSync(join(broken.site, "search"), { recursive: true });
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(fileUrl(broken, "search.html") + "?q=zebra");
  await says(page, /could not be loaded/);
});
