// Puts the pieces of the search index together. A query needs few of its terms; from these pieces comes a real lunr.Index,
// and lunr searches it: documents, scores and order are those of the whole index. Knows no page.
(function () {
  "use strict";

  /// An index whose pieces `load(name)` brings: a promise that is kept when the script "search/<name>.js" has run.
  async function open(lunr, load) {
    const piece = globalThis.hindsightData.open(load);
    const manifest = await piece("manifest", 0);
    const { fields } = manifest;
    const pipeline = lunr.Pipeline.load(manifest.pipeline);
    const rows = new Map(); // term → [term, number, postings of each field …, older parts of them if it is cut]
    const loadedShards = new Map(); // shard → its rows

    /// A piece that fits this index only.
    async function part(kind, number) {
      const { version, value } = await piece(kind, number);
      if (version !== manifest.version) throw new Error("the site has been built anew");
      return value;
    }

    async function shard(number) {
      if (!loadedShards.has(number)) {
        const list = await part("terms", number);
        for (const row of list) rows.set(row[0], row);
        loadedShards.set(number, list);
      }
      return loadedShards.get(number);
    }

    /// The shard where a term is, if it is anywhere.
    function shardOf(term) {
      let low = 0;
      let high = manifest.terms.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (manifest.terms[middle] <= term) low = middle;
        else high = middle;
      }
      return low;
    }

    /// The shards that hold terms with this beginning.
    function shardsWith(prefix) {
      if (manifest.terms.length === 0) return [];
      const shards = [shardOf(prefix)];
      for (let next = shards[0] + 1; next < manifest.terms.length && manifest.terms[next].startsWith(prefix); ++next) shards.push(next);
      return shards;
    }

    const loadTerms = (terms) => Promise.all([...new Set(terms.map(shardOf))].map(shard));

    let vocabulary;
    function allTerms() {
      vocabulary ??= Promise.all(manifest.vocabulary.map((_, number) => part("vocabulary", number))).then((parts) =>
        parts.flatMap((text) => text.split("\n")),
      );
      vocabulary.catch(() => (vocabulary = undefined));
      return vocabulary;
    }

    const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    const wildcard = (pattern) => new RegExp("^" + pattern.split("*").map(escaped).join("[^]*") + "$");

    /// The terms that a clause's pattern means.
    async function expand(pattern, clause) {
      if (manifest.terms.length === 0) return [];
      if ("editDistance" in clause) {
        const near = (await allTerms()).filter((term) => isNear(term, pattern, 2 * clause.editDistance));
        const terms = lunr.TokenSet.fromArray(near).intersect(lunr.TokenSet.fromFuzzyString(pattern, clause.editDistance)).toArray();
        await loadTerms(terms);
        return terms;
      }
      const star = pattern.indexOf("*");
      if (star === 0) {
        const form = wildcard(pattern);
        const terms = (await allTerms()).filter((term) => form.test(term));
        await loadTerms(terms);
        return terms;
      }
      if (star > 0) {
        const form = wildcard(pattern);
        const lists = await Promise.all(shardsWith(pattern.slice(0, star)).map(shard));
        return lists.flatMap((list) => list.map((row) => row[0]).filter((term) => form.test(term)));
      }
      await shard(shardOf(pattern));
      return rows.has(pattern) ? [pattern] : [];
    }

    /// A row whose older postings are in parts of their own: [number of the first, end of it, end of the next, …], where
    /// an end is the document behind the last.
    const partsOf = (row) => row[2 + fields.length];

    /// The first document whose postings are in the row itself.
    const firstKept = (term) => partsOf(rows.get(term) ?? [])?.at(-1) ?? 0;

    /// The first document from which on a scope needs no more than `most` of these terms' parts.
    function firstWithin(terms, scope, most) {
      const ends = [...new Set(terms)].flatMap((term) => {
        const parts = partsOf(rows.get(term) ?? []);
        return neededParts(parts, scope).map((i) => parts[1 + i]);
      });
      return ends.sort((a, b) => b - a)[most] ?? 0;
    }

    /// Which of a row's parts a scope needs, if there is one.
    function neededParts([, ...ends] = [], scope) {
      return [...ends.keys()].filter((i) => !scope || scope.subarray(ends[i - 1] ?? 0, ends[i]).includes(1));
    }

    /// A row's postings as [postings of each field …] lists, the oldest first; of older parts those that `scope` needs.
    async function listsOf(row, scope) {
      const parts = partsOf(row);
      const older = neededParts(parts, scope).map((i) => part("common", parts[0] + i));
      return [...(await Promise.all(older)), row.slice(2, 2 + fields.length)];
    }

    /// Calls visit(document, thousandths) for the postings of one field that `scope` has.
    function visitPostings(lists, at, scope, visit) {
      for (const fieldLists of lists) {
        const list = fieldLists[at];
        for (let i = 0, number = 0; i < list.length; i += 2) {
          number += list[i];
          if (!scope || scope[number] === 1) visit(number, list[i + 1]);
        }
      }
    }

    /// A term's entry in lunr's inverted index; a whole one is kept, because terms return with every key.
    const postings = new Map();
    const noMetadata = {};
    function postingOf({ row, lists }, scope) {
      if (!scope && postings.has(row)) return postings.get(row);
      const posting = Object.create(null);
      posting._index = row[1];
      fields.forEach((field, at) => {
        const documents = (posting[field] = Object.create(null));
        visitPostings(lists, at, scope, (number) => (documents[number] = noMetadata));
      });
      if (!scope) postings.set(row, posting);
      return posting;
    }

    /// The field vectors of the documents that have any of these terms, with these terms alone: a score is the product of
    /// a query's vector and a document's, divided by the query's length, so other terms do not matter to it.
    function vectorsOf(used, scope, everyDocument) {
      const vectors = Object.create(null);
      if (everyDocument) {
        for (let number = 0; number < manifest.documents; ++number) {
          if (!scope || scope[number] === 1) for (const field of fields) vectors[field + "/" + number] = new lunr.Vector();
        }
      }
      for (const { row, lists } of [...used].sort((a, b) => a.row[1] - b.row[1])) {
        fields.forEach((field, at) => {
          visitPostings(lists, at, scope, (number, score) => {
            const vector = (vectors[field + "/" + number] ??= new lunr.Vector());
            vector.elements.push(row[1], score / 1000);
          });
        });
      }
      return vectors;
    }

    /// lunr's Index.query: `fill` gets a lunr.Query, twice. `scope`: 1 for each document that may be found, if not all may;
    /// only the parts that these need are loaded.
    async function query(fill, scope) {
      const draft = new lunr.Query(fields);
      fill.call(draft, draft);
      const patterns = draft.clauses.flatMap((clause) => {
        const terms = clause.usePipeline ? pipeline.runString(clause.term, { fields: clause.fields }) : [clause.term];
        return terms.map((term) => expand(term, clause));
      });
      const terms = [...new Set((await Promise.all(patterns)).flat())].sort((a, b) => (a < b ? -1 : 1));
      const used = await Promise.all(terms.map(async (term) => ({ row: rows.get(term), lists: await listsOf(rows.get(term), scope) })));
      const inverted = Object.create(null);
      for (const entry of used) inverted[entry.row[0]] = postingOf(entry, scope);
      const index = new lunr.Index({
        fields,
        pipeline,
        invertedIndex: inverted,
        fieldVectors: vectorsOf(used, scope, draft.isNegated()),
        tokenSet: lunr.TokenSet.fromArray(terms),
      });
      return index.query(fill).map(({ ref, score, matchData }) => ({ document: Number(ref), score, metadata: matchData.metadata }));
    }

    /// lunr's Index.search, with lunr's query language.
    function search(text) {
      return query((draft) => new lunr.QueryParser(text, draft).parse());
    }

    /// How many postings a term has, at least: documents, counted once a field. Those in older parts are not counted.
    function frequency(term) {
      return fields.reduce((sum, _, at) => sum + (rows.get(term)?.[2 + at].length ?? 0) / 2, 0);
    }

    /// Adds the documents to a scope that have a term, in one field or any. The term must not be cut.
    function mark(scope, term, field) {
      const lists = [rows.get(term).slice(2)];
      fields.forEach((name, at) => {
        if (field === undefined || field === name) visitPostings(lists, at, undefined, (number) => (scope[number] = 1));
      });
    }

    /// The terms with this beginning; undefined if they are spread over more than `most` shards.
    function beginningWith(prefix, most) {
      const shards = shardsWith(prefix);
      return shards.length > most ? Promise.resolve(undefined) : expand(prefix + "*", {});
    }

    /// The term that a word is found by, if any document has it.
    async function termOf(word) {
      const [term] = pipeline.runString(word, {});
      return (await expand(term, {}))[0];
    }

    return { manifest, query, search, expand, beginningWith, frequency, firstKept, firstWithin, mark, termOf, piece };
  }

  /// Whether single-character edits, at most `limit`, lead from one word to the other; * in `pattern` is any character.
  function isNear(word, pattern, limit) {
    if (Math.abs(word.length - pattern.length) > limit) return false;
    let row = Array.from({ length: pattern.length + 1 }, (_, i) => i);
    for (let i = 1; i <= word.length; ++i) {
      const next = [i];
      let best = i;
      for (let j = 1; j <= pattern.length; ++j) {
        const same = pattern[j - 1] === word[i - 1] || pattern[j - 1] === "*";
        next[j] = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, next[j - 1] + 1);
        best = Math.min(best, next[j]);
      }
      if (best > limit) return false;
      row = next;
    }
    return row[pattern.length] <= limit;
  }

  globalThis.hindsightSearch = { open, isNear };
})();
