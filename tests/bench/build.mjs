// A cold build of N made-up incidents beside the least that any generator must do, in turns, in one run:
//   HINDSIGHT=… LIMIT=… node tests/bench/build.mjs [N] [ROUNDS]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { measure, median } from "./measure.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const limit = process.env.LIMIT || join(repository, "build/release/limit");
const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
const work = mkdtempSync(join(tmpdir(), "hindsight-bench-"));
const corpus = join(work, "corpus");
const site = join(work, "site");

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) };
}

try {
  mkdirSync(join(corpus, "content"), { recursive: true });
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpus, "content"), String(count)]);
  execFileSync(executable, ["build", corpus, "-o", site, "--today", "2026-01-31", "--quiet"], { stdio: "ignore" });
  const { files, bytes } = sizeOf(site);
  console.log(`${count} incidents, ${(sizeOf(join(corpus, "content")).bytes / 1e6).toFixed(1)} MB of Markdown; the site has ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
  const entries = [
    ["limit", limit, (out) => [join(corpus, "content"), site, out]],
    ["hindsight, 1 job", executable, (out) => ["build", corpus, "-o", out, "--today", "2026-01-31", "--quiet", "--jobs", "1"]],
    ["hindsight, 2 jobs", executable, (out) => ["build", corpus, "-o", out, "--today", "2026-01-31", "--quiet", "--jobs", "2"]],
    ["hindsight, again", executable, () => ["build", corpus, "-o", site, "--today", "2026-01-31", "--quiet"]],
  ];
  const runs = new Map(entries.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, command, args] of entries) {
      const out = join(work, "out");
      rmSync(out, { recursive: true, force: true });
      runs.get(name).push(await measure(command, args(out)));
    }
  }
  const of = (name, what) => median(runs.get(name).map((run) => run[what]));
  console.log("                     CPU s   wall s  peak MB  CPU/limit  wall/limit");
  for (const [name] of entries) {
    const [cpu, wall, peak] = ["cpu", "wall", "peak"].map((what) => of(name, what));
    console.log(name.padEnd(18) + cpu.toFixed(2).padStart(8) + wall.toFixed(2).padStart(9) + peak.toFixed(0).padStart(9) + (cpu / of("limit", "cpu")).toFixed(2).padStart(11) + (wall / of("limit", "wall")).toFixed(2).padStart(12));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
