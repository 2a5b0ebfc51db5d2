// Made-up documents that try what a search index could get wrong, the same for the same seed.

/// mulberry32: small, fast, and the same everywhere.
export function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pickWith(random) {
  return (list) => list[Math.floor(random() * list.length)];
}

const syllables = ["ba", "con", "di", "fer", "gu", "hop", "jo", "king", "la", "me", "no", "pu", "ra", "ses", "ti", "vo", "wa", "xe", "yo", "zu"];
const endings = ["", "", "", "s", "es", "ed", "ing", "ly", "ation", "ational", "izer", "fulness", "ement", "ies", "y", "eed", "sion", "ll", "e", "ative", "biliti"];
const oddities = [
  "İstanbul", "I\u0307", "ΟΔΥΣΣΕΥΣ", "Σ", "ΑΣ.", "naïve", "cafe\u0301s", "日本語", "障害が発生", "👩‍🚒", "x👍👍ing", "éé", "ééing", "bééed", "a\u00a0b",
  "\ufeffword", "one\u2028two", "thin\u2009space", "\u200bzero", "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "_index", "42", "007",
  "4294967294", "4294967295", "-1", "1e3", "3.14", "—", "...", "'", "\"quoted\"", "back\\slash", "tab\there", "a/b", "wl-deployer_api", "TIS21-6637", "HTTP 503",
  "ECONNREFUSED", "e=mc²", "🂡", "\uffff", "\ue000", "𐀀", "yyy", "YEs", "yying", "sky", "oozed", "ssses", "ies", "eed", "sion", "ation", "the", "THE", "and",
  "x".repeat(5000), "ß", "ŉ", "ﬃ", "ǅ", "Å",
];

/// `count` documents { id, title, body, tags, boost? } from a vocabulary of Zipf's shape, with oddities between.
export function makeDocuments(seed, count, { oddIds = false } = {}) {
  const random = makeRandom(seed);
  const pick = pickWith(random);
  const word = () => {
    if (random() < 0.06) return pick(oddities);
    let rank = Math.floor(Math.pow(4000, random()));
    let text = "";
    for (rank += 20; rank > 0; rank = Math.floor(rank / syllables.length)) text += syllables[rank % syllables.length];
    return text + (random() < 0.4 ? pick(endings) : "");
  };
  const separators = [" ", " ", " ", " ", "-", "\n", ", ", " - ", "\t", "\u3000", "  "];
  const text = (length) => Array.from({ length }, () => word() + pick(separators)).join("");
  const ids = ["__proto__", "constructor", "a/b/c", "", "İ", "10", "9", "02", "4294967295", "日本"];
  return Array.from({ length: count }, (_, i) => {
    const id = oddIds && random() < 0.3 ? pick(ids) + (random() < 0.7 ? String(i) : "") : oddIds && random() < 0.3 ? count - i : "doc-" + i;
    const document = { id, title: text(2 + Math.floor(random() * 6)), body: text(Math.floor(random() * 120)) };
    if (random() < 0.1) document.title = "";
    if (random() < 0.05) delete document.body;
    if (random() < 0.05) document.body = null;
    if (random() < 0.03) document.body = pick([17, 3.25, 1e21, 1e-7, -0, true, false, { a: 1 }, 12345678901234567890]);
    if (random() < 0.5) document.tags = Array.from({ length: Math.floor(random() * 4) }, () => (random() < 0.1 ? pick([null, 5, "", "two words", ["x", null], "line\nends ing"]) : word()));
    if (random() < 0.1) document.boost = pick([0, 1, 2, 0.5, 10]);
    return document;
  });
}
