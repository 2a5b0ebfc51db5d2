# A warning lets a site be built; with --strict it is an error and nothing is published.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/folder"
printf -- '---\ntitle: a\nstarted_at: 2025-01-10T10:00Z\nlayout: post\n---\n' >"$work/folder/a.md"

"$hindsight" build "$work/folder" -o "$work/site" 2>"$work/err"
grep -q 'unknown key "layout"' "$work/err"
[ -f "$work/site/incidents/a.html" ]

code=0
"$hindsight" build "$work/folder" -o "$work/strict" --strict 2>"$work/err" || code=$?
[ "$code" = 1 ]
[ ! -e "$work/strict" ]
grep -q 'Nothing was published' "$work/err"
