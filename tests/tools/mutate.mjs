// Writes mutated copies of the documents of a folder, the same ones for the same seed:
//   node mutate.mjs FOLDER OUT COUNT SEED
// Each copy is cut at a random byte, has lines shuffled, bytes flipped, lines doubled or two documents joined.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, out, count, seed] = process.argv.slice(2);

/** A small generator of pseudo-random numbers (mulberry32). */
function makeRandom(start) {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const random = makeRandom(Number(seed));
const documents = readdirSync(folder)
  .filter((name) => /\.(md|txt)$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name)));

function shuffled(bytes) {
  const lines = bytes.toString("latin1").split("\n");
  for (let at = lines.length - 1; at > 0; --at) {
    const other = random(at + 1);
    [lines[at], lines[other]] = [lines[other], lines[at]];
  }
  return Buffer.from(lines.join("\n"), "latin1");
}

function flipped(bytes) {
  const copy = Buffer.from(bytes);
  for (let flips = 1 + random(40); flips > 0 && copy.length > 0; --flips) copy[random(copy.length)] ^= 1 << random(8);
  return copy;
}

function doubled(bytes) {
  const lines = bytes.toString("latin1").split("\n");
  for (let times = 1 + random(30); times > 0; --times) lines.splice(random(lines.length), 0, lines[random(lines.length)]);
  return Buffer.from(lines.join("\n"), "latin1");
}

const mutations = [
  (bytes) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes) => bytes.subarray(random(bytes.length + 1)),
  shuffled,
  flipped,
  doubled,
  (bytes) => Buffer.concat([bytes, documents[random(documents.length)]]),
];

mkdirSync(out, { recursive: true });
for (let index = 0; index < Number(count); ++index) {
  let bytes = documents[random(documents.length)];
  for (let times = 1 + random(3); times > 0; --times) bytes = mutations[random(mutations.length)](bytes);
  writeFileSync(join(out, `${String(index).padStart(5, "0")}.${index % 5 === 0 ? "txt" : "md"}`), bytes);
}
