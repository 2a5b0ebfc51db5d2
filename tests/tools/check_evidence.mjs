// Says which quotes of `hindsight adopt --json` do not stand on the line that they name:
//   node check_evidence.mjs FOLDER PREDICTIONS.json [repaired]
// repaired: documents with bytes that are not text are left out; Hindsight quotes its repaired copy of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, predictions, repaired] = process.argv.slice(2);
let checked = 0;
let wrong = 0;
for (const [name, fields] of Object.entries(JSON.parse(readFileSync(predictions, "utf8")))) {
  const text = readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "");
  if (repaired && /[\uFFFD\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) continue;
  const lines = text.split("\n");
  for (const [field, { line, quote }] of Object.entries(fields.evidence)) {
    checked += 1;
    const isFileName = line === 0 && name.includes(quote.slice(0, 4));
    if (isFileName || (quote !== "" && (lines[line - 1] ?? "").includes(quote))) continue;
    wrong += 1;
    console.log(`${name}:${line}: ${field}: not there: ${quote}`);
  }
}
console.log(`${checked} quotes checked, ${wrong} wrong`);
process.exit(wrong === 0 && checked > 0 ? 0 : 1);
