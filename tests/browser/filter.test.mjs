// The live filter of the incidents page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { buildSite, launch, watchedPage } from "./support.mjs";

let built;
let browser;
let incidents;
before(async () => {
  built = buildSite();
  browser = await launch();
  incidents = JSON.parse(readFileSync(join(built.site, "data/incidents.json"), "utf8")).incidents;
});
after(async () => {
  await browser.close();
  built.cleanUp();
});

async function open(query = "") {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  await page.goto("file://" + join(built.site, "incidents.html") + query);
  const shown = () => page.locator("#incident-table tbody tr:visible").count();
  return { context, page, problems, shown };
}

test("a facet leaves its incidents, says how many, and stands in the address", async () => {
  const { context, page, problems, shown } = await open();
  assert.equal(await shown(), incidents.length);
  await page.getByRole("checkbox", { name: "SEV2" }).check();
  const wanted = incidents.filter((incident) => incident.severity === "SEV2").length;
  assert.equal(await shown(), wanted);
  assert.equal(await page.locator("#filter-count").textContent(), `${wanted} of ${incidents.length} incidents`);
  assert.match(page.url(), /\?severity=sev2$/);
  assert.deepEqual(problems, []);
  await context.close();
});

test("values of one facet add up, facets narrow each other", async () => {
  const { context, page, shown } = await open();
  await page.getByRole("checkbox", { name: "SEV1" }).check();
  await page.getByRole("checkbox", { name: "SEV2" }).check();
  const severe = incidents.filter((incident) => ["SEV1", "SEV2"].includes(incident.severity));
  assert.equal(await shown(), severe.length);
  await page.getByRole("checkbox", { name: "Deploy", exact: true }).check();
  assert.equal(await shown(), severe.filter((incident) => incident.triggers.includes("deploy")).length);
  await context.close();
});

test("the count beside each value is what choosing it would show", async () => {
  const { context, page, shown } = await open("?severity=sev1");
  for (const item of await page.locator("fieldset[data-facet='trigger'] li").all()) {
    const promised = Number(await item.locator(".facet-count").textContent());
    if (promised === 0) continue;
    await item.locator("input").check();
    assert.equal(await shown(), promised);
    await item.locator("input").uncheck();
  }
  await context.close();
});

test("an address with filters opens filtered, chips take them off one by one", async () => {
  const { context, page, shown } = await open("?severity=sev1&severity=sev2&q=the");
  assert.ok(await page.getByRole("checkbox", { name: "SEV1" }).isChecked());
  assert.equal(await page.locator("#filter-chips li").count(), 3);
  await page.getByRole("button", { name: "Remove filter SEV1" }).click();
  assert.match(page.url(), /\?severity=sev2&q=the$/);
  await page.getByRole("button", { name: "Clear all" }).click();
  assert.equal(await shown(), incidents.length);
  assert.doesNotMatch(page.url(), /\?/);
  await context.close();
});

test("when nothing matches, the page says which filter to drop", async () => {
  const { context, page, shown } = await open("?severity=sev1&q=no-such-word");
  assert.equal(await shown(), 0);
  assert.ok(await page.locator("#filter-empty").isVisible());
  await page.locator("#filter-text").fill("");
  await page.locator("#filter-empty").waitFor({ state: "hidden" });
  assert.ok((await shown()) > 0);
  await context.close();
});

test("words filter by title and summary, and markup in them stays text", async () => {
  const { context, page, problems, shown } = await open();
  await page.locator("#filter-text").pressSequentially("<img src=x onerror=alert(1)>");
  await page.locator("#filter-empty").waitFor({ state: "visible" });
  assert.equal(await shown(), 0);
  assert.equal(await page.locator("#filter-chips img, #filter-empty img").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("an address that names unknown values shows everything", async () => {
  const { context, problems, shown } = await open("?severity=__proto__&constructor=x&q=");
  assert.equal(await shown(), incidents.length);
  assert.deepEqual(problems, []);
  await context.close();
});
