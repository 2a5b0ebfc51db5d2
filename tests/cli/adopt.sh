# `hindsight adopt`: proposes front matter as a diff that applies, writes it, keeps the body, and has nothing to add the second
# time; the numbers stay the same, none of them inferred any more.
set -euo pipefail
hindsight=$1
tests=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
today=(--today 2026-11-21)
cp -r "$tests/documents" "$work/before"
chmod -R u+w "$work/before"
printf '\xef\xbb\xbf# 2024-03-05 Mail outage\r\n\r\n## Timeline\r\n\r\nAll times UTC.\r\n\r\n- 10:00 Mail queue is down\r\n- 10:40 Mail is back to normal' >"$work/before/windows.md"
printf -- '---\nteam: mail\nweight: 3\n---\n# Mail outage\n\n- **Start**: 2024-03-05 10:00 UTC\n- **End**: 2024-03-05 10:40 UTC\n' >"$work/before/foreign.md"
cp -r "$work/before" "$work/after"
cp -r "$work/before" "$work/patched"

# The diff names the evidence and applies.
(cd "$work/patched" && "$hindsight" adopt . "${today[@]}") >"$work/diff"
grep -q '^+title: "' "$work/diff"
grep -Eq '^\+started_at: "2024-03-05T10:00Z"  # line [0-9]+ \(label\): - \*\*Start\*\*: 2024-03-05 10:00 UTC' "$work/diff"
(cd "$work/patched" && sed 's|^\([-+]\{3\} [ab]/\)\./|\1|' "$work/diff" | patch -p1 --binary --quiet)

# Writing gives the same files; the old bytes are all there, in their order.
"$hindsight" adopt --write "$work/after" "${today[@]}" >"$work/out"
grep -Eq '^[0-9]+ files changed' "$work/out"
diff -r "$work/patched" "$work/after"
for file in "$work"/before/*; do
  new=$work/after/$(basename "$file")
  if head -1 "$file" | grep -qx -- ---; then
    # Nothing but fields was added.
    if diff "$file" "$new" | grep -v '^[0-9]' | grep -Evq '^> [a-z_]+: '; then diff "$file" "$new"; exit 1; fi
  else
    mark=$(head -c 3 "$file" | cmp -s - <(printf '\xef\xbb\xbf') && echo 3 || echo 0)
    cmp <(tail -c "+$((mark + 1))" "$file") <(tail -c "$(($(stat -c %s "$file") - mark))" "$new")
  fi
done
file=$work/after/windows.md
[ "$(head -c 6 "$file" | od -An -tx1 | tr -d ' ')" = efbbbf2d2d2d ]  # the mark stays in front
[ "$(grep -c $'\r$' "$file")" -ge 10 ]                               # line ends as in the file

# Twice changes nothing.
"$hindsight" adopt --write "$work/after" "${today[@]}" | grep -q '^0 files changed'
[ -z "$("$hindsight" adopt "$work/after" "${today[@]}" 2>/dev/null)" ]

# The comments name lines of the new file.
while IFS= read -r line; do
  number=$(sed -nE 's/.*  # line ([0-9]+) .*/\1/p' <<<"$line")
  quote=$(sed -nE 's/.*  # line [0-9]+ \([^)]*\): (.{1,20}).*/\1/p' <<<"$line")
  sed -n "${number}p" "$work/after/windows.md" | tr -s ' ' | grep -qF -- "${quote%…}"
done < <(grep '  # line' "$work/after/windows.md" | tr -d '\r')

# The round trip: no error, the same figures, nothing inferred.
"$hindsight" check "$work/after" "${today[@]}" >"$work/findings" || { cat "$work/findings"; exit 1; }
for site in before after; do "$hindsight" build "$work/$site" -o "$work/site-$site" "${today[@]}" --quiet 2>/dev/null; done
node - "$work/site-before" "$work/site-after" <<'JS'
const { readFileSync } = require("node:fs");
const [before, after] = process.argv.slice(2).map((site) => JSON.parse(readFileSync(`${site}/data/incidents.json`, "utf8")).incidents);
const strip = ({ inferred, action_items, ...rest }) => JSON.stringify([rest, action_items.map(({ line, ...item }) => item)]);
for (const incident of after) {
  if (Object.keys(incident.inferred).length > 0) throw new Error(`${incident.id}: still inferred`);
  const old = before.find(({ id }) => id === incident.id);
  if (strip(old) !== strip(incident)) throw new Error(`${incident.id}:\n${strip(old)}\n${strip(incident)}`);
}
const metrics = ["site-before", "site-after"].map((site) => JSON.parse(readFileSync(`${process.argv[2].replace("site-before", site)}/data/metrics.json`, "utf8")).groups);
const figures = (groups) => JSON.stringify(groups, (key, value) => (key === "inferred" ? undefined : value));
if (figures(metrics[0]) !== figures(metrics[1])) throw new Error("other figures");
JS

# A file with changes that are not committed is left alone.
if command -v git >/dev/null; then
  mkdir "$work/repository"
  cp "$work/before/foreign.md" "$work/repository/"
  git -C "$work/repository" init -q
  if "$hindsight" adopt --write "$work/repository/foreign.md" >"$work/out" 2>&1; then exit 1; fi
  grep -q 'changes that are not committed' "$work/out"
  cmp "$work/before/foreign.md" "$work/repository/foreign.md"
  git -C "$work/repository" add . && git -C "$work/repository" -c user.name=test -c user.email=test@example.org commit -qm first
  "$hindsight" adopt --write "$work/repository/foreign.md" | grep -q '^1 file changed'
  sed -i '/^started_at/d' "$work/repository/foreign.md"
  if "$hindsight" adopt --write "$work/repository/foreign.md" >/dev/null 2>&1; then exit 1; fi
  "$hindsight" adopt --write --force "$work/repository/foreign.md" | grep -q '^1 file changed'
fi

# TOML front matter is reported and left alone; so is front matter that can't be read.
printf '+++\ntitle = "x"\n+++\n# 2024-03-05 x outage\n' >"$work/toml.md"
if "$hindsight" adopt "$work/toml.md" >"$work/out" 2>&1; then exit 1; fi
grep -q 'front matter in TOML.*\[front-matter-toml\]' "$work/out"
printf -- '---\ntitle: "x\n---\n# 2024-03-05 x outage\n' >"$work/broken.md"
if "$hindsight" adopt --write "$work/broken.md" >/dev/null 2>&1; then exit 1; fi

# JSON: one object, file name -> fields with evidence.
"$hindsight" adopt --json "$work/before" "$work/before/foreign.md" "${today[@]}" >"$work/out.json"
node "$tests/tools/check_evidence.mjs" "$work/before" "$work/out.json" repaired
node - "$work/out.json" <<'JS'
const fields = JSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8"))["foreign.md"];
const expected = { title: "Mail outage", date: "2024-03-05", started: "2024-03-05T10:00+00:00", mitigated: "2024-03-05T10:40+00:00", duration_minutes: 40, trigger: null };
for (const [key, value] of Object.entries(expected)) if (fields[key] !== value) throw new Error(`${key}: ${fields[key]}`);
JS
if "$hindsight" adopt --json "$work/nothing.md" >/dev/null 2>&1; then exit 1; fi
