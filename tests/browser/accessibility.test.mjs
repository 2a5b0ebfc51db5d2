// axe-core finds nothing on each kind of page, in light and dark, wide and narrow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { buildSite, htmlPages, launch } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

/// What makes a page show what only a script makes.
const steps = {
  "search.html": async (page) => {
    await page.locator("#search-query").fill("deploy failed");
    await page.locator(".result").first().waitFor();
    await page.locator(".filters-fold").evaluate((details) => (details.open = true));
    await page.locator("#search-facets input").first().check();
    await page.locator(".chip").first().waitFor();
  },
  "about.html#dialog": async (page) => {
    await page.keyboard.press("/");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("deploy failed");
    await page.locator(".result").first().waitFor();
    await page.keyboard.press("ArrowDown");
  },
  "about.html#keys": async (page) => {
    await page.keyboard.press("?");
    await page.locator("#keys-dialog[open]").waitFor();
  },
};

/// One page of each kind, and of incidents the longest and the shortest.
function pagesToCheck() {
  const pages = htmlPages(built.site);
  const incidents = pages
    .filter((path) => path.startsWith("incidents/"))
    .sort((a, b) => readFileSync(join(built.site, a)).length - readFileSync(join(built.site, b)).length);
  const one = (folder) => pages.find((path) => path.startsWith(folder + "/"));
  return [
    "index.html", "incidents.html", "actions.html", "metrics.html", "quality.html", "about.html", "404.html", "root-causes.html", "severities.html",
    incidents[0], incidents[Math.floor(incidents.length / 2)], incidents.at(-1),
    one("root-causes"), one("services"), one("severities"), one("tags"), one("years"), ...Object.keys(steps),
  ];
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`axe: no violation in ${colorScheme} at ${width} pixels`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const path of pagesToCheck()) {
        await page.goto("about:blank"); // so that a fragment alone loads the page anew
        await page.goto("file://" + join(built.site, path));
        await steps[path]?.(page);
        await page.evaluate(axe);
        const result = await page.evaluate(() => window.axe.run());
        const found = result.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
        assert.deepEqual(found, [], path);
        assert.ok(result.passes.length > 10, path);
      }
      await context.close();
    });
  }
}
