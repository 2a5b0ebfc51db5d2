// whole_text.mjs FOLDER SITE: each document of FOLDER has a page in SITE that holds all of its words, in text or addresses.
// Left out: comments, front matter, headers of tables that became a timeline or action items, and the words that became
// a zone or a status.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const becomeData = new Set(["UTC", "TODO", "DONE"]);
const [folder, site] = process.argv.slice(2);
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", ndash: "–" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39|ndash);/g, (_, name) => entities[name]);
const words = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]{3,}/gu) || [];

function count(list) {
  const counts = new Map();
  for (const word of list) counts.set(word, (counts.get(word) || 0) + 1);
  return counts;
}

function sourceText(path) {
  let text = readFileSync(path, "utf8").replace(/\r\n/g, "\n");
  if (text.startsWith("---\n")) text = text.slice(text.indexOf("\n---", 3) + 4);
  text = text.replace(/<!--[\s\S]*?(-->|$)/g, " ");
  // Tags and their attributes are not text; addresses in them are kept by the page's own attributes.
  text = text.replace(/<\/?[a-zA-Z][^>\n]*>/g, " ");
  text = text.replace(/^\s*(```|~~~).*$/gm, " ");
  // The header of a table (the line above its rule), and the target of an image: shown as a link to its host.
  text = text.replace(/^\|.*\|\s*\n(?=\|[\s:|-]+\|\s*$)/gm, "");
  // Definitions of links and references to them: their targets are in the page as often as they are used.
  text = text.replace(/^\s*\[[^\]]+\]:\s*\S+.*$/gm, " ").replace(/\]\[[^\]]*\]/g, "]").replace(/\]\(#[^)]*\)/g, "]");
  return decode(text).replace(/%[0-9A-F]{2}/gi, " ");
}

function pageText(path) {
  const html = readFileSync(path, "utf8").replace(/<head>[\s\S]*?<\/head>/, "");
  const addresses = [...html.matchAll(/(?:href|src|datetime)="([^"]*)"/g)].map((match) => match[1]);
  const text = html.replace(/<[^>]*>/g, " ");
  return decode(text + " " + addresses.join(" ")).replace(/%[0-9A-F]{2}/gi, " ");
}

const pages = JSON.parse(readFileSync(join(site, "data/incidents.json"), "utf8")).incidents;
const documents = readdirSync(folder).filter((name) => /\.(md|markdown|txt)$/.test(name));
let failures = 0;
for (const name of documents) {
  const page = pages.find((incident) => basename(incident.file) === name);
  if (!page) {
    console.log(`${name}: no page`);
    failures += 1;
    continue;
  }
  const have = count(words(pageText(join(site, page.url))));
  const lost = [...count(words(sourceText(join(folder, name))))].filter(([word, times]) => !becomeData.has(word) && (have.get(word) || 0) < times);
  if (lost.length > 0) {
    console.log(`${name}: lost ${lost.map(([word, times]) => `${word} (${have.get(word) || 0} of ${times})`).join(", ")}`);
    failures += 1;
  }
}
console.log(`${documents.length} documents, ${failures} with lost text`);
process.exit(failures === 0 && documents.length > 0 ? 0 : 1);
