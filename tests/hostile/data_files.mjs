// What is published beside pages: JSON, scripts that hold JSON, CSV, iCalendar, feeds. Says what another program could trip
// over, or be made to run.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/// RFC 4180: cells and rows.
export function parseCsv(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/;
const bidi = /[\u202A-\u202E\u2066-\u2069]/;

function checkCsv(text) {
  const rows = parseCsv(text);
  if (!rows) return ["is no RFC 4180"];
  const problems = [];
  for (const row of rows) {
    if (row.length !== rows[0].length) problems.push(`a row of ${row.length} cells: ${row[0]}`);
    for (const cell of row) {
      if (/^[=+@\t\r]/.test(cell) || (/^-/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))) problems.push("a formula: " + cell);
    }
  }
  return problems;
}

function checkCalendar(text) {
  const problems = [];
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) problems.push("line ends");
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  for (const raw of text.split("\r\n")) if (Buffer.byteLength(raw) > 75) problems.push("a line over 75 bytes");
  const allowed = /^(BEGIN|END|VERSION|PRODID|CALSCALE|X-WR-CALNAME|UID|DTSTAMP|DTSTART;VALUE=DATE|DTEND;VALUE=DATE|SUMMARY|DESCRIPTION|URL|TRANSP):|^$/;
  for (const line of lines) if (!allowed.test(line)) problems.push("a line " + line);
  for (const line of lines) if (/^(BEGIN|END):/.test(line) && !/:(VCALENDAR|VEVENT)$/.test(line)) problems.push("a component " + line);
  return problems;
}

function checkJson(text) {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [error.message];
  }
}

/// A script of data: one call with a name, a number and a JSON value.
function checkDataScript(text) {
  const call = /^hindsightData\.take\("[a-z-]+",\d+,(.*)\);\n?$/s.exec(text);
  if (!call) return ["is not one call with a JSON value"];
  if (/[\u2028\u2029]/.test(text)) return ["has a line separator"];
  try {
    JSON.parse(call[1]);
    return [];
  } catch (error) {
    return [error.message];
  }
}

function checkXml(text) {
  const problems = [];
  if (/<!(?!\[CDATA)|<\?(?!xml )/.test(text)) problems.push("a declaration");
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) problems.push("an entity");
  const open = [];
  for (const [, close, name, empty] of text.matchAll(/<(\/?)([a-zA-Z:]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close && open.pop() !== name) problems.push(`</${name}> closes another element`);
    if (!close && !empty) open.push(name);
  }
  const left = text.replace(/^<\?xml [^?]*\?>/, "").replace(/<\/?[a-zA-Z:]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, "");
  if (/</.test(left)) problems.push("a < that opens no element: " + left.slice(left.indexOf("<"), left.indexOf("<") + 40));
  if (open.length > 0) problems.push("an element that stays open");
  return problems;
}

export function checkDataFiles(site) {
  const problems = [];
  for (const path of filesBelow(site)) {
    const name = relative(site, path);
    const type = name.split(".").pop();
    if (name.startsWith("assets/") || name.startsWith("files/") || type === "png") continue;
    const text = readFileSync(path, "utf8");
    const report = (list) => problems.push(...list.map((problem) => `${name}: ${problem}`));
    if (controls.test(text)) report(["a control character " + JSON.stringify(controls.exec(text)[0]) + " after " + text.slice(0, controls.exec(text).index).slice(-40)]);
    if (bidi.test(text)) report(["a bidirectional control after " + text.slice(0, bidi.exec(text).index).slice(-40)]);
    if (type === "csv") report(checkCsv(text));
    if (type === "ics") report(checkCalendar(text));
    if (type === "json") report(checkJson(text));
    // Made for whoever embeds it: no character of it means something to HTML.
    if (name.startsWith("data/") && type === "json" && /[<>&\u0080-\uFFFF]/.test(text)) report(["has < > & or characters beyond ASCII"]);
    if (type === "xml") report(checkXml(text));
    if (type === "js") report(checkDataScript(text));
  }
  return problems;
}
