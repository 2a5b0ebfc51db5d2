# The whole search index is published up to the size that site.yml allows; its pieces always are.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/content"
printf -- '---\ntitle: Disk full\nstarted_at: 2025-01-01T10:00Z\n---\nNo space left.\n' >"$work/content/disk.md"
build() { "$hindsight" build "$work" -o "$work/site" --today 2026-01-31 --quiet "$@" 2>"$work/findings"; }

build
grep -q '"title/incidents/disk.html"' "$work/site/search/lunr-index.json"
grep -q '^hindsightData.take("manifest",0,{' "$work/site/search/manifest.js"

echo 'search: {full_index_mb: 0}' >"$work/site.yml"
build
[ ! -e "$work/site/search/lunr-index.json" ]
[ -e "$work/site/search/terms-0.js" ]
build --full-index
[ -e "$work/site/search/lunr-index.json" ]

for wrong in 'search: {full_index_mb: much}' 'search: 5' 'search: {full_index_mb: -1}'; do
  echo "$wrong" >"$work/site.yml"
  if build; then exit 1; fi
  grep -q '^site.yml:1:' "$work/findings"
done
