// How much more a cold build of N made-up incidents costs than one of a tenth as many, in turns, in one run, in memory
// where the system has /dev/shm; and how much more the least that any generator must do costs (see build.mjs):
//   HINDSIGHT=… LIMIT=… node tests/bench/growth.mjs [N] [ROUNDS]
// A small build finds memory that programs before it gave back; a large one needs more, which a virtual machine's host
// must find first, at many times the cost. So that both find the same, each run begins with memory full of cached
// files, as that of a machine is that has been up for some time.
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { freemem, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { measure, median } from "./measure.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const executable = process.env.HINDSIGHT || join(repository, "build/release/hindsight");
const limit = process.env.LIMIT || join(repository, "build/release/limit");
const large = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);
const sizes = [Math.round(large / 10), large];
const work = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "hindsight-growth-"));
const cached = join(mkdtempSync(join(tmpdir(), "hindsight-cached-")), "hole");
const out = join(work, "out");

// Reads a file of one great hole, as large as memory.
function fillFileCache() {
  const piece = Buffer.alloc(1 << 20);
  const file = openSync(cached, "r");
  while (readSync(file, piece) > 0);
  closeSync(file);
}

// Of what `hindsight build --timings` prints, CPU seconds by pass: the last column but one.
function passesOf(text) {
  const rows = text.trim().split("\n").slice(1).map((line) => line.trim().split(/\s+/));
  return new Map(rows.map((row) => [row[0], Number(row.at(-2))]));
}

const corpusOf = (size) => join(work, String(size));
const siteOf = (size) => join(work, `site-${size}`);

async function runHindsight(size) {
  const timings = join(work, "timings");
  const run = await measure(executable, ["build", corpusOf(size), "-o", out, "--today", "2026-01-31", "--quiet", "--timings", "--jobs", "2"], timings);
  return { ...run, passes: passesOf(readFileSync(timings, "utf8")) };
}

const runLimit = (size) => measure(limit, [join(corpusOf(size), "content"), siteOf(size), out]);

try {
  writeFileSync(cached, "");
  truncateSync(cached, totalmem());
  for (const size of sizes) {
    mkdirSync(join(corpusOf(size), "content"), { recursive: true });
    execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(corpusOf(size), "content"), String(size)]);
    execFileSync(executable, ["build", corpusOf(size), "-o", siteOf(size), "--today", "2026-01-31", "--quiet"], { stdio: "ignore" });
  }
  const programs = [["hindsight, 2 jobs", runHindsight], ["limit", runLimit]];
  const runs = new Map(programs.map(([name]) => [name, sizes.map(() => [])]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, run] of programs) {
      for (const [at, size] of sizes.entries()) {
        rmSync(out, { recursive: true, force: true });
        fillFileCache();
        runs.get(name)[at].push(await run(size));
      }
    }
  }
  console.log(`${sizes.join(" and ")} incidents, medians of ${rounds} rounds; ${(freemem() / 1e9).toFixed(1)} of ${(totalmem() / 1e9).toFixed(1)} GB free after the last\n`);
  console.log("".padEnd(22) + [...sizes, "growth"].map((title) => String(title).padStart(10)).join(""));
  const print = (title, of, list) => {
    const [small, big] = list.map((each) => median(each.map(of)));
    console.log(title.padEnd(22) + small.toFixed(2).padStart(10) + big.toFixed(2).padStart(10) + (big / small).toFixed(2).padStart(10));
  };
  for (const [name, list] of runs) {
    console.log(name);
    print("  CPU s", (run) => run.cpu, list);
    print("    user", (run) => run.user, list);
    print("    system", (run) => run.system, list);
    print("  wall s", (run) => run.wall, list);
    print("  peak MB", (run) => run.peak, list);
    for (const pass of list[0][0].passes?.keys() ?? []) print(`  ${pass}, CPU s`, (run) => run.passes.get(pass), list);
    console.log(`  CPU s of each run    ${list.map((each) => each.map((run) => run.cpu.toFixed(2)).join(" ")).join(" | ")}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
  rmSync(join(cached, ".."), { recursive: true, force: true });
}
