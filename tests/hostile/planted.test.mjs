// The checker itself: each thing planted into a real page is found, and the page as it is has none.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { checkDataFiles } from "./data_files.mjs";
import { checker, run, temporaryFolder, today, write } from "./site.mjs";

const folder = temporaryFolder();
after(() => folder.cleanUp());

write(folder.path, "root/a.md", "---\ntitle: A\nstarted_at: 2024-01-01T00:00Z\n---\n\nText with [a link](https://ok.example/).\n");
const site = join(folder.path, "site");
assert.equal(run(["build", join(folder.path, "root"), "-o", site, "--today", today]).code, 0);
const page = readFileSync(join(site, "incidents/a.html"), "utf8");

/// Planted into the page's main part.
const inBody = [
  "<script>window.pwned=1</script>", '<script src="https://evil.example/x.js"></script>', '<script src="data:,x"></script>', '<script src="../files/x.js"></script>',
  '<script src="../assets/../files/x.js"></script>', "<img src=x onerror=window.pwned=1>", "<p onclick=x>y</p>", '<p style="position:fixed">y</p>', "<style>*{}</style>",
  '<iframe src="x.html"></iframe>', '<iframe srcdoc="x"></iframe>', '<object data="x"></object>', '<embed src="x">', '<base href="/">', '<a href="javascript:x">y</a>',
  '<a href=" JaVaScRiPt:x">y</a>', '<a href="java&#10;script:x">y</a>', '<a href="&#1;javascript:x">y</a>', '<a href="data:text/html,x">y</a>', '<a href="//evil.example">y</a>',
  '<a href="/\\evil.example">y</a>', '<a href="vbscript:x">y</a>', '<a href="ms-msdt:x">y</a>', '<a href="blob:x">y</a>', '<a href="https://evil.example/">y</a>',
  '<a href="https://evil.example/" rel="noopener">y</a>', '<a href="https://evil.example/" rel="noopener noreferrer" target="_blank">y</a>',
  '<a href="https://evil.example/" rel="noopener noreferrer" ping="https://x.example">y</a>', '<img src="data:image/svg+xml,x" alt="">', '<img src="x.png" srcset="y.png">',
  "<svg onload=x></svg>", "<svg><script>x</script></svg>", '<svg><a xlink:href="javascript:x">y</a></svg>', "<svg><animate onbegin=x></svg>", "<svg><foreignObject>x</foreignObject></svg>",
  "<svg><use href='#x'></use></svg>", "<svg><image href='x'/></svg>", "<math><mtext>x</mtext></math>", "<form action='https://evil.example'></form>", '<form action="javascript:x"></form>',
  "<button formaction='x'>y</button>", "<input autofocus onfocus=x>", '<input type="image" src="x">', "<video src=x></video>", "<audio src=x></audio>", "<template><p>x</p></template>",
  "<dialog open>x</dialog>", "<marquee>x</marquee>", "<x-y>z</x-y>", '<p is="x-y">z</p>', '<p class="{{x}}">y</p>', '<p class="X">y</p>', "<p id=x name=document>y</p>", "<p contenteditable>y</p>",
  '<p popover>y</p>', '<p nonce="x">y</p>', '<p slot="x">y</p>', "<p accesskey=x>y</p>", '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<meta http-equiv="refresh" content="0; url=javascript:x">', '<meta http-equiv="set-cookie" content="x">', '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<link rel="import" href="x.html">', '<link rel="preload" href="x.js">', '<link rel="dns-prefetch" href="//evil.example">', "<!-- a comment -->", "<noembed>x</noembed>", "<xmp>x</xmp>",
  "<plaintext>", "<textarea>x</textarea>", "<map><area href='javascript:x'></map>", "<portal src=x></portal>", "<frameset></frameset><applet code=x></applet>", "<table background='javascript:x'><tr><td>y</table>",
];

/// Replacements in the page as a whole.
const inPage = [
  [/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""], [/script-src &#39;self&#39;|script-src 'self'/, "script-src 'self' 'unsafe-inline'"], [/default-src (&#39;|')none(&#39;|')/, "default-src *"],
  [/base-uri (&#39;|')none(&#39;|');/, ""], [/require-trusted-types-for (&#39;|')script(&#39;|')/, ""], [/trusted-types hindsight-search;/, "trusted-types *;"],
  [/<meta name="referrer"[^>]*>/, ""], [/<meta http-equiv="Content-Security-Policy"([^>]*)>/, '<script src="assets/js/x.js"></script>$&'], [/rel="noopener noreferrer"/, 'rel="opener"'],
  [/<body/, "<body onload=x"], [/<html/, '<html manifest="x"'],
];

test("a page as it is has nothing that could run", () => {
  const { code, out } = run([site], checker);
  assert.equal(code, 0, out);
});

test("everything that is planted is found", () => {
  const planted = join(folder.path, "planted");
  mkdirSync(planted);
  const names = [];
  const put = (html, what) => {
    const name = `${names.length}.html`;
    names.push([name, what]);
    writeFileSync(join(planted, name), html);
  };
  for (const markup of inBody) put(page.replace("</main>", () => `<div>${markup}</div></main>`), markup);
  for (const [from, to] of inPage) {
    const changed = page.replace(from, to);
    assert.notEqual(changed, page, String(from));
    put(changed, String(from));
  }
  const found = new Set(run([planted], checker).out.split("\n").map((line) => line.split(":")[0]));
  for (const [name, what] of names) assert.ok(found.has(name), "not found: " + what);
  assert.ok(names.length >= 80);
});

test("everything that is planted into data files is found", () => {
  const plants = {
    "a.csv": 'x\r\n"=1+1"\r\n', "b.csv": "x\r\n@x\r\n", "c.csv": 'x\r\n"a"b\r\n', "d.csv": "x,y\r\n1\r\n", "e.csv": "x\r\n-x\r\n", "f.ics": "BEGIN:VCALENDAR\r\nATTACH:x\r\nEND:VCALENDAR\r\n",
    "g.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "h.ics": "BEGIN:VCALENDAR\r\nSUMMARY:" + "x".repeat(80) + "\r\nEND:VCALENDAR\r\n", "i.ics": "BEGIN:VALARM\r\nEND:VALARM\r\n", "data/j.json": '{"a":"</script>"}',
    "k.json": "{", "data/l.json": '"\u00e4"', "m.xml": "<a><b></a></b>", "n.xml": "<a>&nbsp;</a>", "o.xml": "<!DOCTYPE x><a/>", "p.xml": "<a>x < y</a>", "q.xml": "<a>\u0001</a>", "r.xml": "<a>", "s.js": "alert(1)",
    "t.js": 'hindsightData.take("a",1,x)', "u.txt": "\u001b[31m", "v.html": "\u202e",
  };
  const planted = join(folder.path, "data");
  for (const [name, bytes] of Object.entries(plants)) write(planted, name, bytes);
  const found = new Set(checkDataFiles(planted).map((problem) => problem.split(":")[0]));
  for (const name of Object.keys(plants)) assert.ok(found.has(name), "not found: " + name);
});
