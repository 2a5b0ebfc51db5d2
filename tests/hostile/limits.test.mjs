// The pathological inputs, small: each ends soon, with a finding or a page. `./dev limits` builds them whole and measures.
import assert from "node:assert/strict";
import { test } from "node:test";

import { measureCase } from "./limits.mjs";
import { pathologicalCases } from "./pathological.mjs";

for (const group of ["yaml: ", "site.yml: ", "markdown: ", "adopt: ", "search: "]) {
  test(group, () => {
    for (const one of pathologicalCases(0.02).filter(({ name }) => name.startsWith(group))) {
      const row = measureCase(one);
      assert.ok(row.good, `${row.name}: ${row.cpu} s, ${row.megabytes} MB, exit ${row.code}\n${row.said}`);
    }
  });
}
