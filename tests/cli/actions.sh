# `hindsight actions`: the same numbers as the site's, filtered, in four forms; tests/sites/tracker/site.yml has them worked out.
set -euo pipefail
hindsight=$1
site=$(dirname "$0")/../sites/tracker
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$site/content" "$site/site.yml" "$work/"
actions() { "$hindsight" actions "$work" --today 2025-11-20 "$@"; }

# The sums, to the minute, and what is overdue.
actions --status all >"$work/out"
grep -Eq '^todo +Add a limit +RK +2025-01-25 ! +314 d +1h 20m \(3\)' "$work/out"
grep -Eq '^done +Alert on the queue +– +– +50 d +20m \(1\)' "$work/out"
grep -Eq '^unknown +Write a runbook .* 1h 20m \(3\)' "$work/out"
grep -Eq '^todo +=1\+1 is no formula .* 1h \(2\)' "$work/out"
grep -Eq '^doing +Check deploys, see OPS-7 +Edge +2025-03-31 ! .* 45m \(2\) +OPS-7' "$work/out"
grep -Eq '^todo +Limit requests .* 1h 20m \(3\)' "$work/out"
grep -q '^6 action items, 2 overdue' "$work/out"
# Piped: no colour.
[ -z "$(tr -d '[:print:]\n' <"$work/out" | LC_ALL=C tr -d '\200-\377')" ]

# The same as the site's own files.
"$hindsight" build "$work" -o "$work/site" --today 2025-11-20 --quiet 2>/dev/null
actions --status all --sort age --format csv | cmp - "$work/site/data/actions.csv"
actions --status all --sort age --format json | cmp - "$work/site/data/actions.json"

count() { actions "$@" --format csv | tail -n +2 | wc -l; }
[ "$(count)" = 4 ]  # open is the default
[ "$(count --overdue)" = 2 ]
[ "$(count --owner edge)" = 2 ]
[ "$(count --no-owner)" = 1 ]
[ "$(count --service API --severity sev1)" = 2 ]
[ "$(count --type prevent)" = 1 ]
[ "$(count --status done,unknown)" = 2 ]
[ "$(count --owner nobody)" = 0 ]

actions --format markdown >"$work/out"
grep -q '^| todo | Add a limit | RK | 2025-01-25 ! | 314 d | 1h 20m (3) | – | content/a.md:10 |$' "$work/out"

# For CI.
expect() {
  local code=0
  actions "${@:2}" >"$work/out" 2>&1 || code=$?
  [ "$code" = "$1" ] || { echo "actions ${*:2}: exit code $code, wanted $1"; cat "$work/out"; exit 1; }
}
expect 0
expect 1 --fail-on overdue
expect 0 --fail-on overdue --type prevent --owner edge
expect 2 --fail-on rain
expect 2 --status sometimes
