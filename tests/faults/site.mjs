// A knowledge base in two versions, and what a build makes of each: the old site, the new one, or something between.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));
export const executable = process.env.HINDSIGHT || join(repository, "build/dev/hindsight");

/** In memory if there is such a folder: what is injected fails all the same, and the disk is left to others. */
export const temporary = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** What every call of a build may meet: site.yml, a zone, a theme, files that are linked, an alias. */
function writeCorpus(root, pages) {
  mkdirSync(join(root, "content/media"), { recursive: true });
  mkdirSync(join(root, "theme/css"), { recursive: true });
  execFileSync("node", [join(repository, "tests/tools/make_corpus.mjs"), join(root, "content"), String(pages)]);
  writeFileSync(join(root, "site.yml"), "title: Faults\ntimezone: Europe/Berlin\n");
  writeFileSync(join(root, "theme/css/own.css"), "body { color: inherit; }\n");
  writeFileSync(join(root, "content/media/server.log"), "an attached log\n".repeat(5000));
  writeFileSync(join(root, "content/media/shape.svg"), '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>\n');
  writeFileSync(
    join(root, "content/with-files.md"),
    "---\ntitle: With files\nstarted_at: 2025-01-10 10:00\naliases: [old/name.html]\n---\n\n![A shape](media/shape.svg) and [a log](media/server.log)\n",
  );
}

function edit(root) {
  for (const name of ["inc-00010.md", "inc-00011.md"]) appendFileSync(join(root, "content", name), "\nOne more sentence.\n");
  appendFileSync(join(root, "content/media/server.log"), "one more line\n");
  unlinkSync(join(root, "content/inc-00012.md"));
  writeFileSync(join(root, "content/new.md"), "---\ntitle: New\nstarted_at: 2025-02-10T10:00Z\n---\n\nWhat is new.\n");
}

/** One hash of a folder's paths, kinds and bytes; null if there is no folder. */
export function hashOf(folder) {
  const hash = createHash("sha256");
  const walk = (path) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = join(path, entry.name);
      hash.update(`${entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other"} ${below}\0`);
      if (entry.isDirectory()) walk(below);
      else hash.update(entry.isFile() ? readFileSync(join(folder, below)) : readlinkSync(join(folder, below)));
    }
  };
  try {
    walk("");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}

/** Which files were written since their manifest decides what a build asks of the disk; left to the clock, no two builds ask the same. */
function settleTimes(site) {
  const now = Date.now() / 1000;
  const files = execFileSync("find", [site, "-type", "f"], { encoding: "utf8" }).trim().split("\n").sort();
  for (const [index, file] of files.entries()) {
    const since = file.endsWith("/.hindsight-manifest") ? 0 : index % 4 === 0 ? 10 : -10;
    utimesSync(file, now + since, now + since);
  }
}

/** A place to break builds in: out/site stands in its old version, a build would make the new one. */
export class Place {
  constructor(work, pages) {
    this.old = join(work, "old");
    this.next = join(work, "next");
    this.out = join(work, "out");
    this.site = join(this.out, "site");
    this.kept = join(work, "kept");
    mkdirSync(this.out, { recursive: true });
    writeCorpus(this.old, pages);
    cpSync(this.old, this.next, { recursive: true, preserveTimestamps: true });
    edit(this.next);
    this.build(this.old);
    writeFileSync(join(this.site, "CNAME"), "postmortems.example.org\n");  // a file that no build made
    settleTimes(this.site);
    execFileSync("cp", ["-a", this.site, this.kept]);
    this.oldHash = hashOf(this.site);
    this.build(this.next);
    this.newHash = hashOf(this.site);
    if (this.oldHash === this.newHash) throw new Error("the two versions make the same site");
    this.reset();
  }

  reset() {
    this.unmount();
    rmSync(this.out, { recursive: true, force: true });
    mkdirSync(this.out);
    execFileSync("cp", ["-a", this.kept, this.site]);
  }

  /** The same on a small disk of its own with this much room; false if the system does not let us mount one. */
  resetOnDisk(kilobytesFree) {
    this.reset();
    const used = Number(execFileSync("du", ["-sk", this.site], { encoding: "utf8" }).split("\t")[0]);
    const size = `size=${used + kilobytesFree}k`;
    if (spawnSync("mount", ["-t", "tmpfs", "-o", size, "none", this.out]).status !== 0) return false;
    this.mounted = true;
    execFileSync("cp", ["-a", this.kept, this.site]);
    return true;
  }

  enlargeDisk() {
    if (this.mounted) execFileSync("mount", ["-o", "remount,size=64m", this.out]);
  }

  unmount() {
    if (this.mounted) execFileSync("umount", [this.out]);
    this.mounted = false;
  }

  arguments(root = this.next, jobs = 1) {
    return ["build", root, "-o", this.site, "--today", "2026-01-31", "--jobs", String(jobs)];
  }

  /** A build that nothing disturbs; throws if it fails. */
  build(root = this.next) {
    const run = spawnSync(executable, this.arguments(root), { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`build ended with ${run.status ?? run.signal}: ${run.stderr}`);
  }

  /** "old", "new", "none" or "torn". */
  state() {
    const hash = hashOf(this.site);
    return hash === null ? "none" : hash === this.oldHash ? "old" : hash === this.newHash ? "new" : "torn";
  }

  /** What builds left beside the site. */
  leftovers() {
    return readdirSync(this.out).filter((name) => name !== "site");
  }
}
