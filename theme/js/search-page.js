// search.html: results with facets, all of it in the address.
(function () {
  "use strict";

  const { ask, element, makeCards, problemText, searchingAll, settle, statusOf } = globalThis.hindsightView;
  const { load } = globalThis.hindsightSearchBox;
  const mostResults = 10;
  const mostPassages = 3;

  const facetTitles = new Map([["severity", "Severity"], ["service", "Service"], ["trigger", "Trigger"], ["root-cause", "Root cause"], ["year", "Year"], ["state", "Status"]]);
  const mostOptions = 8;
  const countedUpTo = new Map([["severity", 50000], ["service", 20000], ["trigger", 20000], ["root-cause", 20000]]); // documents

  function setUpPage() {
    const form = document.querySelector(".search-form");
    const input = form.elements.q;
    const parts = Object.fromEntries(["page", "facets", "status", "tools", "results", "more", "start"].map((name) => [name, document.getElementById("search-" + name)]));
    const unfolded = new Set();
    const opened = new Set();
    const pageTitle = document.title;
    let shown = mostResults;
    let state = readState();

    function readState() {
      const parameters = new URLSearchParams(location.search);
      return {
        text: parameters.get("q") ?? "",
        all: parameters.has("all"), // incidents are searched, even for words that very many have
        sort: parameters.get("sort") === "newest" ? "newest" : "relevance",
        facets: new Map([...facetTitles.keys()].map((name) => [name, new Set(parameters.getAll(name))])),
      };
    }

    function writeState(isNew) {
      const parameters = new URLSearchParams();
      if (state.text) parameters.set("q", state.text);
      if (state.all) parameters.set("all", "1");
      for (const [name, slugs] of state.facets) for (const slug of slugs) parameters.append(name, slug);
      if (state.sort === "newest") parameters.set("sort", "newest");
      const query = parameters.toString();
      history[isNew ? "pushState" : "replaceState"](null, "", location.pathname + (query ? "?" + query : ""));
    }

    const hasChoice = () => [...state.facets.values()].some((slugs) => slugs.size > 0);
    const fits = (facets, document, without) => [...state.facets].every(([name, slugs]) => name === without || slugs.size === 0 || facets.values(name, document).some((slug) => slugs.has(slug)));

    /// The facets to count: what documents have weighs something, so most of those of large sites are loaded when they are opened.
    function facetsIn(documents) {
      return [...facetTitles.keys()].filter((name) => documents <= (countedUpTo.get(name) ?? Infinity) || opened.has(name) || state.facets.get(name).size > 0);
    }

    function closedGroup(name, title) {
      const button = Object.assign(element("button", "show-all", "Show"), { type: "button", id: "facet-" + name });
      button.setAttribute("aria-label", "Show " + title.toLowerCase());
      button.addEventListener("click", () => {
        opened.add(name);
        changed(false);
      });
      return element("fieldset", "", element("legend", "", title), button);
    }

    function toggle(name, slug) {
      const slugs = state.facets.get(name);
      if (!slugs.delete(slug)) slugs.add(slug);
      changed(true);
    }

    function showFacets(facets, results, documents) {
      const groups = [];
      const loaded = facetsIn(documents);
      for (const [name, title] of facetTitles) {
        if (!loaded.includes(name)) {
          groups.push(closedGroup(name, title));
          continue;
        }
        const counts = new Map();
        for (const { document } of results) if (fits(facets, document, name)) for (const slug of facets.values(name, document)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
        const chosen = state.facets.get(name);
        const options = facets.options(name).filter(([slug]) => counts.has(slug) || chosen.has(slug));
        if (options.length === 0) continue;
        if (name !== "severity" && name !== "year") options.sort((a, b) => (counts.get(b[0]) ?? 0) - (counts.get(a[0]) ?? 0));
        groups.push(facetGroup(name, title, options, counts, chosen));
      }
      const focused = document.activeElement?.id;
      parts.facets.replaceChildren(...groups);
      // A button that opened its facet is gone: the first of its boxes stands there now.
      if (focused && focused.startsWith("facet-")) (document.getElementById(focused) ?? parts.facets.querySelector(`[id^="${focused}-"]`))?.focus();
    }

    function facetGroup(name, title, options, counts, chosen) {
      const list = element("ul");
      const visible = unfolded.has(name) ? options : options.filter(([slug], i) => i < mostOptions || chosen.has(slug));
      for (const [slug, label] of visible) {
        const box = Object.assign(element("input"), { type: "checkbox", id: "facet-" + name + "-" + slug, checked: chosen.has(slug) });
        box.addEventListener("change", () => toggle(name, slug));
        const text = Object.assign(element("label", "", box, " " + label), { htmlFor: box.id });
        list.append(element("li", "", text, " ", element("span", "facet-count", String(counts.get(slug) ?? 0))));
      }
      const group = element("fieldset", "", element("legend", "", title), list);
      if (visible.length < options.length) {
        const all = Object.assign(element("button", "show-all", "All " + options.length), { type: "button" });
        all.addEventListener("click", () => {
          unfolded.add(name);
          changed(false);
        });
        group.append(all);
      }
      return group;
    }

    /// Leads from an answer about the newest incidents to one about all; others need none.
    function allButtons(answer) {
      if (!answer.newest) return [];
      const button = Object.assign(element("button", "", "Search all of them"), { type: "button", id: "search-all" });
      button.addEventListener("click", () => {
        state.all = true;
        parts.status.textContent = searchingAll;
        changed(true);
      });
      return [button];
    }

    function showTools(facets, answer) {
      const chips = [];
      for (const [name, slugs] of state.facets) {
        for (const slug of slugs) {
          const label = facets.options(name).find(([other]) => other === slug)?.[1] ?? slug;
          const chip = Object.assign(element("button", "chip", label + " ×"), { type: "button" });
          chip.setAttribute("aria-label", "Remove the filter " + label);
          chip.addEventListener("click", () => toggle(name, slug));
          chips.push(chip);
        }
      }
      if (chips.length > 0) {
        const clear = Object.assign(element("button", "", "Clear all"), { type: "button" });
        clear.addEventListener("click", () => {
          for (const slugs of state.facets.values()) slugs.clear();
          changed(true);
        });
        chips.push(clear);
      }
      const sort = Object.assign(element("button", "sort", state.sort === "newest" ? "Sort by relevance" : "Sort by date"), { type: "button" });
      sort.addEventListener("click", () => {
        state.sort = state.sort === "newest" ? "relevance" : "newest";
        changed(true);
      });
      const hadFocus = parts.tools.contains(document.activeElement);
      parts.tools.replaceChildren(...allButtons(answer), ...chips, sort);
      if (hadFocus) sort.focus();
      parts.tools.hidden = false;
    }

    /// Nothing is left: which filter is in the way, and how many there would be without it.
    function showWay(facets, answer) {
      const ways = [];
      for (const [name, slugs] of state.facets) {
        if (slugs.size === 0) continue;
        const count = answer.results.filter(({ document }) => fits(facets, document, name)).length;
        const button = Object.assign(element("button", "", "Without " + facetTitles.get(name).toLowerCase() + ": " + count), { type: "button" });
        button.addEventListener("click", () => {
          slugs.clear();
          changed(true);
        });
        if (count > 0) ways.push(element("li", "", button));
      }
      parts.results.replaceChildren(...ways);
      parts.start.hidden = false;
    }

    const update = settle(async (isCurrent) => {
      const isEmpty = !state.text.trim() && !hasChoice();
      parts.page.hidden = isEmpty;
      parts.start.hidden = !isEmpty;
      document.title = (state.text.trim() ? state.text.trim() + " · " : "") + pageTitle;
      if (isEmpty) return;
      try {
        const search = await load();
        const facets = await search.facets(facetsIn(search.index.manifest.documents));
        const { answer, results } = await ask(search, state.text, { all: state.all, fits: ({ document }) => fits(facets, document) });
        if (state.sort === "newest") results.sort((a, b) => b.document - a.document);
        const cards = await makeCards(search, answer, results.slice(0, shown), mostPassages);
        if (!isCurrent()) return;
        parts.status.textContent = statusOf(answer, results);
        parts.results.replaceChildren(...cards.map(({ node }) => element("li", "", node)));
        parts.more.hidden = results.length <= shown;
        showFacets(facets, answer.results, search.index.manifest.documents);
        showTools(facets, answer);
        if (results.length === 0) showWay(facets, answer);
      } catch (error) {
        if (isCurrent()) parts.status.textContent = problemText(error);
      }
    });

    function changed(isNew) {
      shown = mostResults;
      writeState(isNew);
      update(true);
    }

    form.hidden = false;
    if (window.matchMedia("(max-width: 63.99em)").matches) parts.facets.closest("details").open = false;
    input.value = state.text;
    input.addEventListener("input", () => {
      state.text = input.value;
      state.all = false;
      shown = mostResults;
      writeState(false);
      update(false);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      state.text = input.value;
      changed(true);
    });
    parts.more.addEventListener("click", () => {
      shown += 2 * mostResults;
      update(true);
    });
    // Arrows lead from the query through the results and back.
    document.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [input, ...parts.results.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (!step || at < 0 || !stops[at + step]) return;
      event.preventDefault();
      stops[at + step].focus();
    });
    addEventListener("popstate", () => {
      state = readState();
      input.value = state.text;
      update(true);
    });
    update(true);
    if (!state.text) input.focus();
  }

  setUpPage();
})();
