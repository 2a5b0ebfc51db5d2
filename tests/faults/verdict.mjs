// What is right after a build was disturbed. Each judge returns what is wrong, in words.

const reasons = {
  ENOSPC: "No space left on device",
  EIO: "Input/output error",
  EACCES: "Permission denied",
  EMFILE: "Too many open files",
  EINTR: "Interrupted system call",
  ENOMEM: "out of memory",
};

/** A message says what could not be done, to what, and that nothing was published. */
function judgeMessage(stderr, reason) {
  const problems = [];
  if (!/^hindsight: .+/m.test(stderr)) problems.push("no message");
  if (!stderr.includes(reason) && !stderr.includes("time zone")) problems.push(`the message lacks "${reason}"`);
  if (!stderr.includes("Nothing was published.")) problems.push("the message does not say that nothing was published");
  return problems;
}

const end = ({ status, signal }) => status ?? signal;

/** Success with the new site, or exit code 2 with a message and the old one and nothing left beside it. */
export function judgeError({ error, call, kind }, outcome, state, leftovers) {
  if (!outcome.injected && kind !== "threads") return ["the call did not come, so it did not fail"];
  if (outcome.status === 0) return state === "new" ? [] : [`exit code 0, but the site is ${state}`];
  const problems = outcome.status === 2 ? [] : [`ended with ${end(outcome)}`];
  // A failure to write the message itself can't be reported.
  const to_stderr = call.name === "write" && /^write\(2,/.test(call.text);
  if (!to_stderr) problems.push(...judgeMessage(outcome.stderr, reasons[error]));
  if (state !== "old") problems.push(`exit code ${end(outcome)}, but the site is ${state}`);
  // A lock file that could not be locked may be someone else's; nobody is in its way.
  const left = leftovers.filter((name) => name !== ".site.lock");
  if (left.length) problems.push(`left behind: ${left}`);
  return problems;
}

/** Without exchange there is a moment without any site, which the next build mends. */
export function judgeKill({ also, call }, outcome, state) {
  if (outcome.status === 0 && state === "new") return [];
  const problems = outcome.signal === "SIGKILL" ? [] : [`ended with ${end(outcome)}`];
  const may_be_away = also && call.name === "rename";
  if (state !== "old" && state !== "new" && !(may_be_away && state === "none")) problems.push(`the site is ${state}`);
  return problems;
}

/** Ended by the signal itself, nothing left behind; or the new site stood already. */
export function judgeStop({ signal }, outcome, state, leftovers) {
  if (outcome.status === 0) return state === "new" && !leftovers.length ? [] : [`exit code 0, but the site is ${state}`];
  const problems = outcome.signal === signal ? [] : [`ended with ${end(outcome)}`];
  if (!outcome.stderr.includes(`stopped by ${signal}`)) problems.push("no message");
  if (!outcome.stderr.includes("Nothing was published.")) problems.push("the message does not say that nothing was published");
  if (state !== "old") problems.push(`the site is ${state}`);
  if (leftovers.length) problems.push(`left behind: ${leftovers}`);
  return problems;
}

/** Below what the loader needs, the loader speaks. Where jemalloc gets nothing for a thread it crashes, and that is said. */
export function judgeMemory(trial, outcome, state) {
  if (outcome.status === 0) return state === "new" ? [] : [`exit code 0, but the site is ${state}`];
  if (outcome.status === 127 && outcome.stderr.includes("error while loading shared libraries")) return state === "old" ? [] : [`the site is ${state}`];
  const crash = ["SIGSEGV", "SIGABRT"].includes(outcome.signal) && outcome.stderr.includes("crashed: out of memory");
  const problems = outcome.status === 2 || crash ? [] : [`ended with ${end(outcome)}`];
  if (!/out of memory|can't start a thread/.test(outcome.stderr)) problems.push("no message");
  if (state !== "old") problems.push(`the site is ${state}`);
  return problems;
}
