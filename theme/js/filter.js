// Filters and sorts a table. The facets are links to pages of their own; this makes them checkboxes that work on the list in
// place, with the state in the address. Within a facet any value will do, across facets all must hold. Of many rows only the
// first matching ones are in the page until somebody asks for more: laying out thousands takes a browser seconds.
(function () {
  "use strict";

  const table = document.querySelector("table[data-filter]");
  const filters = document.getElementById("filters");
  if (!table || !filters) return;

  const noun = table.dataset.filter;
  const body = table.tBodies[0];
  const source = globalThis.hindsightFilterRows.open(table);
  let sorting = null; // { key, direction }
  const firstShown = source.isSplit ? 50 : source.count > 100 ? 20 : source.count;
  const moreShown = source.isSplit ? 100 : 200;
  let limit = firstShown;
  const facets = new Map(); // name -> { title, options: Map(value -> { input, count, label }) }
  const words = document.getElementById("filter-text");
  const state = document.querySelector(".filter-state");
  const count = document.getElementById("filter-count");
  const chips = document.getElementById("filter-chips");
  const empty = document.getElementById("filter-empty");
  const pager = document.querySelector(".with-filters .pager");
  const more = document.createElement("button");

  function buildFacets() {
    for (const fieldset of filters.querySelectorAll("fieldset[data-facet]")) {
      const name = fieldset.dataset.facet;
      const options = new Map();
      for (const link of fieldset.querySelectorAll("a[data-value]")) {
        const input = document.createElement("input");
        input.type = "checkbox";
        input.name = name;
        input.value = link.dataset.value;
        const label = document.createElement("label");
        label.append(input, ...link.childNodes);
        link.replaceWith(label);
        options.set(input.value, {
          input,
          label: label.textContent.trim(),
          count: label.parentElement.querySelector(".facet-count"),
          number: Number(label.parentElement.querySelector(".facet-count").textContent),
        });
      }
      facets.set(name, { title: fieldset.querySelector("legend").textContent, options });
    }
  }

  function chosen() {
    const selection = new Map();
    for (const [name, facet] of facets) {
      const values = [...facet.options].filter(([, option]) => option.input.checked).map(([value]) => value);
      if (values.length > 0) selection.set(name, values);
    }
    return selection;
  }

  function searchTerms() {
    return words.value.toLowerCase().split(/\s+/).filter(Boolean);
  }

  /// The rows that match, in order; and, of each facet, how many rows have each set of values and fit all other facets.
  async function evaluate(selection, terms) {
    const columns = await source.columns([...facets.keys()]);
    const order = await orderOfRows();
    const texts = terms.length > 0 ? await source.texts() : null;
    const counts = new Map([...columns].map(([name, column]) => [name, new Uint32Array(column.sets.length)]));
    const tests = [...selection].map(([name, values]) => {
      const { ids, sets } = columns.get(name);
      return { name, ids, passes: sets.map((set) => values.some((value) => set.includes(value))) };
    });
    const matching = [];
    for (const row of order) {
      if (texts && !terms.every((term) => texts[row].includes(term))) continue;
      const failed = tests.filter(({ ids, passes }) => !passes[ids[row]]);
      if (failed.length > 1) continue;
      if (failed.length === 0) matching.push(row);
      for (const name of failed.length === 0 ? columns.keys() : [failed[0].name]) ++counts.get(name)[columns.get(name).ids[row]];
    }
    return { matching, columns, counts };
  }

  /// The rows' numbers as they are sorted; those in equal places keep the order of the list.
  async function orderOfRows() {
    const order = Array.from({ length: source.count }, (_, row) => row);
    if (!sorting) return order;
    const values = await source.sortValues(sorting.key);
    const { direction } = sorting;
    return order.sort((a, b) => {
      const [x, y] = [values[a], values[b]];
      return x < y ? -direction : x > y ? direction : a - b;
    });
  }

  let turn = 0;
  let before = null; // what the latest count is of

  async function update(writeAddress) {
    const mine = ++turn;
    const selection = chosen();
    const terms = searchTerms();
    const isFiltered = selection.size > 0 || terms.length > 0;
    if (writeAddress) remember(selection);
    updateChips(selection);
    state.hidden = !isFiltered;
    if (pager) pager.hidden = isFiltered || sorting !== null;
    if (source.isSplit && !isFiltered && !sorting) {
      showPage();
      return;
    }
    try {
      if (source.isSplit) count.textContent = before ?? "Loading …";
      const { matching, columns, counts } = await evaluate(selection, terms);
      const elements = await source.elements(matching.slice(0, limit));
      if (mine !== turn) return;
      show(elements, matching.length);
      showCounts(columns, counts);
      before = count.textContent = matching.length.toLocaleString("en") + " of " + source.count.toLocaleString("en") + " " + noun;
      showEmpty(matching.length === 0, selection, counts);
    } catch (error) {
      if (mine !== turn) return;
      state.hidden = false;
      count.textContent = /built anew/.test(error.message) ? "The site has been built anew. Please reload this page." : "The rows could not be loaded. Is the folder search/ there?";
    }
  }

  function show(elements, matching) {
    const isSame = elements.length === body.rows.length && elements.every((row, i) => row === body.rows[i]);
    if (!isSame) body.replaceChildren(...elements);
    more.hidden = matching <= limit;
    more.textContent = "Show " + Math.min(moreShown, matching - limit) + " more of " + (matching - limit).toLocaleString("en");
  }

  /// The page as it was written: the first rows of a split list.
  function showPage() {
    if (body.rows.length !== source.rows.length || source.rows.some((row, i) => row !== body.rows[i])) body.replaceChildren(...source.rows);
    more.hidden = true;
    empty.hidden = true;
    before = null;
    table.closest(".table-scroll").hidden = false;
    for (const facet of facets.values()) for (const option of facet.options.values()) showCount(option, option.number);
  }

  function showCount(option, number) {
    if (option.shown === number) return;
    option.shown = number;
    option.count.textContent = String(number);
    option.input.closest("li").classList.toggle("without-results", number === 0);
  }

  // Beside each value: how many rows it would show together with the other facets.
  function showCounts(columns, counts) {
    for (const [name, facet] of facets) {
      const { sets } = columns.get(name);
      const numbers = new Map();
      sets.forEach((set, id) => {
        for (const value of set) numbers.set(value, (numbers.get(value) || 0) + counts.get(name)[id]);
      });
      for (const [value, option] of facet.options) showCount(option, numbers.get(value) || 0);
    }
  }

  function button(text, label, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    if (label) element.setAttribute("aria-label", label);
    element.addEventListener("click", action);
    return element;
  }

  function updateChips(selection) {
    chips.replaceChildren();
    for (const [name, values] of selection) {
      for (const value of values) {
        const option = facets.get(name).options.get(value);
        const item = document.createElement("li");
        item.append(
          button(option.label + " ×", "Remove filter " + option.label, () => {
            option.input.checked = false;
            update(true);
          }),
        );
        chips.append(item);
      }
    }
    if (words.value.trim()) {
      const item = document.createElement("li");
      item.append(
        button("“" + words.value.trim() + "” ×", "Remove the words", () => {
          words.value = "";
          update(true);
        }),
      );
      chips.append(item);
    }
  }

  // Nothing matches: say which filter to drop, and what that would give.
  function showEmpty(isEmpty, selection, counts) {
    empty.hidden = !isEmpty;
    table.closest(".table-scroll").hidden = isEmpty;
    empty.replaceChildren();
    if (!isEmpty) return;
    const text = document.createElement("p");
    text.textContent = "None of the " + noun + " matches all of these.";
    const list = document.createElement("ul");
    list.className = "chips";
    for (const name of selection.keys()) {
      const number = counts.get(name).reduce((sum, rows) => sum + rows, 0);
      if (number === 0) continue;
      const facet = facets.get(name);
      const item = document.createElement("li");
      item.append(
        button("Without " + facet.title.toLowerCase() + ": " + number.toLocaleString("en"), null, () => {
          for (const option of facet.options.values()) option.input.checked = false;
          update(true);
        }),
      );
      list.append(item);
    }
    empty.append(text, list);
  }

  function setUpSorting() {
    for (const header of table.querySelectorAll("th[data-sort]")) {
      const first = header.dataset.sortFirst === "ascending" ? 1 : -1;
      const control = document.createElement("button");
      control.type = "button";
      control.className = "sort";
      control.append(...header.childNodes);
      header.append(control);
      control.addEventListener("click", () => {
        const again = sorting && sorting.key === header.dataset.sort;
        if (again && sorting.direction !== first) sorting = null;
        else sorting = { key: header.dataset.sort, direction: again ? -first : first };
        limit = firstShown;
        showSorting();
        update(true);
      });
    }
  }

  function showSorting() {
    for (const header of table.querySelectorAll("th[data-sort]")) {
      if (sorting && header.dataset.sort === sorting.key) header.setAttribute("aria-sort", sorting.direction > 0 ? "ascending" : "descending");
      else header.removeAttribute("aria-sort");
    }
  }

  function remember(selection) {
    const query = new URLSearchParams();
    for (const [name, values] of selection) for (const value of values) query.append(name, value);
    if (words.value.trim()) query.set("q", words.value.trim());
    if (sorting) query.set("sort", (sorting.direction < 0 ? "-" : "") + sorting.key);
    const text = query.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    for (const [name, facet] of facets) {
      const values = query.getAll(name);
      for (const [value, option] of facet.options) option.input.checked = values.includes(value);
    }
    words.value = query.get("q") || "";
    const sort = /^(-?)([a-z-]+)$/.exec(query.get("sort") || "");
    const known = sort && table.querySelector('th[data-sort="' + sort[2] + '"]');
    if (known || sorting) {
      sorting = known ? { key: sort[2], direction: sort[1] ? -1 : 1 } : null;
      showSorting();
    }
    update(false);
  }

  function clear() {
    for (const facet of facets.values()) for (const option of facet.options.values()) option.input.checked = false;
    words.value = "";
    update(true);
    words.focus();
  }

  more.type = "button";
  more.className = "show-more";
  more.addEventListener("click", () => {
    limit += moreShown;
    update(false);
  });
  table.closest(".table-scroll").after(more);
  buildFacets();
  setUpSorting();
  words.closest("p").hidden = false;
  filters.addEventListener("change", () => {
    limit = firstShown;
    update(true);
  });
  let timer = 0;
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      limit = firstShown;
      update(true);
    }, 120);
  });
  document.getElementById("filter-clear").addEventListener("click", clear);
  window.addEventListener("popstate", restore);
  restore();
  if (window.matchMedia("(max-width: 63.99em)").matches) filters.querySelector("details").open = false;
})();
