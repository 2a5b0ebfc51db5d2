// A cold build of N made-up incidents beside the least that any generator must do and, where it is installed, beside Hugo
// (the same lists, without figures, search and likeness), in turns, in one run, in memory where the system has /dev/shm:
//   HINDSIGHT=… LIMIT=… node tests/bench/build.mjs [N] [ROUNDS]
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { measure, median } from "./measure.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const limit = process.env.LIMIT || join(repository, "build/release/limit");
const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
const work = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "hindsight-bench-"));
const corpus = join(work, "corpus");
const site = join(work, "site");

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) };
}

// The name and version of an installed Hugo, with a site of the same postmortems; "" without one.
function prepareHugo() {
  const version = spawnSync("hugo", ["version"], { encoding: "utf8" });
  if (version.status !== 0) return "";
  cpSync(join(repository, "tests/bench/hugo"), join(work, "hugo"), { recursive: true });
  cpSync(join(corpus, "content"), join(work, "hugo/content"), { recursive: true });
  writeFileSync(join(work, "hugo/content/actions.md"), "---\ntitle: Action items\nlayout: actions\n---\n");
  return "hugo " + /v([0-9.]+)/.exec(version.stdout)[1];
}

try {
  mkdirSync(join(corpus, "content"), { recursive: true });
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpus, "content"), String(count)]);
  execFileSync(executable, ["build", corpus, "-o", site, "--today", "2026-01-31", "--quiet"], { stdio: "ignore" });
  const { files, bytes } = sizeOf(site);
  console.log(`${count} incidents, ${(sizeOf(join(corpus, "content")).bytes / 1e6).toFixed(1)} MB of Markdown; the site has ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
  const entries = [
    ["limit", limit, (out) => [join(corpus, "content"), site, out]],
    ["limit, jemalloc", "env", (out) => ["LD_PRELOAD=libjemalloc.so.2", limit, join(corpus, "content"), site, out]],
    ["hindsight, 1 job", executable, (out) => ["build", corpus, "-o", out, "--today", "2026-01-31", "--quiet", "--jobs", "1"]],
    ["hindsight, 2 jobs", executable, (out) => ["build", corpus, "-o", out, "--today", "2026-01-31", "--quiet", "--jobs", "2"]],
    ["hindsight, again", executable, () => ["build", corpus, "-o", site, "--today", "2026-01-31", "--quiet"]],
  ];
  const hugo = prepareHugo();
  if (hugo) entries.push([hugo, "hugo", (out) => ["--quiet", "--source", join(work, "hugo"), "-d", out]]);
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
  console.log("\n" + execFileSync(executable, ["build", corpus, "-o", join(work, "timed"), "--today", "2026-01-31", "--timings", "--quiet"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
} finally {
  rmSync(work, { recursive: true, force: true });
}
