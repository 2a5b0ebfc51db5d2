// Rules for the theme's scripts and the browser tests. Only what finds defects; formatting is not checked.
const defects = {
  "array-callback-return": "error",
  "consistent-return": "error",
  eqeqeq: "error",
  "no-const-assign": "error",
  "no-dupe-keys": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-redeclare": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-undef": "error",
  "no-unreachable": "error",
  "no-unused-vars": "error",
  "no-use-before-define": ["error", { functions: false }],
  "no-var": "error",
  "prefer-const": "error",
  "require-await": "error",
  strict: "error",
};

const browser = Object.fromEntries(
  ["document", "window", "navigator", "location", "history", "localStorage", "IntersectionObserver", "Intl", "URLSearchParams",
   "setTimeout", "clearTimeout", "getComputedStyle", "DOMParser", "URL", "Element", "Event", "NodeFilter", "matchMedia",
   "sessionStorage", "addEventListener"].map((name) => [name, "readonly"]),
);
const node = Object.fromEntries(["process", "console", "URL", "Buffer", "setTimeout"].map((name) => [name, "readonly"]));

export default [
  {
    files: ["**/theme/js/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: browser },
    // A theme that builds markup from text would be the way in for scripts.
    rules: { ...defects, "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property }))] },
  },
  {
    files: ["**/browser/*.mjs", "**/tests/search/*.mjs", "**/tests/faults/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...browser, ...node } },
    rules: defects,
  },
];
