// Every page of the site, in a real browser: from a folder, under a sub-path of a host, without scripts, narrow, on paper.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { buildSite, htmlPages, launch, serve, watchedPage } from "./support.mjs";

let built;
let browser;
before(async () => {
  built = buildSite();
  browser = await launch();
});
after(async () => {
  await browser.close();
  built.cleanUp();
});

test("every page opens from file:// without an error, a violation of its policy or a request to anybody", async () => {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  const pages = htmlPages(built.site);
  assert.ok(pages.length > 60, `${pages.length} pages`);
  for (const path of pages) {
    await page.goto("file://" + join(built.site, path));
    assert.deepEqual(problems, [], path);
    assert.ok((await page.title()).length > 0, path);
  }
  await context.close();
});

test("every page opens under a sub-path of a host", async (t) => {
  const origin = await serve(t, built.site, "/a/b/");
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  for (const path of htmlPages(built.site)) {
    const response = await page.goto(`${origin}/a/b/${path}`);
    assert.equal(response.status(), 200, path);
    assert.deepEqual(problems, [], path);
  }
  await context.close();
});

test("no page scrolls sideways at 320 pixels", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const path of htmlPages(built.site)) {
    await page.goto("file://" + join(built.site, path));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${path} is ${width} pixels wide`);
  }
  await context.close();
});

test("without scripts the table of incidents is whole and facets are links", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("file://" + join(built.site, "incidents.html"));
  const incidents = JSON.parse(readFileSync(join(built.site, "data/incidents.json"), "utf8")).incidents;
  assert.equal(await page.locator("#incident-table tbody tr").count(), incidents.length);
  assert.ok((await page.locator(".filters a[data-value]").count()) > 10);
  assert.equal(await page.locator(".filter-text").isVisible(), false);
  await page.locator(".filters a[data-value]").first().click();
  assert.match(page.url(), /severities\/sev1\.html$/);
  await context.close();
});

test("printing from dark colours gives dark text on white, without navigation", async () => {
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  const incident = htmlPages(built.site).find((path) => path.startsWith("incidents/"));
  await page.goto("file://" + join(built.site, incident));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color];
  });
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  assert.equal(await page.locator(".site-nav").isVisible(), false);
  await context.close();
});

test("the foot of a page has its Keys button where keys are, and no gap where there are none", async () => {
  const footerOf = async (options, media) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto("file://" + join(built.site, "index.html"));
    await page.emulateMedia({ media });
    const text = await page.locator(".site-footer").innerText();
    await context.close();
    return text;
  };
  assert.match(await footerOf({}, "screen"), /Data quality · made with Hindsight Keys$/);
  assert.match(await footerOf({}, "print"), /Data quality · made with Hindsight\s*$/);
  assert.match(await footerOf({ javaScriptEnabled: false }, "screen"), /Data quality · made with Hindsight\s*$/);
});

test("a choice of colours is remembered on other pages", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const { page, problems } = await watchedPage(context);
  await page.goto("file://" + join(built.site, "index.html"));
  await page.selectOption("#page-theme", "dark");
  await page.goto("file://" + join(built.site, "about.html"));
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(15, 19, 24)");
  await page.selectOption("#page-theme", "auto");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.deepEqual(problems, []);
  await context.close();
});

test("the keyboard reaches the content first, and shows where it is", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("file://" + join(built.site, "index.html"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  assert.ok(await page.locator(".skip-link").isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-main");
  await context.close();
});

test("XML files are well-formed and the feed has an entry per incident", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const feed = readFileSync(join(built.site, "feed.xml"), "utf8");
  const result = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const ids = [...parsed.querySelectorAll("entry > id")].map((id) => id.textContent);
    return { error: parsed.querySelector("parsererror")?.textContent, entries: ids.length, distinct: new Set(ids).size };
  }, feed);
  assert.equal(result.error, undefined);
  assert.ok(result.entries > 20);
  assert.equal(result.entries, result.distinct);
  await context.close();
});

test("with an address of its own, a site's page for lost readers needs nothing around it", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "hindsight-root-"));
  mkdirSync(join(root, "content"));
  writeFileSync(join(root, "content/a.md"), "---\ntitle: A\nstarted_at: 2025-01-10T10:00Z\n---\n");
  const own = buildSite(root, ["--base-url", "https://postmortems.example.org/history"]);
  t.after(() => own.cleanUp());
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const origin = await serve(t, own.site, "/history/");
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  for (const url of [`${origin}/history/old/deep/link.html`, "file://" + join(own.site, "404.html")]) {
    await page.goto(url);
    // The browser mentions the status itself.
    assert.deepEqual(problems.filter((problem) => !problem.includes("404 (Not Found)")), [], url);
    const background = await page.evaluate(() => getComputedStyle(document.querySelector(".site-header")).backgroundColor);
    assert.equal(background, "rgb(246, 248, 250)", url);
    const link = await page.locator("main li a").first().getAttribute("href");
    assert.equal(link, "https://postmortems.example.org/history/incidents/a.html");
  }
  const sitemap = readFileSync(join(own.site, "sitemap.xml"), "utf8");
  assert.ok(sitemap.includes("<loc>https://postmortems.example.org/history/incidents/a.html</loc>"));
  await context.close();
});
