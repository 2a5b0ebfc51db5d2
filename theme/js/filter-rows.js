// The rows that are filtered: those of a table, or, of a list that is split into pages, rows that are loaded when the filter
// is first used. Rows are numbers, in the order of the list.
(function () {
  "use strict";

  /// Numbers to sort by; as texts if one is none.
  function comparable(values) {
    const isNumber = (text) => text !== "" && Number.isFinite(Number(text));
    return values.every(isNumber) ? values.map(Number) : values;
  }

  /// What a row is searched by: its heading's words.
  const wordsOf = (row) => row.querySelector("th").textContent.toLowerCase();

  function columnOf(texts) {
    const sets = [...new Set(texts)];
    const numbers = new Map(sets.map((text, number) => [text, number]));
    return { sets: sets.map((text) => text.split(" ").filter(Boolean)), ids: Uint32Array.from(texts, (text) => numbers.get(text)) };
  }

  function fromTable(table) {
    const rows = [...table.tBodies[0].rows];
    const values = (name) => rows.map((row) => row.getAttribute("data-" + name) || "");
    const texts = rows.map(wordsOf);
    return {
      count: rows.length,
      isSplit: false,
      rows,
      columns: (names) => new Map(names.map((name) => [name, columnOf(values(name))])),
      texts: () => texts,
      sortValues: (name) => comparable(values(name)),
      elements: (numbers) => numbers.map((number) => rows[number]),
    };
  }

  const piecesAtOnce = 8;
  const svg = "http://www.w3.org/2000/svg";

  /// The element that a value of a piece means.
  function make(value, namespace) {
    if (typeof value === "string") return document.createTextNode(value);
    const [name, attributes, ...children] = value;
    const own = name === "svg" ? svg : namespace;
    const element = own ? document.createElementNS(own, name) : document.createElement(name);
    for (const [attribute, text] of Object.entries(attributes)) element.setAttribute(attribute, text);
    element.append(...children.map((child) => make(child, own)));
    return element;
  }

  const textIn = (value) => (typeof value === "string" ? value : value.slice(2).map(textIn).join(""));

  function fromData(table) {
    const { pieces, rowOrder } = table.dataset;
    const count = Number(table.dataset.rows);
    const rowsInPiece = Number(table.dataset.pieceRows);
    const { loadScript, root } = globalThis.hindsightSearchBox;
    const { open, readColumn, readDays, yearsOf } = globalThis.hindsightData;
    const piece = open((name) => loadScript(root + "search/" + name + ".js"));
    const made = new Map([...table.tBodies[0].rows].entries()); // the first are in the page already
    const data = (name) => piece(pieces + "-" + name, 0);
    const inOrder = (values) => {
      if (values.length !== count) throw new Error("the site has been built anew");
      return rowOrder === "reversed" ? values.slice().reverse() : values;
    };

    async function column(name) {
      const read = name === "year" ? yearsOf(readDays(await data("days"))) : readColumn(await data(name));
      return { sets: read.sets, ids: inOrder(read.ids) };
    }

    async function element(number) {
      if (!made.has(number)) {
        const place = rowOrder === "reversed" ? count - 1 - number : number;
        const rows = await piece(pieces + "-rows", Math.floor(place / rowsInPiece));
        made.set(number, make(rows[place % rowsInPiece]));
      }
      return made.get(number);
    }

    /// Asks for all rows there are, some pieces at a time.
    async function texts() {
      const found = [];
      const last = Math.ceil(count / rowsInPiece);
      for (let first = 0; first < last; first += piecesAtOnce) {
        const numbers = Array.from({ length: Math.min(piecesAtOnce, last - first) }, (_, i) => first + i);
        const loaded = await Promise.all(numbers.map((number) => piece(pieces + "-rows", number)));
        found.push(...loaded.flat().map((row) => textIn(row.find((cell) => cell[0] === "th")).toLowerCase()));
      }
      return inOrder(found);
    }

    const columns = new Map();
    const sorted = new Map();
    let words;
    const kept = (map, name, load) => {
      if (!map.has(name)) map.set(name, load(name).catch((error) => (map.delete(name), Promise.reject(error))));
      return map.get(name);
    };
    return {
      count,
      isSplit: true,
      rows: [...made.values()],
      columns: async (names) => new Map(await Promise.all(names.map(async (name) => [name, await kept(columns, name, column)]))),
      texts: () => {
        words ??= texts();
        words.catch(() => (words = undefined));
        return words;
      },
      sortValues: (name) => kept(sorted, name, async () => inOrder(await data(name))),
      elements: (numbers) => Promise.all(numbers.map(element)),
    };
  }

  /// { count, isSplit, rows: those in the page, columns(names), texts(), sortValues(name), elements(numbers) }; what functions
  /// give is awaited.
  globalThis.hindsightFilterRows = { open: (table) => (table.dataset.pieces && table.dataset.rows ? fromData(table) : fromTable(table)) };
})();
