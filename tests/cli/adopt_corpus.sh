# Over a folder of real postmortems, when it is there (../shared/corpus beside the repository): every quote stands on the line
# that it names; adopted, they check without an error and are adopted for good.
set -euo pipefail
hindsight=$1
tests=$(cd "$(dirname "$0")/.." && pwd)
corpus=$tests/../../shared/corpus
[ -d "$corpus/dev" ] || { echo "no $corpus: skipped"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in dev seeds; do
  mkdir "$work/$folder"
  find "$corpus/$folder" \( -name '*.md' -o -name '*.txt' \) -exec cp {} "$work/$folder/" \;
  chmod u+w "$work/$folder"/*
  "$hindsight" adopt --json "$work/$folder" --today 2026-11-21 >"$work/out.json"
  node "$tests/tools/check_evidence.mjs" "$work/$folder" "$work/out.json"
  "$hindsight" build "$work/$folder" -o "$work/before" --today 2026-11-21 --quiet 2>/dev/null
  "$hindsight" adopt --write "$work/$folder" --today 2026-11-21
  "$hindsight" check "$work/$folder" --today 2026-11-21 >"$work/findings" || { cat "$work/findings"; exit 1; }
  "$hindsight" adopt --write "$work/$folder" --today 2026-11-21 | grep -q '^0 files changed'
  "$hindsight" build "$work/$folder" -o "$work/after" --today 2026-11-21 --quiet 2>/dev/null
  for site in before after; do sed -E '/"inferred": [0-9]+/d' "$work/$site/data/metrics.json" >"$work/$site.metrics"; done
  cmp "$work/before.metrics" "$work/after.metrics"
  if grep -A1 '"inferred": {$' "$work/after/data/incidents.json"; then exit 1; fi
  rm -r "$work/before" "$work/after"
done
