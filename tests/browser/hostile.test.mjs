// Every page of the hostile site in a real browser: nothing of an author's runs, loads or asks, whatever a reader touches.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { buildHostileSite, temporaryFolder } from "../hostile/site.mjs";
import { htmlPages, launch, watchedPage } from "./support.mjs";

/// 1: every page, in minutes. The suite takes every fifth.
const every = Number(process.env.HOSTILE_EVERY || 5);
const folder = temporaryFolder();
let site;
let browser;
before(async () => {
  site = buildHostileSite(folder.path).site;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  folder.cleanUp();
});

/// What a reader would see of code that ran: a global of its name, a dialog, a request, a violation.
async function assertQuiet(page, problems, path) {
  assert.deepEqual(problems, [], path);
  assert.equal(await page.evaluate(() => typeof globalThis.pwned), "undefined", path);
}

/// Does to each element what a reader's pointer and keyboard could do.
function touchEverything() {
  const events = ["mouseover", "mouseenter", "mousemove", "mouseout", "pointerover", "pointerenter", "pointermove", "wheel", "touchstart", "focusin", "animationstart",
                  "transitionend", "scroll", "copy", "contextmenu", "dragstart"];
  for (const element of document.querySelectorAll("main *")) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true }));
    if (typeof element.focus === "function") element.focus({ preventScroll: true });
    if (element.tagName === "DETAILS") element.open = true;
  }
}

test("pages open, and are hovered over and focused everywhere, and stay quiet", async () => {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  const all = htmlPages(site);
  const pages = all.filter((_, index) => index % every === 0);
  assert.ok(all.length > 300, `${all.length} pages`);
  for (const path of pages) {
    const isRedirect = readFileSync(join(site, path), "utf8").includes('http-equiv="refresh"');
    await page.goto(pathToFileURL(join(site, path)).href);
    if (isRedirect) {
      await page.waitForURL(/\/incidents\/[\w.-]+\.html$/);
      continue;
    }
    await page.evaluate(touchEverything);
    await assertQuiet(page, problems, path);
  }
  await context.close();
});

test("feeds and maps are well-formed XML", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".xml"));
  assert.ok(files.length > 1);
  for (const path of files) {
    const text = readFileSync(join(site, path), "utf8");
    const error = await page.evaluate((xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent ?? "", text);
    assert.equal(error, "", path);
  }
  await context.close();
});

const queries = [
  "<script>window.pwned=1</script>", "\"><img src=x onerror=window.pwned=1>", "'-window.pwned=1-'", "javascript:window.pwned=1", "{{constructor.constructor('window.pwned=1')()}}",
  "${window.pwned=1}", "__proto__", "constructor", "hasOwnProperty", "toString valueOf", "__proto__:x", "constructor:x", "title:__proto__", "+x -y *", "*", "**", "~", "x~99", "x^99", "x^-1", "a:b:c", ":",
  "\\", "\\u003cscript\\u003e", "%3Cscript%3E", "&lt;script&gt;", "</mark><script>window.pwned=1</script>", "<mark", "]]>", "-->", "\u202ebidi", "\u0000nul", "\u2028", "👍", "日本語", "İ", "ﬃ",
  "(", "[", "((((", "(a+)+$", "a".repeat(5000), "a ".repeat(2000), "<".repeat(500), "onerror", "pwned", "script", "window.pwned=1", "OPS-1", "=1+1", "../../etc/passwd", "//evil.example",
];

test("the search page takes nasty queries, typed, in ?q= and behind #", async () => {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  const search = "file://" + join(site, "search.html");
  for (const query of queries) {
    await page.goto(search + "?q=" + encodeURIComponent(query) + "#" + encodeURIComponent(query));
    await page.waitForTimeout(30);
    await assertQuiet(page, problems, "?q=" + query);
  }
  await page.goto(search);
  for (const query of queries) {
    await page.fill("main input[name=q]", query);
    await page.waitForTimeout(25);
    await page.evaluate(touchEverything);
    await assertQuiet(page, problems, query);
  }
  await context.close();
});

test("the search dialog takes them on any page", async () => {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  await page.goto("file://" + join(site, "index.html"));
  await page.keyboard.press("/");
  const box = page.locator("dialog input, [role=combobox]").first();
  await box.waitFor();
  for (const query of queries) {
    await box.fill(query);
    await page.waitForTimeout(25);
    await assertQuiet(page, problems, query);
  }
  await context.close();
});

test("filters, sorting and addresses of lists take nasty values", async () => {
  const context = await browser.newContext();
  const { page, problems } = await watchedPage(context);
  for (const path of ["incidents.html", "actions.html"]) {
    for (const value of queries.slice(0, 30)) {
      const nasty = encodeURIComponent(value);
      await page.goto("file://" + join(site, path) + `?service=${nasty}&severity=${nasty}&q=${nasty}&sort=${nasty}&${nasty}=x&__proto__=${nasty}#${nasty}`);
      await assertQuiet(page, problems, path + " " + value);
    }
  }
  await context.close();
});
