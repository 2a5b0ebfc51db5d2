// Runs the executable under strace: to count its system calls, or to let one of them fail.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The system calls of a build with one thread: for each name how many there are before `main` (the loader's; no program can
 * report a failure there) and how many in all. `main` begins at the first call that names the folder to build.
 */
export function countCalls(command, root, work) {
  const log = join(work, "calls.txt");
  const traced = spawnSync("strace", ["-f", "-qq", "-o", log, ...command], { encoding: "utf8" });
  if (traced.status !== 0) throw new Error(`strace ended with ${traced.status}: ${traced.stderr}`);
  const counts = new Map();
  const order = [];
  let begun = false;
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const match = /^\d+ +([a-z0-9_]+)\((.*)/.exec(line);
    if (!match) continue;
    const [, name, rest] = match;
    if (name !== "execve" && rest.includes(`"${root}"`)) begun = true;
    const count = counts.get(name) ?? { before: 0, all: 0 };
    ++count.all;
    if (!begun) ++count.before;
    else order.push({ name, when: count.all, text: line.replace(/^\d+ +/, "") });
    counts.set(name, count);
  }
  return { counts, order };
}

/** Runs `command` with calls tampered with; resolves to { status, signal, stderr, stdout, injected }. */
export async function runWith(injections, command, log) {
  const names = [...new Set(injections.map(({ name }) => name))];
  const options = ["-f", "-qqq", "-o", log, "-e", `trace=${names.join(",")}`];
  // Faster, but strace delivers no signals then.
  if (!injections.some(({ what }) => what.startsWith("signal"))) options.push("--seccomp-bpf");
  for (const { name, what, when } of injections) options.push("-e", `inject=${name}:${what}${when ? `:when=${when}` : ""}`);
  const outcome = await run("strace", [...options, ...command]);
  return { ...outcome, injected: readFileSync(log, "utf8").includes("(INJECTED)") };
}

export function run(program, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) child[stream].on("data", (data) => (output[stream] += data));
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ status, signal, ...output }));
  });
}
