// Lets system calls of a rebuild fail, one at a time, and kills it at others:
//   HINDSIGHT=… node tests/faults/faults.mjs [--quick | --all] [--every N] [--pages N] [--workers N] [--only KIND] [--calls A,B]
// KIND is errors, kills, stops, threads, memory or disk. After each: a clear message and exit code, the old site or the new one byte
// for byte, and the next build succeeds. Every call that matters fails once, with each error in turn; --all: with every error.
// --every N takes a sample; --calls keeps to some system calls.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { Place, executable, temporary } from "./site.mjs";
import { countCalls, run, runWith } from "./strace.mjs";
import { judgeError, judgeKill, judgeMemory, judgeStop } from "./verdict.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const quick = process.argv.includes("--quick");
const all = process.argv.includes("--all");
const pages = Number(option("pages", quick ? 13 : 50));
const workers = Number(option("workers", 2));
const every = Number(option("every", 1));
const only = option("only", "");
const names = option("calls", "").split(",");

// What a build asks of the disk, and what else may fail. mmap: memory; newfstatat: stat in all its forms.
const wanted = ["openat", "write", "rename", "renameat2", "mkdir", "unlink", "unlinkat", "rmdir", "close", "fsync", "syncfs"];
const further = ["read", "linkat", "newfstatat", "getdents64", "flock", "fcntl", "readlink", "getcwd", "access", "mmap"];
const errors = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EINTR"];

const errorsOf = (name) => (wanted.includes(name) ? errors : name === "mmap" ? ["ENOMEM"] : ["EIO", "EINTR"]);

/** One in `step` of a list, scattered: calls come in patterns, which a fixed stride would fall in with. */
const sample = (list, step) => list.filter((_, index) => (Math.imul(index + 1, 0x9e3779b1) >>> 8) % step === 0);

/** Calls that are few fail with every error; of many alike, each with one of them in turn. */
function listErrors(order) {
  const few = 40;
  const seen = new Map();
  const total = (name) => order.filter((call) => call.name === name).length;
  return order.flatMap((call) => {
    if (![...wanted, ...further].includes(call.name)) return [];
    const possible = errorsOf(call.name);
    const turn = seen.get(call.name) ?? 0;
    seen.set(call.name, turn + 1);
    const chosen = all || total(call.name) <= few ? possible : [possible[turn % possible.length]];
    return chosen.map((error) => ({ kind: "errors", call, error }));
  });
}

/** Where two folders can't be exchanged: what happens around the two renames that take its place. */
function listTrialsWithoutExchange(order) {
  const also = [{ name: "renameat2", what: "error=EINVAL" }];
  const renames = [1, 2, 3].map((when) => ({ name: "rename", when, text: "without exchange" }));
  const swap = order.findIndex(({ name }) => name === "renameat2");
  const behind = order.slice(swap + 1, swap + (quick ? 2 : 60));
  return [
    ...[...renames, ...behind].map((call) => ({ kind: "kills", call, also })),
    ...(quick ? ["EIO"] : errors).flatMap((error) => renames.slice(1).map((call) => ({ kind: "errors", call, error, also }))),
  ];
}

function listTrials({ order }) {
  const faults = listErrors(order);
  const kills = order.filter(({ name }) => name !== "exit_group").map((call) => ({ kind: "kills", call }));
  const stops = ["SIGINT", "SIGTERM", "SIGHUP"].flatMap((signal) => order.map((call) => ({ kind: "stops", call, signal })));
  const threads = [...faults, ...kills].map((trial) => ({ ...trial, kind: "threads", jobs: 2 }));
  const memory = Array.from({ length: 60 }, (_, index) => [1, 2].map((jobs) => ({ kind: "memory", megabytes: 40 + 2 * index, jobs }))).flat();
  const disk = Array.from({ length: 100 }, (_, index) => ({ kind: "disk", kilobytes: 16 * index, error: "ENOSPC", call: { name: "(full)", text: "" } }));
  const trials = quick
    ? [...sample(faults, 70), ...sample(kills, 120), ...sample(stops, 800), ...sample(threads, 500), ...sample(memory, 40), ...sample(disk, 40)]
    : [...faults, ...sample(kills, all ? 1 : 2), ...sample(stops, 40), ...sample(threads, 40), ...memory, ...disk];
  const chosen = [...trials, ...listTrialsWithoutExchange(order)].filter(
    ({ kind, call }) => (!only || kind === only) && (!names[0] || (call && names.includes(call.name))),
  );
  return every > 1 ? sample(chosen, every) : chosen;
}

function runTrial(place, trial) {
  const command = [executable, ...place.arguments(place.next, trial.jobs ?? 1)];
  if (trial.kind === "disk") return run(executable, place.arguments()).then((outcome) => ({ ...outcome, injected: true }));
  if (trial.kind === "memory") return run("prlimit", [`--as=${trial.megabytes << 20}`, ...command]);
  const what = trial.error ? `error=${trial.error}` : `signal=${trial.signal ?? "SIGKILL"}`;
  return runWith([{ name: trial.call.name, what, when: trial.call.when }, ...(trial.also ?? [])], command, join(place.out, "../strace.txt"));
}

const judges = { errors: judgeError, kills: judgeKill, stops: judgeStop, memory: judgeMemory, disk: judgeError };

/** Breaks one build, then looks at what stands, and whether the next build puts it right. */
async function judge(place, trial) {
  if (trial.kind !== "disk") place.reset();
  else if (!place.resetOnDisk(trial.kilobytes)) return { trial, outcome: { status: "not permitted" }, state: "old", problems: [] };
  const outcome = await runTrial(place, trial);
  const state = place.state();
  const leftovers = place.leftovers();
  const kind = trial.kind === "threads" ? (trial.error ? "errors" : "kills") : trial.kind;
  const problems = judges[kind](trial, outcome, state, leftovers);
  const is_undisturbed = state === "new" && leftovers.length === 0;  // what the next build does from here is known
  if (is_undisturbed) return { trial, outcome, state, problems };
  place.enlargeDisk();
  const next = await run(executable, place.arguments());
  if (next.status !== 0) problems.push(`the next build ended with ${next.status ?? next.signal}: ${next.stderr}`);
  else if (place.state() !== "new") problems.push(`after the next build the site is ${place.state()}`);
  if (place.leftovers().length) problems.push(`after the next build there is ${place.leftovers()}`);
  return { trial, outcome, state, problems };
}

const describe = ({ kind, call, error, signal, jobs, megabytes, kilobytes }) =>
  kind === "disk" ? `a disk with ${kilobytes} KiB of room` : kind === "memory" ? `${megabytes} MiB of memory, ${jobs} jobs` : `${kind} ${call.name} #${call.when} ${error ?? signal ?? "SIGKILL"}${jobs ? ` with ${jobs} jobs` : ""}: ${call.text}`;

function report(results, seconds) {
  const table = new Map();
  for (const { trial, outcome, state } of results) {
    const row = trial.kind === "memory" ? "memory" : `${trial.kind.padEnd(8)}${trial.call.name}`;
    const end = outcome.status === null ? outcome.signal : `exit ${outcome.status}`;
    const cell = `${end}, ${state === "none" ? "no" : state} site`;
    const cells = table.get(row) ?? new Map();
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    table.set(row, cells);
  }
  for (const [row, cells] of [...table].sort()) {
    console.log(`${row.padEnd(20)} ${[...cells].map(([cell, count]) => `${count} × ${cell}`).join("; ")}`);
  }
  const count = (kind) => results.filter(({ trial }) => trial.kind === kind).length;
  const kinds = ["errors", "kills", "stops", "threads", "memory", "disk"].map((kind) => `${count(kind)} ${kind}`);
  console.log(`${results.length} disturbed builds (${kinds.join(", ")}) in ${Math.round(seconds)} s`);
}

const work = mkdtempSync(join(temporary, "hindsight-faults-"));
const places = [];
try {
  const started = Date.now();
  for (let index = 0; index < workers; ++index) places.push(new Place(join(work, String(index)), pages));
  const calls = countCalls([executable, ...places[0].arguments()], places[0].next, work);
  places[0].reset();
  for (const name of ["execve", "fork", "vfork", "socket", "connect"]) {
    const count = calls.counts.get(name);
    if (count && count.all > (name === "execve" ? 1 : 0)) throw new Error(`a build calls ${name}`);
  }
  const trials = listTrials(calls);
  const results = [];
  let taken = 0;
  process.once("SIGINT", () => (taken = trials.length));  // ends early, with a report
  const work_on = async (place) => {
    while (taken < trials.length) results.push(await judge(place, trials[taken++]));
  };
  await Promise.all(places.map(work_on));
  report(results, (Date.now() - started) / 1000);
  const bad = results.filter(({ problems }) => problems.length);
  for (const { trial, outcome, problems } of bad.slice(0, 40)) {
    console.log(`\nBAD ${describe(trial)}\n    ${problems.join("\n    ")}\n    ${outcome.stderr.trim().replaceAll("\n", "\n    ")}`);
  }
  console.log(bad.length ? `${bad.length} came out wrong` : "each told what happened and left the old site or the new one; each next build succeeded");
  process.exitCode = bad.length ? 1 : 0;
} finally {
  for (const place of places) place.unmount();
  rmSync(work, { recursive: true, force: true });
}
