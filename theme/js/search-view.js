// How results look: an incident's title, and the passages that hold the words, each a link to its place; and what is said
// about them. Text is text: nothing here reads markup.
(function () {
  "use strict";

  const delay = 120; // milliseconds without a key before a search begins
  const snippetLength = 170;
  const fewest = 10; // results among the newest incidents, for the others to be left out
  const { root } = globalThis.hindsightSearchBox;
  const stems = new Map();

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function stemOf(lunr, word) {
    if (!stems.has(word)) stems.set(word, lunr.stemmer(new lunr.Token(word)).toString());
    return stems.get(word);
  }

  /// The words of a text that lead to one of the terms, as { begin, end, term }.
  function matches(lunr, text, terms) {
    const found = [];
    for (const { 0: word, index } of text.matchAll(/[^\s-]+/gu)) {
      const lead = /^\W*/.exec(word)[0].length;
      const bare = word.slice(lead).replace(/\W+$/, "");
      const add = (begin, length, term) => terms.has(term) && found.push({ begin, end: begin + length, term });
      if (bare === "" || add(index + lead, bare.length, stemOf(lunr, bare.toLowerCase()))) continue;
      if (!/[^\p{L}\p{N}]/u.test(bare) && bare === bare.toLowerCase()) continue;
      // Parts of compounds, as the index has them: "ECONNREFUSED" of "error=ECONNREFUSED", "Exception" of "IOException".
      for (const part of bare.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+|\p{N}+/gu)) {
        add(index + lead + part.index, part[0].length, stemOf(lunr, part[0].toLowerCase()));
      }
    }
    return found;
  }

  /// The stretch of a text with most of the words, as text and marks.
  function snippet(text, found) {
    let best = 0;
    let most = -1;
    found.forEach((match, i) => {
      const terms = new Set(found.slice(i).filter((other) => other.end < match.begin + snippetLength).map((other) => other.term));
      if (terms.size > most) [best, most] = [i, terms.size];
    });
    const first = found[best]?.begin ?? 0;
    let begin = Math.max(0, first - 50);
    let end = Math.min(text.length, begin + snippetLength);
    if (begin > 0) begin = Math.max(begin, Math.min(first, text.indexOf(" ", begin) + 1));
    if (end < text.length) end = Math.max(first, text.lastIndexOf(" ", end));
    const made = document.createDocumentFragment();
    if (begin > 0) made.append("… ");
    let at = begin;
    for (const match of found) {
      if (match.begin < at || match.end > end) continue;
      made.append(text.slice(at, match.begin), element("mark", "", text.slice(match.begin, match.end)));
      at = match.end;
    }
    made.append(text.slice(at, end));
    if (end < text.length) made.append(" …");
    return made;
  }

  /// The passages that hold the terms best, in the order of the page.
  function bestPassages(lunr, data, terms, most) {
    const scored = data.passages.map(([anchor, title, text], place) => {
      const inText = matches(lunr, text, terms);
      const inTitle = matches(lunr, title, terms);
      const distinct = [...new Set([...inText, ...inTitle].map((match) => match.term))].reduce((sum, term) => sum + terms.get(term), 0);
      return { anchor, title, text, place, inText, score: distinct + Math.min(inText.length, 9) / 10 + (inTitle.length > 0 ? 0.5 : 0) };
    });
    const found = scored.filter((passage) => passage.score > 0 && passage.anchor !== "").sort((a, b) => b.score - a.score || a.place - b.place);
    return found.slice(0, most).sort((a, b) => a.place - b.place);
  }

  const shapes = ["◆", "▲", "●", "•", "○"];

  /// A result: { node, links }, all links in reading order. `link(url, words)` makes an <a>.
  function card(lunr, data, terms, link, mostPassages) {
    const inTitle = matches(lunr, data.title, terms);
    const title = link(data.url, "", terms);
    title.className = "result-title";
    title.append(...marked(data.title, inTitle));
    const facts = element("span", "result-facts quiet");
    if (data.severity) facts.append(element("span", "severity severity-" + Math.min(data.severity[0] + 1, 5), shapes[Math.min(data.severity[0], 4)]), " " + data.severity[1] + " · ");
    facts.append([data.day || "undated", data.length, ...data.labels].filter(Boolean).join(" · "));
    const node = element("div", "result", element("p", "result-head", title, " ", facts));
    const links = [title];
    const passages = bestPassages(lunr, data, terms, mostPassages);
    if (passages.length === 0 && data.summary) {
      node.append(element("p", "result-summary", snippet(data.summary, matches(lunr, data.summary, terms))));
    }
    for (const passage of passages) {
      const place = link(data.url, passage.anchor, terms);
      place.className = "result-place";
      place.append(element("span", "result-section", passage.title || "Introduction"), " ", element("span", "result-snippet", snippet(passage.text, passage.inText)));
      links.push(place);
      node.append(place);
    }
    return { node, links };
  }

  function marked(text, found) {
    const parts = [];
    let at = 0;
    for (const match of found) {
      parts.push(text.slice(at, match.begin), element("mark", "", text.slice(match.begin, match.end)));
      at = match.end;
    }
    return [...parts, text.slice(at)];
  }

  /// A link to a place; following it tells the page there which words to mark.
  function linkTo(cards) {
    return (url, anchor, terms) => {
      const link = element("a");
      const target = new URL(root + url.split("/").map(encodeURIComponent).join("/"));
      if (anchor) target.hash = encodeURIComponent(anchor);
      link.href = target.href;
      link.addEventListener("click", () => remember(cards.get(url), terms, target.pathname));
      return link;
    };
  }

  function remember(data, terms, page) {
    const texts = [data.title, ...data.passages.map(([, , text]) => text)];
    const words = new Set(texts.flatMap((text) => matches(globalThis.lunr, text, terms).map((match) => text.slice(match.begin, match.end).toLowerCase())));
    try {
      sessionStorage.setItem("hindsight-marks", JSON.stringify({ page, words: [...words].slice(0, 50) }));
    } catch {
      // Without storage the page is shown without marks.
    }
  }

  /// Cards of some results: [{ node, links }, …].
  async function makeCards(search, answer, results, passages) {
    const data = await Promise.all(results.map((result) => search.index.piece("incident", result.document)));
    const cards = new Map(data.map((incident) => [incident.url, incident]));
    return data.map((incident) => card(search.lunr, incident, answer.terms, linkTo(cards), passages));
  }

  const counted = (count, noun) => count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");

  /// What was found, in a sentence.
  function statusOf(answer, results) {
    const parts = [];
    if (answer.corrected) parts.push("Shown for “" + answer.corrected + "”");
    if (answer.unknown.length > 0) parts.push("No incident has " + answer.unknown.map((word) => "“" + word + "”").join(" or "));
    const every = results.filter((result) => result.share === 1).length;
    const among = answer.newest ? " among the newest " + answer.newest.toLocaleString("en") + " of " + answer.documents.toLocaleString("en") : "";
    if (results.length === 0) parts.push("Nothing found");
    else if (every === results.length) parts.push(counted(results.length, "incident") + among);
    else parts.push(counted(results.length, "incident") + (every > 0 ? ", " + every + " with every word" + (among && ",") : " with some of the words") + among);
    return parts.join(". ") + ".";
  }

  const searchingAll = "Searching all incidents …";

  function problemText(error) {
    if (/built anew/.test(error.message)) return "The site has been built anew. Please reload this page.";
    if (error.name === "QueryParseError") return "This query can't be read: " + error.message + ".";
    return "The search index could not be loaded. Is the folder search/ there?";
  }

  /// Calls `act` when no key has been pressed for a moment; results of an older text never replace a newer one's.
  function settle(act) {
    let timer;
    let turn = 0;
    return (immediately) => {
      clearTimeout(timer);
      const mine = ++turn;
      timer = setTimeout(() => act(() => mine === turn), immediately ? 0 : delay);
    };
  }

  /// The results that pass the filters in the query's text.
  async function withFilters(search, answer) {
    if (answer.query.filters.length === 0) return answer.results;
    const facets = await search.facets(answer.query.filters.map((filter) => filter.facet));
    return answer.results.filter((result) => answer.query.filters.every((filter) => facets.passes(filter, result.document)));
  }

  /// What a text finds: { answer, results }. The results are those of the answer that also `fit`. Where filters leave few of
  /// the newest incidents, all are searched.
  async function ask(search, text, { all = false, fits = () => true } = {}) {
    const answer = await search.searcher.run(text, !/\s$/u.test(text), { all });
    answer.results = await withFilters(search, answer);
    const results = answer.results.filter(fits);
    return answer.newest && results.length < fewest ? ask(search, text, { all: true, fits }) : { answer, results };
  }

  globalThis.hindsightView = { ask, element, makeCards, problemText, searchingAll, settle, statusOf };
})();
