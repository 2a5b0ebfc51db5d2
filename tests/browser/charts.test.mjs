// Charts in a real browser: there before any script, light in weight, within the policy, operable, printable; and the same
// numbers wherever a number is shown.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import { buildSite, launch, repository, stats, watchedPage } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sites = {};
let browser;
let corpus;
before(async () => {
  corpus = mkdtempSync(join(tmpdir(), "hindsight-corpus-"));
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpus, "content"), "2000"]);
  sites.own = { root: repository, ...buildSite() };
  sites.large = { root: corpus, ...buildSite(corpus) };
  browser = await launch();
});
after(async () => {
  await browser.close();
  for (const site of Object.values(sites)) site.cleanUp();
  rmSync(corpus, { recursive: true, force: true });
});

const address = (site, path) => "file://" + join(sites[site].site, path);
const text = (site, path) => readFileSync(join(sites[site].site, path), "utf8");

for (const site of ["own", "large"]) {
  test(`${site}: charts and their tables are there without a script`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address(site, "index.html"));
    for (const chart of ["time-to-resolve", "time-to-detect", "resolve-boxes", "detect-boxes", "action-age"]) {
      const plot = await page.locator(`#${chart} .plot`).boundingBox();
      assert.ok(plot.width > 400 && plot.height > 50, `${chart}: ${JSON.stringify(plot)}`);
      await page.locator(`#${chart} summary`).click();
      assert.ok((await page.locator(`#${chart} tbody tr`).count()) > 0, chart);
      assert.ok(await page.locator(`#${chart} tbody tr`).first().isVisible(), chart);
      assert.match(await page.locator(`#${chart} .finding`).innerText(), /\d/);
    }
    assert.equal(await page.locator(".calendar tbody tr").count(), 7);
    await page.goto(address(site, "metrics.html"));
    assert.ok((await page.locator(".plot").count()) >= 6);
    await context.close();
  });

  test(`${site}: pages with charts violate no policy and no rule of axe, in light and dark`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
      const { page, problems } = await watchedPage(context);
      for (const path of ["index.html", "metrics.html", "years/2025.html", "severities/sev2.html"]) {
        await page.goto(address(site, path));
        // Data tables have rules of their own.
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await page.evaluate(axe);
        const result = await page.evaluate(() => window.axe.run({ exclude: [".incidents"] }, { preload: false }));
        const found = result.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).slice(0, 2).join(" | ")}`);
        assert.deepEqual(found, [], `${path} ${colorScheme}`);
      }
      assert.deepEqual(problems, []);
      await context.close();
    }
  });

  test(`${site}: the dashboard weighs at most 100 kB, 20 kB compressed`, () => {
    const bytes = text(site, "index.html");
    assert.ok(bytes.length <= 100_000, `${bytes.length} bytes`);
    assert.ok(gzipSync(bytes).length <= 20_000, `${gzipSync(bytes).length} bytes compressed`);
    assert.ok(readFileSync(join(repository, "theme/js/chart.js")).length < 6000);
  });

  test(`${site}: pages with charts do not scroll sideways at 390 pixels, and their text can be read`, async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    for (const path of ["index.html", "metrics.html", "years/2025.html"]) {
      await page.goto(address(site, path));
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        text: Math.min(...[...document.querySelectorAll(".chart .plot text")].filter((t) => t.checkVisibility()).map((t) => t.getBoundingClientRect().height)),
      }));
      assert.ok(seen.width <= 390, `${path}: ${seen.width} pixels`);
      assert.ok(seen.text >= 9, `${path}: text ${seen.text} pixels high`);
    }
    await context.close();
  });

  test(`${site}: on paper a dark screen's charts are dark on white`, async () => {
    const context = await browser.newContext({ colorScheme: "dark" });
    const page = await context.newPage();
    await page.goto(address(site, "metrics.html"));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await page.evaluate(() => {
      const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
      return [getComputedStyle(document.body).backgroundColor, fill(".plot text"), fill(".plot text.quiet")];
    });
    assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(68, 68, 68)"]);
    await context.close();
  });
}

test("a chart is one tab stop; arrows step through its dots in time, aloud; Escape lets go; Enter opens", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, problems } = await watchedPage(context);
  await page.goto(address("own", "index.html"));
  const chart = page.locator("#time-to-resolve");
  const stops = await chart.evaluate((figure) => [...figure.querySelectorAll("a, button, summary, [tabindex]")].filter((e) => e.tabIndex >= 0 && e.checkVisibility()).length);
  assert.ok(stops <= 12, `${stops} tab stops`);
  await chart.locator(".plot").focus();
  await page.keyboard.press("ArrowRight");
  const first = await chart.locator("[aria-live]").textContent();
  await page.keyboard.press("ArrowRight");
  const second = await chart.locator("[aria-live]").textContent();
  assert.ok(first.slice(0, 10) < second.slice(0, 10), `${first} / ${second}`);
  assert.ok(await chart.locator(".chart-tip").isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await chart.locator(".chart-tip").isVisible(), false);
  await page.keyboard.press("End");
  const last = await chart.locator("[aria-live]").textContent();
  await page.keyboard.press("Enter");
  await page.waitForURL(/incidents\//);
  assert.ok(last.includes((await page.locator("h1").innerText()).slice(0, 30)));
  assert.deepEqual(problems, []);
  await context.close();
});

test("pointing at a dot says what it is, and the words can be pointed at", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address("own", "index.html"));
  const dot = page.locator("#time-to-resolve .dots a").first();
  const words = await dot.getAttribute("aria-label");
  await dot.hover();
  const tip = page.locator("#time-to-resolve .chart-tip");
  assert.ok(await tip.isVisible());
  assert.ok(words.endsWith(await tip.locator("b").innerText()));
  await tip.hover();
  await page.waitForTimeout(400);
  assert.ok(await tip.isVisible());
  await page.mouse.move(5, 5);
  await tip.waitFor({ state: "hidden" });
  await context.close();
});

test("an entry of the legend switches its dots off and on", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address("own", "index.html"));
  const button = page.locator("#time-to-resolve .legend button").first();
  const dots = page.locator("#time-to-resolve .dots.sev-1");
  assert.ok(await dots.isVisible());
  await button.click();
  assert.equal(await dots.isVisible(), false);
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await button.click();
  assert.ok(await dots.isVisible());
  await context.close();
});

// --- one number, everywhere --------------------------------------------------------------------------------------------

/// As Hindsight writes durations.
function duration(value) {
  const minutes = Math.round(value / 60);
  if (value < 60) return value === 0 ? "0m" : `${value}s`;
  if (minutes < 60) return `${minutes}m`;
  const pair = (big, small, bigUnit, smallUnit) => big + bigUnit + (small ? ` ${small}${smallUnit}` : "");
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), minutes % 60, "h", "m");
  const hours = Math.round(value / 3600);
  return pair(Math.floor(hours / 24), hours % 24, "d", "h");
}

function parseCsv(bytes) {
  const [header, ...rows] = bytes.trim().split("\r\n").map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1].replace(/^"|"$/g, "").replaceAll('""', '"')));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

const squeeze = (string) => string.replace(/\s+/g, " ").trim();

for (const site of ["own", "large"]) {
  test(`${site}: tile, finding, table, CSV, JSON and the command line say the same of every set`, async () => {
    const json = JSON.parse(text(site, "data/metrics.json"));
    const csv = parseCsv(text(site, "data/metrics.csv"));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const pages = { all: "index.html", trigger: "triggers", root_cause: "root-causes", severity: "severities", year: "years" };
    let medians = 0;
    for (const group of json.groups) {
      // CSV and JSON.
      for (const [measure, figures] of Object.entries(group.measures)) {
        const row = csv.find((r) => r.grouping === group.grouping && r.name === group.name && r.measure === measure);
        for (const [name, value] of Object.entries(figures)) assert.equal(value === null ? "" : String(value), row[name].replace(/^1\.0$|^0\.0$/, (n) => String(Number(n))), `${group.name} ${measure} ${name}`);
      }
      if (!(group.grouping in pages)) continue;
      // Pages.
      const slug = group.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
      await page.goto(address(site, group.grouping === "all" ? "index.html" : `${pages[group.grouping]}/${slug}.html`));
      const resolve = group.measures.time_to_resolve;
      const tile = squeeze(await page.locator(".tile", { hasText: "Median time to resolve" }).innerText());
      const finding = squeeze(await page.locator("#time-to-resolve .finding").innerText());
      assert.ok(tile.includes(`n = ${resolve.n}`), `${group.name}: ${tile}`);
      if (resolve.n > 0) assert.ok(finding.includes(resolve.n.toLocaleString("en-US") + " incident"), `${group.name}: ${finding}`);
      if (resolve.median === null) continue;
      ++medians;
      const interval = `${duration(resolve.median_low)}–${duration(resolve.median_high)}`;
      assert.ok(tile.includes(`${duration(resolve.median)} ${interval}`), `${group.name}: ${tile}`);
      assert.ok(finding.includes(`${duration(resolve.median)} (95 % interval ${interval})`), `${group.name}: ${finding}`);
    }
    assert.ok(medians >= 5, `${medians} medians compared`);

    // Tables: of terms, of years on the metrics page, below a chart.
    const shown = (figures) => (figures.median === null ? "–" : `${duration(figures.median)} (${duration(figures.median_low)}–${duration(figures.median_high)})`);
    await page.goto(address(site, "triggers.html"));
    for (const group of json.groups.filter((g) => g.grouping === "trigger")) {
      const row = page.locator("tbody tr", { has: page.getByRole("link", { name: group.title, exact: true }) });
      assert.ok(squeeze(await row.innerText()).includes(shown(group.measures.time_to_resolve)), group.title);
    }
    await page.goto(address(site, "metrics.html"));
    for (const group of json.groups.filter((g) => g.grouping === "year")) {
      const row = squeeze(await page.locator("section[aria-labelledby=years] tbody tr", { hasText: group.name }).innerText());
      assert.ok(row.includes(shown(group.measures.time_to_detect)) && row.includes(shown(group.measures.time_to_resolve)), row);
      const below = await page.locator("#resolve-by-year tbody tr", { hasText: group.name }).textContent();
      assert.ok(below.includes(shown(group.measures.time_to_resolve)), below);
    }
    const totals = squeeze(await page.locator("#time-to-resolve").innerText());
    assert.ok(totals.includes(shown(json.groups[0].measures.time_to_resolve)), totals);
    await context.close();

    // The command line.
    const same = (args) => stats(sites[site].root, args);
    assert.ok(same([]).includes(shown(json.groups[0].measures.time_to_resolve)));
    for (const grouping of ["severity", "trigger", "year", "quarter"]) {
      assert.deepEqual(JSON.parse(same(["--by", grouping, "--format", "json"])).groups, json.groups.filter((g) => g.grouping === grouping));
      assert.deepEqual(parseCsv(same(["--by", grouping, "--format", "csv"])), csv.filter((r) => r.grouping === grouping));
      const table = same(["--by", grouping]);
      for (const group of json.groups.filter((g) => g.grouping === grouping)) {
        const line = table.split("\n").find((l) => l.startsWith(group.name + " "));
        assert.ok(line.includes(shown(group.measures.time_to_resolve)), line);
      }
    }
  });
}
