// The hostile inputs: cases/*.txt, one file a class. A case is
//
//   === name
//   finds: rule line          each finding but the hints of `quiet`; none: it is read without one
//   shows: text               stands in the page, as text
//   file: name.md             default: the case's name
//   escapes: yes              \xFF and \u{202E} in the document stand for a byte and a character
//   repeat: 1000 x            what @repeat@ in the document stands for
//   rows:                     one case a line: it replaces @row@ in the document. " ==> rule line, rule line" behind a row is
//                             what this one finds, instead of the `finds` above
//   <<<
//   the document
//
// A case whose document has lines "@file path" is a folder of its own; any other one is a document of one big site.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const arrow = " ==> ";
const folder = fileURLToPath(new URL("cases", import.meta.url));

function decode(text) {
  const bytes = [];
  const pattern = /\\x([0-9A-Fa-f]{2})|\\u\{([0-9A-Fa-f]+)\}|[^\\]+|\\/gu;
  for (const [all, byte, point] of text.matchAll(pattern)) {
    if (byte) bytes.push(Buffer.from([Number.parseInt(byte, 16)]));
    else bytes.push(Buffer.from(point ? String.fromCodePoint(Number.parseInt(point, 16)) : all, "utf8"));
  }
  return Buffer.concat(bytes);
}

function bytesOf(text, header) {
  const [, count, unit] = /^(\d+) (.*)$/s.exec(header.repeat ?? "0 x");
  const repeated = text.replaceAll("@repeat@", () => unit.repeat(Number(count)));
  return header.escapes ? decode(repeated) : Buffer.from(repeated, "utf8");
}

function filesOf(document, name, header) {
  if (!/^@file /m.test(document)) return { [header.file ?? name + ".md"]: bytesOf(document, header) };
  const files = {};
  for (const part of document.split(/^@file /m).slice(1)) {
    const end = part.indexOf("\n");
    files[decode(part.slice(0, end)).toString("utf8")] = bytesOf(part.slice(end + 1), header);
  }
  return files;
}

function parseBlock(block, file) {
  const [head, document] = [block.slice(0, block.indexOf("\n<<<\n")), block.slice(block.indexOf("\n<<<\n") + 5)];
  const [name, ...lines] = head.split("\n");
  const header = { finds: [], shows: [], rows: [] };
  let inRows = false;
  for (const line of lines) {
    if (inRows) {
      header.rows.push(line);
      continue;
    }
    if (line.startsWith("#") || line === "") continue;
    const [, key, value] = /^(\w+): ?(.*)$/.exec(line);
    if (key === "rows") inRows = true;
    else if (key === "finds" || key === "shows") header[key].push(value);
    else header[key] = value;
  }
  const rows = inRows ? header.rows : [null];
  return rows.map((line, index) => {
    const [row, found] = line === null ? [null] : line.split(arrow);
    const own = row === null ? name : `${name}-${String(index + 1).padStart(2, "0")}`;
    const text = row === null ? document : document.replaceAll("@row@", () => row);
    return {
      name: own,
      block: name,
      index,
      file,
      finds: found === undefined ? header.finds : found.split(", ").filter((finding) => finding !== "nothing"),
      shows: header.shows.map((shown) => (row === null ? shown : shown.replaceAll("@row@", () => row))),
      isFolder: /^@file /m.test(document),
      files: filesOf(text, own, header),
    };
  });
}

/// All cases of a class, or of all classes.
export function readCases(only) {
  const cases = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".txt") || (only && file !== only)) continue;
    const blocks = readFileSync(join(folder, file), "utf8").split(/^=== /m).slice(1);
    for (const block of blocks) cases.push(...parseBlock(block, file));
  }
  const names = cases.map((one) => one.name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Error("cases of one name: " + twice.join(", "));
  return cases;
}

/// Writes what was found into a class's file as the new expectation. `found`: block -> by row, the findings.
export function rewriteFindings(file, found) {
  const path = join(folder, file);
  const parts = readFileSync(path, "utf8").split(/^(?==== )/m);
  const written = parts.map((part) => {
    const ofRows = found.get(/^=== (.*)$/m.exec(part)?.[1]);
    return ofRows ? withFindings(part, ofRows) : part;
  });
  writeFileSync(path, written.join(""));
}

function withFindings(part, ofRows) {
  const end = part.indexOf("\n<<<\n");
  const lines = part.slice(0, end).split("\n").filter((line) => !line.startsWith("finds: "));
  // What most rows find stands above them.
  const texts = ofRows.map((findings) => findings.join(", ") || "nothing");
  const common = [...texts].sort((a, b) => texts.filter((text) => text === b).length - texts.filter((text) => text === a).length)[0];
  const firstRow = lines.indexOf("rows:") + 1;
  if (firstRow > 0) {
    texts.forEach((text, index) => {
      lines[firstRow + index] = lines[firstRow + index].split(arrow)[0] + (text === common ? "" : arrow + text);
    });
  }
  const above = common === "nothing" ? [] : common.split(", ").map((finding) => "finds: " + finding);
  lines.splice(1, 0, ...above);
  return lines.join("\n") + part.slice(end);
}
