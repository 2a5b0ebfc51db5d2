// Filters and sorts a table. The facets are links to pages of their own; this makes them checkboxes that work on the table in
// place, with the state in the address. Within a facet any value will do, across facets all must hold. Of a long table only
// the first matching rows are in the page until somebody asks for more: laying out thousands takes a browser seconds.
(function () {
  "use strict";

  const table = document.querySelector("table[data-filter]");
  const filters = document.getElementById("filters");
  if (!table || !filters) return;

  const noun = table.dataset.filter;
  const body = table.tBodies[0];
  let sorting = null; // { key, direction }
  const rows = Array.from(body.rows, (row, position) => ({
    element: row,
    position,
    text: row.querySelector("th").textContent.toLowerCase(),
    values: new Map(),
  }));
  const firstShown = rows.length > 100 ? 20 : rows.length;
  const moreShown = 200;
  let limit = firstShown;
  const facets = new Map(); // name -> { title, options: Map(value -> { input, count, label }) }
  const words = document.getElementById("filter-text");
  const state = document.querySelector(".filter-state");
  const count = document.getElementById("filter-count");
  const chips = document.getElementById("filter-chips");
  const empty = document.getElementById("filter-empty");
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
        });
      }
      facets.set(name, { title: fieldset.querySelector("legend").textContent, options });
      for (const row of rows) {
        row.values.set(name, new Set((row.element.getAttribute("data-" + name) || "").split(" ").filter(Boolean)));
      }
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

  function matches(row, selection, terms, ignoredFacet) {
    if (!terms.every((term) => row.text.includes(term))) return false;
    for (const [name, values] of selection) {
      if (name === ignoredFacet) continue;
      const own = row.values.get(name);
      if (!values.some((value) => own.has(value))) return false;
    }
    return true;
  }

  function searchTerms() {
    return words.value.toLowerCase().split(/\s+/).filter(Boolean);
  }

  function update(writeAddress) {
    const selection = chosen();
    const terms = searchTerms();
    const matching = rows.filter((row) => matches(row, selection, terms, null));
    const shown = matching.length;
    const wanted = matching.slice(0, limit).map((row) => row.element);
    const isSame = wanted.length === body.rows.length && wanted.every((row, i) => row === body.rows[i]);
    if (!isSame) body.replaceChildren(...wanted);
    more.hidden = shown <= limit;
    more.textContent = "Show " + Math.min(moreShown, shown - limit) + " more of " + (shown - limit);
    updateCounts(selection, terms);
    updateChips(selection);
    const filtered = selection.size > 0 || terms.length > 0;
    state.hidden = !filtered;
    count.textContent = shown + " of " + rows.length + " " + noun;
    showEmpty(shown === 0, selection, terms);
    if (writeAddress) remember(selection);
  }

  // Beside each value: how many incidents it would show together with the other facets.
  function updateCounts(selection, terms) {
    for (const [name, facet] of facets) {
      const counts = new Map();
      for (const row of rows) {
        if (!matches(row, selection, terms, name)) continue;
        for (const value of row.values.get(name)) counts.set(value, (counts.get(value) || 0) + 1);
      }
      for (const [value, option] of facet.options) {
        const number = counts.get(value) || 0;
        if (option.number === number) continue;
        option.number = number;
        option.count.textContent = String(number);
        option.input.closest("li").classList.toggle("without-results", number === 0);
      }
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
  function showEmpty(isEmpty, selection, terms) {
    empty.hidden = !isEmpty;
    table.closest(".table-scroll").hidden = isEmpty;
    empty.replaceChildren();
    if (!isEmpty) return;
    const text = document.createElement("p");
    text.textContent = "None of the " + noun + " matches all of these.";
    const list = document.createElement("ul");
    list.className = "chips";
    for (const name of selection.keys()) {
      const number = rows.filter((row) => matches(row, selection, terms, name)).length;
      if (number === 0) continue;
      const facet = facets.get(name);
      const item = document.createElement("li");
      item.append(
        button("Without " + facet.title.toLowerCase() + ": " + number, null, () => {
          for (const option of facet.options.values()) option.input.checked = false;
          update(true);
        }),
      );
      list.append(item);
    }
    empty.append(text, list);
  }

  // Moves the rows; those in equal places keep the order of the page.
  function sortRows() {
    const key = sorting && "data-" + sorting.key;
    const valueOf = (row) => {
      const text = row.element.getAttribute(key) || "";
      return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
    };
    const values = sorting ? new Map(rows.map((row) => [row, valueOf(row)])) : null;
    rows.sort((a, b) => {
      if (!sorting) return a.position - b.position;
      const [x, y] = [values.get(a), values.get(b)];
      const order = x < y ? -1 : x > y ? 1 : 0;
      return order === 0 ? a.position - b.position : order * sorting.direction;
    });
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
        sortRows();
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
      sortRows();
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
    timer = setTimeout(() => update(true), 120);
  });
  document.getElementById("filter-clear").addEventListener("click", clear);
  window.addEventListener("popstate", restore);
  restore();
  if (window.matchMedia("(max-width: 63.99em)").matches) filters.querySelector("details").open = false;
})();
