// Data of the site comes as scripts, because nothing else can be loaded from file://. Knows no page.
(function () {
  "use strict";

  if (globalThis.hindsightData) return;
  const arrived = new Map();

  /// What the scripts below search/ call.
  function take(kind, number, value) {
    arrived.set(kind + "-" + number, value);
  }

  /// Loads pieces, each once: `load(name)` is a promise that is kept when the script "search/<name>.js" has run.
  function open(load) {
    const pending = new Map();
    return (kind, number) => {
      const name = kind + "-" + number;
      if (!pending.has(name)) {
        const loaded = load(kind === "manifest" ? kind : name).then(() => {
          if (!arrived.has(name)) throw new Error(name + " is not what it should be");
          return arrived.get(name);
        });
        pending.set(name, loaded);
        loaded.catch(() => pending.delete(name));
      }
      return pending.get(name);
    };
  }

  /// A property of many rows: `sets[ids[row]]` are the slugs that a row has; `names` are all, as [slug, label].
  function readColumn(data) {
    const sets = data.sets.map((set) => set.map((name) => data.names[name][0]));
    if (typeof data.of !== "string") return { names: data.names, sets, ids: Uint32Array.from(data.of) };
    const numbers = new Map(Array.from(data.keys, (key, number) => [key, number]));
    const ids = new Uint32Array(data.of.length);
    for (let row = 0; row < ids.length; ++row) ids[row] = numbers.get(data.of[row]);
    return { names: data.names, sets, ids };
  }

  /// The days of rows, as text; undefined where there is none.
  function readDays(steps) {
    const days = [];
    let day = 0;
    for (const [step, rows] of steps) {
      const text = step === null ? undefined : new Date((day += step) * 86400e3).toISOString().slice(0, 10);
      for (let row = 0; row < rows; ++row) days.push(text);
    }
    return days;
  }

  /// The years of days as a column, the newest first.
  function yearsOf(days) {
    const yearOf = (day) => (day === undefined ? "undated" : day.slice(0, 4));
    const years = [...new Set(days.map(yearOf))].sort().reverse();
    const numbers = new Map(years.map((year, number) => [year, number]));
    return {
      names: years.map((year) => [year, year === "undated" ? "Undated" : year]),
      sets: years.map((year) => [year]),
      ids: Uint32Array.from(days, (day) => numbers.get(yearOf(day))),
    };
  }

  globalThis.hindsightData = { take, open, readColumn, readDays, yearsOf };
})();
