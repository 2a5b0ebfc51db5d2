// Applies the reader's choice of colours before the page is drawn. Without a choice, or without this script, the style
// sheet follows the system.
(function () {
  "use strict";
  try {
    const choice = localStorage.getItem("hindsight-theme");
    if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
  } catch {
    // Storage may be switched off; then the system's colours stand.
  }
})();
