// Lists that are longer than a page: their pages without a script, and the filter over all of their rows with one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { buildSite, htmlPages, launch, repository, watchedPage } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const incidentCount = 1600;
// The pages' policy forbids the evaluation that waiting in the page would need.
async function untilRows(page, table, count) {
  const rows = page.locator(`${table} tbody tr`);
  for (const end = Date.now() + 20000; Date.now() < end; await page.waitForTimeout(25)) if ((await rows.count()) === count) return;
  assert.equal(await rows.count(), count);
}

let browser;
let built;
let corpus;
let incidents;
let items;
before(async () => {
  corpus = mkdtempSync(join(tmpdir(), "hindsight-lists-"));
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpus, "content"), String(incidentCount)]);
  // Markup in the rows that a script makes stays text.
  const old = join(corpus, "content/inc-00007.md");
  writeFileSync(old, readFileSync(old, "utf8").replace(/^title: .*$/m, 'title: "Old <img src=x onerror=alert(1)> & \\"odd\\" one"'));
  built = buildSite(corpus);
  incidents = JSON.parse(readFileSync(join(built.site, "data/incidents.json"), "utf8")).incidents;
  items = JSON.parse(readFileSync(join(built.site, "data/actions.json"), "utf8")).action_items.filter((item) => ["todo", "doing"].includes(item.status));
  browser = await launch();
});
after(async () => {
  await browser.close();
  built.cleanUp();
  rmSync(corpus, { recursive: true, force: true });
});

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const { page, problems } = await watchedPage(context);
  const requests = [];
  page.on("request", (request) => requests.push(request.url().replace(/.*\//, "")));
  await page.goto("file://" + join(built.site, name));
  const rows = page.locator("table[data-filter] tbody tr:visible");
  const titles = () => rows.locator("th > a").allInnerTexts();
  const status = (text) => page.locator("#filter-count", { hasText: text }).waitFor();
  const wanted = () => requests.filter((request) => /^(incidents|actions)-.*\.js$/.test(request));
  return { context, page, problems, rows, titles, status, wanted };
}

test("without a script every row of a list is on one of its pages, in order", async () => {
  const { context, page } = await open("severities/sev3.html", { javaScriptEnabled: false });
  const found = [];
  for (let number = 1; ; ++number) {
    const rows = await page.locator(".incidents tbody th > a").allInnerTexts();
    assert.ok(rows.length <= 500);
    const range = `${(found.length + 1).toLocaleString("en")}–${(found.length + rows.length).toLocaleString("en")} of`;
    assert.match(await page.locator(".pager > span").innerText(), new RegExp("^" + range));
    found.push(...rows);
    assert.equal(await page.locator(".chart, .tiles").count() > 0, number === 1, "charts and tiles are on the first page only");
    const next = page.locator(".pager a[rel=next]");
    if ((await next.count()) === 0) break;
    await next.click();
    assert.match(page.url(), new RegExp(`/severities/sev3\\.${number + 1}\\.html$`));
  }
  assert.deepEqual(found, incidents.filter((incident) => incident.severity === "SEV3").map((incident) => incident.title));
  await page.getByRole("link", { name: "First", exact: true }).or(page.getByRole("link", { name: "Previous" })).first().click();
  assert.match(page.url(), /sev3\.html$/);
  await context.close();
});

test("the incidents page holds the newest 500 and leads to all years", async () => {
  const { context, page } = await open("incidents.html", { javaScriptEnabled: false });
  assert.deepEqual(await page.locator(".incidents tbody th > a").allInnerTexts(), incidents.slice(0, 500).map((incident) => incident.title));
  assert.match(await page.locator(".pager").innerText(), /newest 500 of 1,600/);
  let count = 0;
  for (const link of await page.locator(".pager a").all()) count += Number((await link.locator(".quiet").innerText()).replace(",", ""));
  assert.equal(count, incidentCount);
  await context.close();
});

test("a pager is a landmark for the keyboard, and is not there where one page is enough", async () => {
  const { context, page } = await open("quality.2.html");
  const pager = page.getByRole("navigation", { name: "Pages" });
  await pager.getByRole("link", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/quality\.3\.html$/);
  await page.goBack();
  assert.match(page.url(), /quality\.2\.html$/);
  await page.goto("file://" + join(built.site, "severities/sev1.html"));
  assert.equal(await page.locator(".pager").count(), 0);
  await context.close();
});

test("the filter finds rows of all pages, loads nothing before, and clearing it brings the page back", async () => {
  const { context, page, problems, rows, titles, status, wanted } = await open("incidents.html");
  assert.equal(await rows.count(), 500);
  assert.deepEqual(wanted(), []);
  await page.getByRole("checkbox", { name: "SEV2" }).check();
  const sev2 = incidents.filter((incident) => incident.severity === "SEV2").map((incident) => incident.title);
  await status(`${sev2.length} of 1,600 incidents`);
  await untilRows(page, "#incident-table", 50);
  assert.deepEqual(await titles(), sev2.slice(0, 50));
  assert.ok(await page.locator(".pager").isHidden());
  await page.locator(".show-more").click();
  await untilRows(page, "#incident-table", 150);
  assert.deepEqual(await titles(), sev2.slice(0, 150));
  const year = await page.locator("fieldset[data-facet=year] li", { has: page.getByRole("checkbox", { name: "2021" }) });
  const promised = Number(await year.locator(".facet-count").innerText());
  await year.locator("input").check();
  await status(`${promised} of 1,600 incidents`);
  assert.match(page.url(), /severity=sev2&year=2021$/);
  assert.ok(wanted().filter((name) => name.startsWith("incidents-rows")).length < 20);
  await page.getByRole("button", { name: "Clear all" }).click();
  await untilRows(page, "#incident-table", 500);
  assert.deepEqual(await titles(), incidents.slice(0, 500).map((incident) => incident.title));
  assert.ok(await page.locator(".pager").isVisible());
  assert.deepEqual(problems, []);
  await context.close();
});

test("a row that a script makes is the row that a template makes", async () => {
  const { context, page, problems } = await open("incidents.html");
  const same = await page.evaluate(async () => {
    const table = document.querySelector("table[data-filter]");
    const markup = (row) => row.outerHTML.replace(/>\s+</g, "><");
    const written = [...table.tBodies[0].rows].map(markup);
    table.tBodies[0].replaceChildren();
    const source = globalThis.hindsightFilterRows.open(table);
    const made = await source.elements(written.map((_, number) => number));
    return made.filter((row, number) => markup(row) !== written[number]).length;
  });
  assert.equal(same, 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("words are looked for in all rows; markup in them stays text; the address brings them back", async () => {
  const { context, page, problems, titles, status } = await open("incidents.html");
  await page.locator("#filter-text").pressSequentially("onerror=alert");
  await status("1 of 1,600 incidents");
  assert.deepEqual(await titles(), ['Old <img src=x onerror=alert(1)> & "odd" one']);
  await page.locator("#incident-table tbody th > a").click();
  await page.waitForURL(/inc-00007\.html$/);
  await page.goBack();
  await status("1 of 1,600 incidents");
  assert.deepEqual(problems, []);
  await context.close();
});

test("the tracker sorts and filters items of all pages", async () => {
  const { context, page, problems, titles, rows, status } = await open("actions.html");
  const open500 = await titles();
  assert.equal(open500.length, 500);
  await page.getByRole("button", { name: "Age" }).click();
  await untilRows(page, "#action-table", 50);
  const ages = items.map((item) => item.age_days ?? -1).sort((a, b) => b - a);
  assert.deepEqual((await rows.locator("td:nth-child(5)").allInnerTexts()).map((text) => Number(text.replace(/\D/g, ""))), ages.slice(0, 50));
  await page.getByRole("checkbox", { name: "Overdue" }).check();
  const overdue = items.filter((item) => item.overdue).length;
  await status(`${overdue.toLocaleString("en")} of ${items.length.toLocaleString("en")} action items`);
  assert.match(page.url(), /due=overdue&sort=-age$/);
  await page.reload();
  await status(`${overdue.toLocaleString("en")} of`);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a service's page names its 50 costliest open items and leads to the tracker with all of them", async () => {
  const { context, page } = await open("severities/sev3.html");
  assert.equal(await page.locator("table.actions tbody tr").count(), 50);
  const more = page.locator("p", { hasText: /^and [\d,]+ more/ });
  const rest = Number((await more.innerText()).replace(/[^\d]/g, ""));
  await more.getByRole("link").click();
  await page.locator("#filter-count", { hasText: `${(rest + 50).toLocaleString("en")} of` }).waitFor();
  await context.close();
});

test("without the data the filter says so, and the page stays", async () => {
  const data = join(built.site, "search/incidents-severity-0.js");
  renameSync(data, data + ".gone");
  const { context, page, rows } = await open("incidents.html");
  await page.getByRole("checkbox", { name: "SEV2" }).check();
  await page.locator("#filter-count", { hasText: "could not be loaded" }).waitFor();
  assert.equal(await rows.count(), 500);
  renameSync(data + ".gone", data);
  await page.getByRole("checkbox", { name: "SEV1" }).check();
  await page.locator("#filter-count", { hasText: "of" }).waitFor();
  await context.close();
});

test("no page is heavy", () => {
  for (const path of htmlPages(built.site)) {
    const { length } = readFileSync(join(built.site, path));
    assert.ok(length < 900_000, `${path}: ${length} bytes`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe: no violation on pages of lists in ${colorScheme}, wide and narrow`, async () => {
    for (const width of [1280, 390]) {
      for (const name of ["severities/sev3.2.html", "incidents.html?severity=sev1", "actions.html?sort=-age", "actions.2.html"]) {
        const { context, page } = await open(name, { colorScheme, viewport: { width, height: 900 } });
        if (name.includes("?")) await untilRows(page, "table[data-filter]", 50);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is wider than ${width}`);
        await page.evaluate(axe);
        const result = await page.evaluate(() => window.axe.run());
        assert.deepEqual(result.violations.map((v) => `${name} ${v.id}: ${v.nodes.map((node) => node.html).slice(0, 2).join(" | ")}`), []);
        await context.close();
      }
    }
  });
}
