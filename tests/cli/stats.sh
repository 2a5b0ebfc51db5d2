# `hindsight stats`: the metrics of a folder in a terminal and for machines; none of a corpus with errors.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/content"
for day in 1 2 3 4 5 6 7; do
  printf -- '---\ntitle: Incident %s\nstarted_at: 2025-0%s-10T10:00Z\nresolved_at: 2025-0%s-10T10:%s0Z\nservices: [api]\n---\n' \
    $day $day $day $((day % 6)) >"$work/content/$day.md"
done
stats() { "$hindsight" stats "$work" --today 2025-12-31 "$@"; }

stats >"$work/out"
grep -Eq '^time to resolve +7 +20m \(0m–50m\)' "$work/out"
grep -Eq '^time to detect +0 +– ' "$work/out"
grep -q '7 lack a time' "$work/out"

stats --by service >"$work/out"
grep -Eq '^api +7 ' "$work/out"
stats --by team >"$work/out"
grep -q 'No incident has a team' "$work/out"

# Below six there is no median, and so no mean either.
stats --since 2025-03-01 --until 2025-05-31 >"$work/out"
grep -Eq '^time to resolve +3 +– +– +– +– +50m' "$work/out"

stats --format csv --by quarter >"$work/out.csv"
[ "$(wc -l <"$work/out.csv")" = 16 ]
stats --format json | node -e 'const j = JSON.parse(require("fs").readFileSync(0)); if (j.groups[0].measures.time_to_resolve.median !== 1200) process.exit(1)'

expect() {
  local code=0
  stats "${@:2}" >"$work/out" 2>"$work/err" || code=$?
  [ "$code" = "$1" ] || { echo "stats ${*:2}: exit code $code, wanted $1"; cat "$work/out" "$work/err"; exit 1; }
}
expect 2 --by nothing
expect 2 --since yesterday
expect 2 --since 2025-05-01 --until 2025-04-01
expect 2 --format xml
# Figures of a corpus with errors may be wrong.
printf -- '---\ntitle: Wrong\nstarted_at: 2025-01-10T10:00Z\nresolved_at: 2025-01-09T10:00Z\n---\n' >"$work/content/wrong.md"
expect 1
[ ! -s "$work/out" ]
grep -q 'wrong.md:4' "$work/err"
