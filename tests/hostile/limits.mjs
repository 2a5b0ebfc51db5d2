// node limits.mjs [--quick] [--only TEXT]: builds every pathological input with limits of 5 s of CPU and 500 MB, and prints
// what each took. Ends with 1 if one took more, crashed or had no clear end.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { pathologicalCases } from "./pathological.mjs";
import { hindsight, repository, temporaryFolder, today, write } from "./site.mjs";

const measure = process.env.MEASURE || join(repository, "build/dev/tests/measure");

/// One row: { name, wall, cpu, megabytes, code, good, said }.
export function measureCase({ name, files }, seconds = 5, megabytes = 500) {
  const folder = temporaryFolder();
  try {
    let bytes = 0;
    for (const [path, text] of Object.entries(files)) {
      write(join(folder.path, "root"), path, text);
      bytes += Buffer.byteLength(text);
    }
    const command = [hindsight, "build", join(folder.path, "root"), "-o", join(folder.path, "site"), "--today", today];
    const result = spawnSync(measure, [seconds, megabytes, ...command].map(String), { maxBuffer: 1 << 28 });
    const [wall, cpu, peak, code] = result.stdout.toString().trim().split("\n").at(-1).split(" ").map(Number);
    const said = result.stderr.toString();
    const rule = /\[([a-z-]+)\]/.exec(said)?.[1] ?? (code === 0 ? "a page" : "");
    return { name, bytes, wall, cpu, megabytes: peak, code, rule, good: result.status === 0 && rule !== "", said };
  } finally {
    folder.cleanUp();
  }
}

function main() {
  const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : "";
  const cases = pathologicalCases(process.argv.includes("--quick") ? 0.02 : 1).filter(({ name }) => name.includes(only));
  let failures = 0;
  for (const one of cases) {
    const row = measureCase(one);
    if (!row.good) failures += 1;
    console.log(`${row.good ? "  " : "! "}${row.name.padEnd(46)} ${String(Math.ceil(row.bytes / 1000)).padStart(6)} kB ${row.cpu.toFixed(2).padStart(6)} s ${String(row.megabytes).padStart(5)} MB  exit ${row.code}  ${row.rule}`);
  }
  console.log(`${cases.length} inputs, ${failures} beyond the limits`);
  return failures > 0 ? 1 : 0;
}

if (process.argv[1] && readFileSync(process.argv[1], "utf8").startsWith("// node limits.mjs")) process.exitCode = main();
