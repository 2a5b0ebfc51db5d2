// What every page does with a script: the choice of colours, copying links, local times. Pages are complete without it.
(function () {
  "use strict";

  function setUpThemeChoice() {
    const select = document.getElementById("page-theme");
    if (!select) return;
    select.value = document.documentElement.dataset.theme || "auto";
    select.closest("label").hidden = false;
    select.addEventListener("change", () => {
      if (select.value === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = select.value;
      try {
        if (select.value === "auto") localStorage.removeItem("hindsight-theme");
        else localStorage.setItem("hindsight-theme", select.value);
      } catch {
        // The choice then lasts as long as the page.
      }
    });
  }

  function setUpCopying() {
    if (!navigator.clipboard) return;
    const link = document.querySelector(".copy-link");
    if (link) {
      link.hidden = false;
      link.addEventListener("click", () => copy(link, location.href, "Link copied"));
    }
    for (const block of document.querySelectorAll(".prose pre")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy-code";
      button.textContent = "Copy";
      button.addEventListener("click", () => copy(button, block.querySelector("code").textContent, "Copied"));
      const holder = document.createElement("div");
      holder.className = "code-holder";
      block.replaceWith(holder);
      holder.append(block, button);
    }
  }

  async function copy(button, text, done) {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = done;
    } catch {
      button.textContent = "Could not copy";
    }
    setTimeout(() => (button.textContent = label), 1500);
  }

  // A reader's own clock, beside the absolute time and never instead of it.
  function addLocalTimes() {
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
    for (const time of document.querySelectorAll("time[datetime*='T'][datetime$='Z']")) {
      const date = new Date(time.dateTime);
      if (!Number.isNaN(date.getTime())) time.title = format.format(date) + " your time";
    }
  }

  // Marks the section that is being read.
  function followContents() {
    const links = new Map();
    for (const link of document.querySelectorAll(".toc a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    if (links.size === 0 || !("IntersectionObserver" in window)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue;
          for (const link of links.values()) link.removeAttribute("aria-current");
          links.get(entry.target).setAttribute("aria-current", "true");
        }
      },
      { rootMargin: "-10% 0px -75% 0px" },
    );
    for (const heading of links.keys()) observer.observe(heading);
  }

  setUpThemeChoice();
  setUpCopying();
  addLocalTimes();
  followContents();
})();
