// Search over any page: a combobox whose choice moves through the results, as the ARIA pattern has it.
(function () {
  "use strict";

  const { ask, element, makeCards, problemText, searchingAll, settle, statusOf } = globalThis.hindsightView;
  const { root, load } = globalThis.hindsightSearchBox;
  const mostResults = 6;
  const mostPassages = 2;

  const pageUrl = (query, all) => root + "search.html?q=" + encodeURIComponent(query) + (all ? "&all=1" : "");

  function makeDialog() {
    const input = Object.assign(element("input"), { type: "search", id: "dialog-query", placeholder: "Symptoms, errors, services …", autocomplete: "off", spellcheck: false });
    const list = Object.assign(element("div", "dialog-results"), { id: "dialog-results" });
    const status = element("p", "dialog-status");
    status.setAttribute("role", "status");
    const everything = Object.assign(element("button", "", "Search all of them"), { type: "button", id: "dialog-all", hidden: true });
    const more = element("a", "dialog-more");
    const keys = element("p", "dialog-keys quiet", element("kbd", "", "↑"), element("kbd", "", "↓"), " to move ", element("kbd", "", "Enter"), " to open ", element("kbd", "", "Esc"), " to close");
    const dialog = Object.assign(element("dialog", "search-dialog", element("div", "dialog-head", input), status, everything, list, element("div", "dialog-foot", more, keys)), { id: "search-dialog" });
    dialog.setAttribute("aria-label", "Search incidents");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Results");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-label": "Search incidents" })) input.setAttribute(name, value);
    document.body.append(dialog);
    let options = [];
    let chosen = -1;
    let allFor; // the text for which all incidents are searched

    function choose(index) {
      options[chosen]?.setAttribute("aria-selected", "false");
      chosen = index;
      const option = options[chosen];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      return input.setAttribute("aria-activedescendant", option.id);
    }

    function show(cards) {
      list.replaceChildren(...cards.map(({ node }) => node));
      options = cards.flatMap(({ links }) => links);
      for (const { node } of cards) node.setAttribute("role", "group");
      cards.forEach(({ node, links }) => node.setAttribute("aria-label", links[0].textContent));
      options.forEach((option, i) => {
        option.id = "dialog-option-" + i;
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
      });
      input.setAttribute("aria-expanded", String(options.length > 0));
      choose(-1);
    }

    const update = settle(async (isCurrent) => {
      const text = input.value;
      const all = text === allFor;
      more.href = pageUrl(text, all);
      more.textContent = text.trim() ? "All results" : "The search page";
      if (!text.trim()) {
        status.textContent = "";
        everything.hidden = true;
        return show([]);
      }
      try {
        const search = await load();
        const { answer, results } = await ask(search, text, { all });
        const cards = await makeCards(search, answer, results.slice(0, mostResults), mostPassages);
        if (!isCurrent()) return undefined;
        status.textContent = statusOf(answer, results);
        everything.hidden = !answer.newest;
        return show(cards);
      } catch (error) {
        if (isCurrent()) status.textContent = problemText(error);
        return undefined;
      }
    });

    input.addEventListener("input", () => update(false));
    everything.addEventListener("click", () => {
      allFor = input.value;
      everything.hidden = true;
      status.textContent = searchingAll;
      input.focus();
      update(true);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // One place more than options: the input itself.
        const places = options.length + 1;
        choose(((chosen + 1 + step + places) % places) - 1);
      } else if (event.key === "Escape") {
        // Else a browser would only empty the field.
        event.preventDefault();
        dialog.close();
      } else if (event.key === "Enter") {
        event.preventDefault();
        const option = options[chosen] ?? (event.ctrlKey || event.metaKey ? undefined : more);
        if (!option) return;
        if (event.ctrlKey || event.metaKey || event.shiftKey) {
          option.dispatchEvent(new Event("click"));
          window.open(option.href, "_blank", "noopener");
        } else option.click();
      }
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || (event.target instanceof Element && event.target.closest("a") && !event.ctrlKey && !event.metaKey)) dialog.close();
    });
    return {
      open(text) {
        if (text) input.value = text;
        if (!dialog.open) dialog.showModal();
        input.focus();
        if (!text) input.select(); // the words of last time, to be kept or typed over
        update(true);
      },
    };
  }

  let dialog;
  globalThis.hindsightSearchDialog = {
    open(text) {
      dialog ??= makeDialog();
      dialog.open(text);
    },
  };
})();
