// What the benchmarks share: CPU seconds, wall seconds and peak memory of a command.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/// { user, system, cpu, wall, peak } in seconds and MB. The peak is the last that was seen, every 10 ms. Standard output goes to `out`.
export async function measure(command, args, out = "/dev/null") {
  const shell = spawn("bash", ["-c", 'TIMEFORMAT="%U %S %R"; time "$@" >"$OUT"', "bash", command, ...args], { env: { ...process.env, OUT: out } });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const child = readFileSync(`/proc/${shell.pid}/task/${shell.pid}/children`, "utf8").trim().split(" ")[0];
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, "utf8"))[1]) / 1024);
    } catch {
      // Not there yet, or no more.
    }
  }, 10);
  let errors = "";
  shell.stderr.on("data", (data) => (errors += data));
  const [code] = await once(shell, "close");
  clearInterval(watch);
  if (code !== 0) throw new Error(errors);
  const [user, system, wall] = errors.trim().split("\n").at(-1).split(" ").map(Number);
  return { user, system, cpu: user + system, wall, peak };
}
