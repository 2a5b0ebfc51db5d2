# Builds that are killed at random moments leave the old site or the new one, whole; the next build cleans up and succeeds.
set -euo pipefail
hindsight=$1
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/folder" && cp -r "$repository/content" "$repository/site.yml" "$work/folder/"

version() {  # makes the content's version $1: every page changes with the site's title
  sed -i "s/^title: .*/title: Version $1/" "$work/folder/site.yml"
}
build() { exec "$hindsight" build "$work/folder" -o "$work/$1" --today 2026-01-31 --quiet; }

version one && (build one) 2>/dev/null
version two && (build two) 2>/dev/null
started=$(date +%s%N)
(build timing) 2>/dev/null
length=$((($(date +%s%N) - started) / 1000))  # microseconds

cp -a "$work/one" "$work/site"
killed=0
for round in $(seq 1 40); do
  version "$([ $((round % 2)) = 0 ] && echo one || echo two)"
  build site 2>/dev/null &
  pid=$!
  sleep "$(awk -v seed="$round" -v length_us="$length" 'BEGIN { srand(seed * 7919); printf "%.6f", rand() * length_us * 1.1 / 1e6 }')"
  if kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$pid" 2>/dev/null || true
  if ! diff -rq "$work/one" "$work/site" >/dev/null && ! diff -rq "$work/two" "$work/site" >/dev/null; then
    echo "round $round: the site is neither the old nor the new one"
    diff -rq "$work/one" "$work/site" | head -5
    exit 1
  fi
done
echo "$killed of 40 builds were killed"
[ "$killed" -ge 10 ]
version one && (build site)
diff -r "$work/one" "$work/site"
leftovers=$(find "$work" -maxdepth 1 -name '.*' -print)
[ -z "$leftovers" ] || { echo "left behind: $leftovers"; exit 1; }
