// What the browser tests share: a built site, a real Chromium, and a static server that knows nothing but files.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

export const repository = fileURLToPath(new URL("../..", import.meta.url));
export const today = "2026-01-31";

/// Builds `root` into a folder of its own; `cleanUp()` removes it.
export function buildSite(root = repository, more = []) {
  const folder = mkdtempSync(join(tmpdir(), "hindsight-browser-"));
  const site = join(folder, "site");
  const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
  execFileSync(executable, ["build", root, "-o", site, "--today", today, "--quiet", ...more], { stdio: ["ignore", "ignore", "pipe"] });
  return { site, cleanUp: () => rmSync(folder, { recursive: true, force: true }) };
}

/// What `hindsight stats` prints.
export function stats(root, more) {
  const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
  return execFileSync(executable, ["stats", root, "--today", today, ...more], { encoding: "utf8", maxBuffer: 1 << 26 });
}

export function htmlPages(site) {
  const pages = [];
  const visit = (folder) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path);
      else if (name.endsWith(".html")) pages.push(relative(site, path));
    }
  };
  visit(site);
  return pages.sort();
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"],
  });
}

/// A page that records everything a reader should never cause: errors, violations of the policy, dialogs, requests to others.
export async function watchedPage(context) {
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push("console: " + message.text());
  });
  page.on("pageerror", (error) => problems.push("error: " + error.message));
  page.on("dialog", (dialog) => {
    problems.push("dialog: " + dialog.message());
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("http://127.0.0.1:")) problems.push("request: " + url);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error("policy: " + event.violatedDirective + " " + event.blockedURI);
    });
  });
  return { page, problems };
}

const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", xml: "application/xml", json: "application/json" };

/// Serves a site under `prefix` ("/a/b/") until the test `t` ends; what it does not find is answered with 404.html, as static
/// hosts do. Gives the origin.
export async function serve(t, site, prefix) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const file = path.startsWith(prefix) ? normalize(join(site, path.slice(prefix.length) || "index.html")) : "";
    // A wish of the browser's own, sometimes, whatever icon a page names.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const send = (status, name) => {
      response.writeHead(status, { "Content-Type": types[name.split(".").pop()] || "application/octet-stream" });
      return response.end(readFileSync(name));
    };
    try {
      if (!file.startsWith(site) || !statSync(file).isFile()) throw new Error("not found");
      return send(200, file);
    } catch {
      return send(404, join(site, "404.html"));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}
