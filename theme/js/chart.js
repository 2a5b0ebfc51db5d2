// Charts are complete without this script: it adds words at the pointer, steps by arrow keys, and severities to switch off.
// It draws nothing anew and computes nothing.
(function () {
  "use strict";

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // The links of a drawing, from left to right. Their titles become names, or browsers would show a second tip.
  function linksOf(plot) {
    const links = [...plot.querySelectorAll(".dots a")];
    for (const link of links) {
      const title = link.querySelector("title");
      if (!title) continue;
      link.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    const left = new Map(links.map((link) => [link, link.getBBox().x]));
    return links.sort((a, b) => left.get(a) - left.get(b));
  }

  function setUp(holder) {
    const plot = holder.querySelector(".plot");
    const links = plot ? linksOf(plot) : [];
    if (links.length === 0) return;
    const tip = element("div", "chart-tip");
    tip.hidden = true;
    const live = element("p", "visually-hidden");
    live.setAttribute("aria-live", "polite");
    holder.append(tip, live);
    let current = null;
    let leaving = 0;

    function hide() {
      clearTimeout(leaving);
      tip.hidden = true;
      if (current) current.classList.remove("is-current");
      current = null;
    }

    function show(link) {
      clearTimeout(leaving);
      if (current) current.classList.remove("is-current");
      current = link;
      link.classList.add("is-current");
      const words = link.getAttribute("aria-label").split(" · ");
      tip.replaceChildren(element("b", "", words.pop()), element("br", ""), words.join(" · "));
      tip.hidden = false;
      const around = holder.getBoundingClientRect();
      const dot = link.getBoundingClientRect();
      const left = dot.left + dot.width / 2 - around.left - tip.offsetWidth / 2;
      const above = dot.top - around.top - tip.offsetHeight - 4;
      tip.style.left = Math.max(0, Math.min(left, around.width - tip.offsetWidth)) + "px";
      tip.style.top = (above < 0 ? dot.bottom - around.top + 4 : above) + "px";
    }

    // The pointer may go from a dot onto its tip without losing it.
    const leave = () => (leaving = setTimeout(hide, 250));
    plot.addEventListener("pointerover", (event) => {
      const link = event.target.closest(".dots a");
      if (link) show(link);
    });
    plot.addEventListener("pointerout", (event) => {
      if (event.target.closest(".dots a")) leave();
    });
    tip.addEventListener("pointerenter", () => clearTimeout(leaving));
    tip.addEventListener("pointerleave", leave);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });

    // One tab stop a chart; arrows go from dot to dot.
    const visible = () => links.filter((link) => !link.closest(".dots").hasAttribute("hidden"));
    function step(event) {
      const list = visible();
      const at = list.indexOf(current);
      const targets = { ArrowRight: at + 1, ArrowLeft: at < 0 ? list.length - 1 : at - 1, Home: 0, End: list.length - 1 };
      if (event.key === "Enter" && current) {
        location.href = current.getAttribute("href");
      } else if (event.key in targets && list.length > 0) {
        const link = list[Math.max(0, Math.min(targets[event.key], list.length - 1))];
        show(link);
        live.textContent = link.getAttribute("aria-label");
        event.preventDefault();
      }
    }
    plot.setAttribute("tabindex", "0");
    plot.setAttribute("aria-label", plot.getAttribute("aria-label") + "; arrow keys step through, Enter opens");
    plot.addEventListener("keydown", step);
    plot.addEventListener("blur", hide);
  }

  // Entries of the legend switch their dots on and off.
  function setUpLegend(figure) {
    for (const item of figure.querySelectorAll(".legend [data-dots]")) {
      const button = element("button", "");
      button.type = "button";
      button.append(...item.childNodes);
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        const isOn = button.getAttribute("aria-pressed") === "true";
        button.setAttribute("aria-pressed", String(!isOn));
        for (const dots of figure.querySelectorAll(".dots." + item.dataset.dots)) dots.toggleAttribute("hidden", isOn);
      });
      item.replaceChildren(button);
    }
  }

  for (const holder of document.querySelectorAll(".plot-holder")) setUp(holder);
  for (const figure of document.querySelectorAll(".chart")) setUpLegend(figure);
  // A calendar begins at its newest week.
  for (const region of document.querySelectorAll(".calendar-scroll")) region.scrollLeft = region.scrollWidth;
})();
