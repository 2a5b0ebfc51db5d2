// The tracker of action items in a real browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { buildSite, launch, repository, watchedPage } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
let tracker;
before(async () => {
  tracker = buildSite(join(repository, "tests/sites/tracker"));
  browser = await launch();
});
after(async () => {
  await browser.close();
  tracker.cleanUp();
});

async function open(site, query = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const { page, problems } = await watchedPage(context);
  await page.goto("file://" + join(site.site, "actions.html") + query);
  const titles = () => page.locator("#action-table tbody tr:visible th > a").allInnerTexts();
  return { context, page, problems, titles };
}

test("counts are links to exactly those items", async () => {
  const { context, page, titles } = await open(tracker);
  for (const link of await page.locator(".count-links a").all()) {
    const count = Number(await link.locator(".tile-value").innerText());
    const url = await link.getAttribute("href");
    assert.ok(count > 0, url);
    if (url.includes("#")) continue;
    const other = await open(tracker, url.slice(url.indexOf("?")));
    assert.equal((await other.titles()).length, count, url);
    await other.context.close();
  }
  assert.deepEqual((await titles()).sort(), ["=1+1 is no formula", "Add a limit", "Check deploys, see OPS-7", "Limit requests"]);
  await context.close();
});

test("sorting by cost, age and due date goes both ways, then back, and stands in the address", async () => {
  const { context, page, problems, titles } = await open(tracker);
  const cost = page.getByRole("button", { name: "Cost since" });
  const header = page.locator("th[data-sort=cost]");
  const unsorted = await titles();
  await cost.click();
  assert.equal(await header.getAttribute("aria-sort"), "descending");
  assert.equal((await titles()).at(-1), "Check deploys, see OPS-7");
  assert.match(page.url(), /sort=-cost/);
  await cost.click();
  assert.equal((await titles())[0], "Check deploys, see OPS-7");
  await cost.click();
  assert.equal(await header.getAttribute("aria-sort"), null);
  assert.deepEqual(await titles(), unsorted);
  await page.getByRole("button", { name: "Due" }).click();
  assert.equal((await titles())[0], "Add a limit");
  const again = await open(tracker, "?sort=-age");
  assert.equal((await again.titles())[0], "Limit requests");
  await again.context.close();
  assert.deepEqual(problems, []);
  await context.close();
});

test("each cost opens to the incidents that make it up, without a script too", async () => {
  const { context, page } = await open(tracker, "", { javaScriptEnabled: false });
  const row = page.locator("#action-table tbody tr", { hasText: "Add a limit" });
  assert.match(await row.locator("summary").innerText(), /1h 20m · 3/);
  await row.locator("summary").click();
  const behind = await row.locator("li").allInnerTexts();
  assert.deepEqual(behind, ["Down after a deploy 1h", "Queue full again 20m", "Queue full, still unknown", "1 of unknown length"]);
  assert.equal(await page.locator("#action-table tbody tr").count(), 4);
  await context.close();
});

test("filters narrow, and the empty result says what to drop", async () => {
  const { context, page, titles } = await open(tracker);
  await page.getByRole("checkbox", { name: "Edge" }).check();
  assert.deepEqual((await titles()).sort(), ["Check deploys, see OPS-7", "Limit requests"]);
  await page.getByRole("checkbox", { name: "SEV1" }).check();
  assert.ok(await page.locator("#filter-empty").isVisible());
  await page.getByRole("button", { name: /Without owner/ }).click();
  assert.equal((await titles()).length, 2);
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe: no violation on the tracker in ${colorScheme}, wide and narrow`, async () => {
    for (const width of [1280, 390]) {
      const { context, page } = await open(tracker, "?sort=-cost", { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run());
      assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).slice(0, 2).join(" | ")}`), []);
      await context.close();
    }
  });
}
