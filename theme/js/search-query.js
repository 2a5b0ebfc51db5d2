// What readers type, and what the index makes of it. Knows no page.
(function () {
  "use strict";

  // How far the beginning of a word that is still being typed is followed: shards to load, postings to look at.
  const mostShards = 3;
  const mostPostings = 6000;
  const mostCheckedForPhrase = 200;
  const mostParts = 16; // of common words' postings to load at once
  const enough = 5; // documents with every word, for those with only some to be left out
  const leastScore = 0.1; // of the best, for a document with only some of the words

  /// Filters in the query's text: what readers may call them, and the facet that is meant.
  const filterNames = new Map([
    ["service", "service"], ["severity", "severity"], ["sev", "severity"], ["trigger", "trigger"], ["cause", "root-cause"],
    ["root-cause", "root-cause"], ["root_cause", "root-cause"], ["status", "state"], ["state", "state"], ["year", "year"],
    ["before", "before"], ["after", "after"], ["since", "after"],
  ]);

  /// Takes a query's text apart: words as { text, field, excluded, edits }, phrases, filters as { facet, value, excluded }.
  function parse(text, fields) {
    const query = { words: [], phrases: [], filters: [] };
    const pieces = /([-+](?=[\p{L}\p{N}"]))?(?:([\p{L}_-]+):(?=\S))?(?:"([^"]*)"?|(\S+))/gu;
    for (const [, sign, name = "", quoted, bare = ""] of text.matchAll(pieces)) {
      const excluded = sign === "-";
      const facet = filterNames.get(name.toLowerCase());
      const field = fields.includes(name) ? name : undefined;
      const value = quoted ?? bare;
      if (facet) query.filters.push({ facet, value, excluded });
      else if (quoted !== undefined && !field && !excluded && /\s/u.test(quoted.trim())) query.phrases.push(quoted);
      else {
        const [, word, edits] = /^(.*?)(?:~(\d))?$/su.exec(field || !name ? value : name + ":" + value);
        query.words.push({ text: word, field, excluded, edits: edits && Number(edits) });
      }
    }
    return query;
  }

  const trimmed = (text) => text.replace(/^\W+/, "").replace(/\W+$/, "");

  function commonBeginning(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length]) ++length;
    return a.slice(0, length);
  }

  /// Edits between two words, neighbours that changed places counting as one; more than `limit` is infinite.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return Infinity;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; ++i) {
      const next = [i];
      for (let j = 1; j <= b.length; ++j) {
        next[j] = Math.min(row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1);
        if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > limit) return Infinity;
      before = row;
      row = next;
    }
    return row[b.length] <= limit ? row[b.length] : Infinity;
  }

  /// The word of the site that `word` is probably a slip for; commoner ones first.
  function nearest(word, words) {
    let best;
    let least = word.length < 4 ? 0 : word.length < 8 ? 1.5 : 2.5;
    for (const candidate of words) {
      const edits = distance(word, candidate, Math.ceil(least) - 1);
      // A slip in the first letter is rarer than one behind it.
      const cost = edits + (candidate[0] === word[0] ? 0 : 0.4);
      if (cost < least) [best, least] = [candidate, cost];
    }
    return best;
  }

  function makeSearcher(lunr, index) {
    const { fields } = index.manifest;

    /// Groups of terms: a document must have one of each (or none, if excluded). `loose` terms are optional.
    async function groupsOf(query, isTyping) {
      const groups = [];
      const loose = [];
      const words = [...query.words, ...query.phrases.flatMap((phrase) => phrase.split(/\s+/u).map((text) => ({ text })))];
      const last = isTyping && query.phrases.length === 0 ? query.words.at(-1) : undefined;
      for (const word of words) {
        const pattern = word.text.toLowerCase();
        if (word.edits !== undefined || pattern.includes("*")) {
          const clause = word.edits === undefined ? {} : { editDistance: Math.min(word.edits, 2) };
          // Terms are stems, so that the end of a word has to be tried as a stem too.
          const end = /[^*]*$/.exec(pattern)[0];
          const stemmed = pattern.slice(0, pattern.length - end.length) + lunr.stemmer(new lunr.Token(end)).toString();
          const terms = new Set([...(await index.expand(pattern, clause)), ...(await index.expand(stemmed, clause))]);
          groups.push({ word: word.text, ...word, terms: [...terms].map((term) => [term, 1]), isPattern: true });
          continue;
        }
        const first = groups.length;
        for (const token of lunr.tokenizer(word.text)) await addToken(trimmed(token.toString()), word, word === last, words.length === 1, groups);
        await joinWith(words[words.indexOf(word) - 1], word, groups[first - 1], groups[first]);
        const whole = trimmed(pattern);
        if (word.excluded || !/[^\p{L}\p{N}]/u.test(whole)) continue;
        const term = await index.termOf(whole);
        if (term !== undefined) loose.push({ terms: [[term, 3]], field: "identifiers" });
      }
      return { groups, loose };
    }

    /// "log in" also means "login", "time out" "timeout": short neighbours may be one word to others.
    async function joinWith(before, word, groupBefore, group) {
      const isShort = (part) => part && !part.field && !part.excluded && /^[\p{L}]{2,5}$/u.test(part.text);
      if (!isShort(before) || !isShort(word)) return;
      const term = await index.termOf((before.text + word.text).toLowerCase());
      if (term === undefined) return;
      if (groupBefore?.word === before.text.toLowerCase()) groupBefore.terms.push([term, 1]);
      if (group) group.terms.push([term, 1]);
    }

    async function addToken(token, word, isLast, isOnly, groups) {
      if (token === "" || (lunr.stopWordFilter(new lunr.Token(token)) === undefined && !(isLast && isOnly))) return;
      const term = await index.termOf(token);
      const terms = term === undefined ? [] : [[term, 1]];
      if (isLast && !word.excluded) terms.push(...(await beginnings(token, term)));
      const parts = token.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      if (terms.length === 0 && parts.length > 1) {
        for (const part of parts) await addToken(part, word, false, false, groups);
      } else {
        groups.push({ word: token, field: word.field, excluded: word.excluded, terms });
      }
    }

    /// Terms that begin as the word does, the commonest first, as many as are quick to look at.
    async function beginnings(token, term) {
      const stemmed = lunr.stemmer(new lunr.Token(token)).toString();
      const prefix = commonBeginning(token, stemmed);
      const terms = prefix.length < 2 ? [] : ((await index.beginningWith(prefix, mostShards)) ?? []);
      const sorted = terms.filter((other) => other !== term).map((other) => [other, index.frequency(other)]);
      sorted.sort((a, b) => b[1] - a[1]);
      const chosen = [];
      let postings = 0;
      for (const [other, frequency] of sorted) {
        postings += frequency;
        if (postings > mostPostings) break;
        chosen.push([other, 0.6]);
      }
      return chosen;
    }

    /// Where a query is looked for if it has words that very many documents have, as { scope, newest }: among the documents
    /// that have a rarer one of its words, or, if it has none, among the `newest` documents only; also among the newest
    /// with a rarer word, if those lie in many parts of the other's postings. Other queries are looked for everywhere, and
    /// one for `all` is looked for wherever it may be found.
    function scopeOf(groups, all) {
      const known = groups.filter((group) => !group.excluded && group.terms.length > 0);
      const isCut = (group) => group.terms.some(([term]) => index.firstKept(term) > 0);
      if (known.length === 0 || !groups.some(isCut)) return {};
      const scope = new Uint8Array(index.manifest.documents);
      const rarer = known.filter((group) => !isCut(group));
      for (const { terms, field } of rarer) for (const [term] of terms) index.mark(scope, term, field);
      if (rarer.length > 0) {
        const terms = groups.flatMap((group) => group.terms.map(([term]) => term));
        const first = all ? 0 : index.firstWithin(terms, scope, mostParts);
        return first === 0 ? { scope } : { scope: scope.fill(0, 0, first), newest: scope.length - first };
      }
      if (all) return {};
      const first = known.flatMap((group) => group.terms).reduce((most, [term]) => Math.max(most, index.firstKept(term)), 0);
      return { scope: scope.fill(1, first), newest: scope.length - first };
    }

    /// The documents of a scope with any wanted group and no excluded one, each with the share of the groups that it has.
    async function find({ groups, loose }, scope) {
      const wanted = groups.filter((group) => !group.excluded);
      if (groups.length === 0) return Array.from({ length: index.manifest.documents }, (_, document) => ({ document, score: 0, share: 1 }));
      const clauses = [...groups, ...loose];
      // Without a clause lunr finds everything.
      if (wanted.length > 0 && clauses.every((group) => group.excluded || group.terms.length === 0)) return [];
      const { PROHIBITED, OPTIONAL } = lunr.Query.presence;
      const found = await index.query((draft) => {
        for (const group of clauses) {
          for (const [term, boost] of group.terms) {
            const clause = { usePipeline: false, boost, presence: group.excluded ? PROHIBITED : OPTIONAL };
            draft.term(term, group.field ? { ...clause, fields: [group.field] } : clause);
          }
        }
      }, scope);
      const has = (metadata, group) => group.terms.some(([term]) => metadata[term] && (!group.field || group.field in metadata[term]));
      return found.map(({ document, score, metadata }) => {
        const share = wanted.length === 0 ? 1 : wanted.filter((group) => has(metadata, group)).length / wanted.length;
        return { document, score: score * share, share };
      });
    }

    async function withPhrases(results, phrases) {
      if (phrases.length === 0) return results;
      const wanted = phrases.map((phrase) => phrase.toLowerCase().replace(/\s+/gu, " ").trim());
      const checked = results.slice(0, mostCheckedForPhrase);
      const cards = await Promise.all(checked.map((result) => index.piece("incident", result.document)));
      return checked.filter((_, i) => {
        const texts = [cards[i].title, cards[i].summary, ...cards[i].passages.flatMap(([, title, text]) => [title, text])];
        return wanted.every((phrase) => texts.some((text) => text.toLowerCase().includes(phrase)));
      });
    }

    async function correct(text, unknown) {
      const words = (await index.piece("words", 0)).split(" ");
      let corrected = text;
      for (const word of unknown) {
        const better = nearest(word, words);
        if (better !== undefined) corrected = corrected.toLowerCase().replace(word, () => better);
      }
      return corrected === text ? undefined : corrected;
    }

    /// With those that have only some of the words, where they may be what is meant: because few have all, or because they
    /// are better hits than any that has.
    function withSome(found, every, query) {
      if (query.phrases.length > 0 || found.length === 0) return every;
      const least = every.length < enough ? leastScore * found[0].score : every[0].score;
      return found.filter((result) => result.share === 1 || result.score > least);
    }

    /// What a query's text finds: { query, results, unknown, corrected, terms, documents, newest }. Results are the best first, the newer
    /// of equals first; `share` says how much of the words each has. `terms`: each with its weight, less for what the last
    /// word may become. `corrected` is the text that was searched instead, where the reader's had a slip. `newest` is there if
    /// only so many of the `documents` were searched, because all words are very common ones; with `all` every one is.
    async function run(text, isTyping, { all = false, mayCorrect = true } = {}) {
      const query = parse(text, fields);
      const groups = await groupsOf(query, isTyping);
      const wanted = groups.groups.filter((group) => !group.excluded);
      const { scope, newest } = scopeOf(groups.groups, all);
      const found = (await find(groups, scope)).sort((a, b) => b.score - a.score || b.document - a.document);
      const every = await withPhrases(found.filter((result) => result.share === 1), query.phrases);
      const unknown = wanted.filter((group) => group.terms.length === 0 && !group.isPattern).map((group) => group.word);
      if (every.length === 0 && unknown.length > 0 && mayCorrect) {
        const corrected = await correct(text, unknown);
        const better = corrected && (await run(corrected, isTyping, { all, mayCorrect: false }));
        if (better?.results.length > 0) return { ...better, corrected };
      }
      const terms = new Map([...wanted, ...groups.loose].flatMap((group) => group.terms.map(([term, weight]) => [term, Math.min(weight, 1)])));
      return { query, results: withSome(found, every, query), unknown, terms, documents: index.manifest.documents, newest };
    }

    return { run };
  }

  const isOfDays = (facet) => ["year", "before", "after"].includes(facet);

  /// Reads facets when they are wanted: a function that promises those of some names.
  function openFacets(piece) {
    const { readColumn, readDays, yearsOf } = globalThis.hindsightData;
    const columns = new Map();
    let days = [];

    async function load(name) {
      if (columns.has(name)) return;
      if (isOfDays(name)) {
        days = readDays(await piece("incidents-days", 0));
        columns.set("year", yearsOf(days));
      } else columns.set(name, readColumn(await piece("incidents-" + name, 0)));
    }

    return async (names) => {
      await Promise.all(names.map(load));
      return makeFacets(columns, days);
    };
  }

  /// Facets by document: `values(facet, document)` gives slugs, `options(facet)` [slug, label] pairs, `day(document)` a date.
  function makeFacets(columns, days) {
    function values(facet, document) {
      const { sets, ids } = columns.get(facet);
      return sets[ids[document]];
    }
    const options = (facet) => [...columns.get(facet).names];

    /// The slugs that a filter's value means: the term itself, the severity's number, or all that hold the text.
    function slugsFor(facet, value) {
      const text = value.toLowerCase();
      const all = options(facet);
      if (facet === "severity" && /^\d+$/.test(text) && all[text - 1]) return [all[text - 1][0]];
      const same = all.filter(([slug, label]) => slug === text || label.toLowerCase() === text);
      return (same.length > 0 ? same : all.filter(([slug, label]) => slug.includes(text) || label.toLowerCase().includes(text))).map(([slug]) => slug);
    }

    /// Whether a document is what a typed filter wants.
    function passes(filter, document) {
      if (filter.facet === "before") return days[document] !== undefined && days[document] < filter.value;
      if (filter.facet === "after") return days[document] !== undefined && days[document] >= filter.value;
      const wanted = slugsFor(filter.facet, filter.value);
      return values(filter.facet, document).some((slug) => wanted.includes(slug));
    }

    return { values, options, slugsFor, day: (document) => days[document], passes: (filter, document) => passes(filter, document) !== filter.excluded };
  }

  globalThis.hindsightQuery = { parse, makeSearcher, openFacets, nearest };
})();
