// Makes folders of the hostile cases, and runs the executable on them.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { readCases } from "./cases.mjs";

export const repository = fileURLToPath(new URL("../..", import.meta.url));
export const hindsight = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
export const checker = process.env.CHECK_ACTIVE || join(repository, "build/dev/tests/check_active");
export const today = "2026-01-31";

const config = `title: Hostile & <b>site</b>
base_url: https://site.example/
edit_url: https://edit.example/{path}
timezone: UTC
tickets:
  - {pattern: 'OPS-[0-9]+', url: "https://tracker.example/browse/{ticket}"}
`;

/// Hints that say nothing about safety.
const quiet = new Set(["no-front-matter", "action-without-owner", "unlisted-term", "image-without-text", "text-contradiction"]);

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "hindsight-hostile-"));
  return { path, cleanUp: () => rmSync(path, { recursive: true, force: true }) };
}

export function write(root, path, bytes) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}

export function run(more, executable = hindsight) {
  const result = spawnSync(executable, more, { maxBuffer: 1 << 28, timeout: 60_000 });
  return { code: result.status, signal: result.signal, out: result.stdout.toString("utf8"), err: result.stderr.toString("utf8") };
}

/// What `check` finds in a folder: [{ rule, level, file, line }].
export function findingsIn(root) {
  const { code, signal, out, err } = run(["check", root, "--format", "json", "--today", today]);
  if (signal || code > 1) throw new Error(`check ended with ${signal ?? code}: ${err}`);
  return JSON.parse(out).diagnostics.filter((one) => !quiet.has(one.rule));
}

/// One folder of all cases that are documents.
export function writeDocuments(root, cases = readCases()) {
  write(root, "site.yml", config);
  const documents = cases.filter((one) => !one.isFolder);
  for (const one of documents) {
    for (const [path, bytes] of Object.entries(one.files)) write(root, join("content", path), bytes);
  }
  write(root, "content/img/dot.png", Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64"));
  return documents;
}

/// Builds the site of the documents that have no error; what has one must not be published.
export function buildHostileSite(folder) {
  const root = join(folder, "root");
  const documents = writeDocuments(root);
  const findings = findingsIn(root);
  const broken = new Set(findings.filter((one) => one.level === "error").map((one) => one.file));
  const kept = documents.filter((one) => !Object.keys(one.files).some((path) => broken.has("content/" + path)));
  for (const one of documents) {
    if (!kept.includes(one)) for (const path of Object.keys(one.files)) rmSync(join(root, "content", path));
  }
  const site = join(folder, "site");
  const { code, err } = run(["build", root, "-o", site, "--today", today, "--full-index"]);
  if (code !== 0) throw new Error("build ended with " + code + ": " + err);
  return { root, site, kept, findings };
}
