# One thread or eight, in whatever zone, locale and folder, bodies in memory or in a file: the same bytes. A build over an unchanged site touches no file.
set -euo pipefail
hindsight=$1
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/other" && cp -r "$repository/content" "$repository/site.yml" "$work/other/"

"$hindsight" build "$repository" -o "$work/one" --today 2026-01-31 --jobs 1 --quiet 2>/dev/null
TZ=Asia/Tokyo LC_ALL=C "$hindsight" build "$work/other" -o "$work/eight" --today 2026-01-31 --jobs 8 --quiet 2>/dev/null
SOURCE_DATE_EPOCH=1769850000 "$hindsight" build "$repository" -o "$work/epoch" --jobs 2 --quiet 2>/dev/null
"$hindsight" build "$repository" -o "$work/file" --today 2026-01-31 --jobs 2 --memory 0 --quiet 2>/dev/null
diff -r "$work/one" "$work/eight"
diff -r "$work/one" "$work/file"
diff -r "$work/one" "$work/epoch"

find "$work/one" -printf '%p %T@ %i\n' | sort >"$work/before"
"$hindsight" build "$repository" -o "$work/one" --today 2026-01-31 --jobs 8 --quiet 2>/dev/null
find "$work/one" -printf '%p %T@ %i\n' | sort >"$work/after"
diff "$work/before" "$work/after"
