# Postmortems without front matter and without site.yml: each has a page with its whole text. Runs over the documents of
# tests/documents, and over every folder in HINDSIGHT_CORPORA (separated by :).
set -euo pipefail
hindsight=$1
check_site=$2
tests=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
IFS=: read -ra folders <<<"$tests/documents${HINDSIGHT_CORPORA:+:$HINDSIGHT_CORPORA}"
for folder in "${folders[@]}"; do
  site=$work/$(basename "$folder")
  "$hindsight" build "$folder" -o "$site" --today 2026-11-21 --quiet 2>/dev/null
  "$check_site" "$site"
  node "$tests/tools/whole_text.mjs" "$folder" "$site"
done
