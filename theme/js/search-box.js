// What every page has of search: keys that open it, and marks on the words that a reader came for. The rest is loaded on
// first use.
(function () {
  "use strict";

  const form = document.querySelector(".site-search");
  if (!form) return;
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  const store = (name) => {
    try {
      return globalThis[name];
    } catch {
      return undefined; // storage may be switched off
    }
  };
  const keysAreOn = () => store("localStorage")?.getItem("hindsight-keys") !== "off";

  // Scripts come from this site only, whatever asks for one.
  const policy = globalThis.trustedTypes?.createPolicy("hindsight-search", {
    createScriptURL(url) {
      if (url.startsWith(root) && /^(assets|search)\/[\w.-]+\.js$/.test(url.slice(root.length))) return url;
      throw new TypeError("not a script of this site: " + url);
    },
  });

  function loadScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const url = new URL(path, document.baseURI).href;
      script.src = policy ? policy.createScriptURL(url) : url;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error("could not load " + path));
      document.head.append(script);
    });
  }

  /// A promise of `make()`, made once, and anew after a failure.
  function once(make) {
    let promise;
    return () => {
      promise ??= make();
      promise.catch(() => (promise = undefined));
      return promise;
    };
  }

  const loadScripts = once(async () => {
    for (const path of form.dataset.scripts.split(" ")) await loadScript(path);
  });

  /// The search itself: { lunr, index, searcher }.
  const load = once(async () => {
    await loadScripts();
    const { lunr } = globalThis;
    const index = await globalThis.hindsightSearch.open(lunr, (name) => loadScript(root + "search/" + name + ".js"));
    const { makeSearcher, openFacets } = globalThis.hindsightQuery;
    return { lunr, index, searcher: makeSearcher(lunr, index), facets: openFacets(index.piece) };
  });

  const box = form.elements.q;

  let isOpening = false;

  /// Opens the dialog; what is typed before it is there is not lost, because the box has the focus until then.
  async function openSearch() {
    const field = document.getElementById("search-query");
    if (field && !field.closest("[hidden]")) {
      field.focus();
      field.select();
      return;
    }
    box.focus();
    if (isOpening) return;
    isOpening = true;
    try {
      await loadScripts();
      const text = box.value;
      box.value = "";
      globalThis.hindsightSearchDialog.open(text);
    } catch {
      // Without the scripts the box is a form that leads to the search page.
    }
    isOpening = false;
  }

  function isTyping(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      openSearch();
    } else if (keysAreOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
      if (event.key === "/") {
        event.preventDefault();
        openSearch();
      } else if (event.key === "?") openHelp();
    }
  });
  box.addEventListener("focus", () => load().catch(() => {}));
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
    openSearch();
  });
  box.addEventListener("input", openSearch);
  // Readers who are lost most likely want what their address names.
  if (document.getElementById("page-not-found")) {
    const name = location.pathname.split("/").pop().replace(/\.html$/, "");
    box.value = name === "404" ? "" : name.replace(/%[0-9a-f]{2}|[-_.]+/gi, " ").trim();
  }
  form.querySelector(".search-hint").hidden = !keysAreOn() || matchMedia("(hover: none)").matches;

  /// The keys, and the switch that WCAG 2.1.4 asks for.
  function openHelp() {
    let dialog = document.getElementById("keys-dialog");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.id = "keys-dialog";
      dialog.className = "keys-dialog";
      dialog.setAttribute("aria-labelledby", "keys-title");
      const title = document.createElement("h2");
      title.id = "keys-title";
      title.textContent = "Keys";
      const list = document.createElement("dl");
      const rows = [[["Ctrl K", "⌘ K"], "search, anywhere"], [["/"], "search"], [["?"], "these keys"], [["↑", "↓"], "move among results, rows and points of charts"], [["Enter"], "open"], [["Ctrl Enter"], "open in a new tab"], [["Esc"], "close; take marks away"]];
      for (const [keys, meaning] of rows) {
        const term = document.createElement("dt");
        for (const key of keys) term.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
        list.append(term, Object.assign(document.createElement("dd"), { textContent: meaning }));
      }
      const toggle = Object.assign(document.createElement("input"), { type: "checkbox", checked: keysAreOn() });
      toggle.addEventListener("change", () => {
        store("localStorage")?.setItem("hindsight-keys", toggle.checked ? "on" : "off");
        form.querySelector(".search-hint").hidden = !toggle.checked;
      });
      const label = document.createElement("label");
      label.append(toggle, " Single keys (/ and ?) are on");
      const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
      close.addEventListener("click", () => dialog.close());
      dialog.append(title, list, label, close);
      document.body.append(dialog);
    }
    dialog.showModal();
  }
  const keysButton = document.querySelector(".keys-button");
  if (keysButton) {
    keysButton.hidden = false;
    keysButton.addEventListener("click", openHelp);
  }

  /// The words that led here. They travel in the tab's storage, so that addresses stay clean.
  function takeWords() {
    try {
      const note = JSON.parse(store("sessionStorage").getItem("hindsight-marks"));
      store("sessionStorage").removeItem("hindsight-marks");
      return note?.page === location.pathname ? note.words.map(String) : [];
    } catch {
      return []; // no storage, or somebody else's note
    }
  }

  function markWords() {
    const words = takeWords();
    if (words.length === 0) return;
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    const wanted = new RegExp("(?<![\\p{L}\\p{N}])(?:" + escaped.join("|") + ")(?![\\p{L}\\p{N}])", "giu");
    const walker = document.createTreeWalker(document.getElementById("page-main"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg, script, mark, button, select")) texts.push(walker.currentNode);
    for (const text of texts) {
      for (const match of [...text.data.matchAll(wanted)].reverse()) {
        const range = document.createRange();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        const mark = document.createElement("mark");
        mark.className = "found";
        range.surroundContents(mark);
      }
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const mark of document.querySelectorAll("mark.found")) {
        mark.replaceWith(...mark.childNodes);
      }
    });
  }
  markWords();

  globalThis.hindsightSearchBox = { load, loadScript, root };
  // On the search page it is used by being there.
  if (document.querySelector(".search-form")) loadScripts().catch(() => {});
})();
