# Wrong use ends with exit code 2 and says why; help and version end with 0.
set -euo pipefail
hindsight=$1
expect() {
  local code=0
  "$hindsight" "${@:2}" >"$work/out" 2>&1 || code=$?
  [ "$code" = "$1" ] || { echo "hindsight ${*:2}: exit code $code, wanted $1"; cat "$work/out"; exit 1; }
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/empty"

expect 0 --help
expect 0 --version
expect 0 build --help
expect 2
expect 2 publish
expect 2 build --no-such-option
expect 2 build "$work/nowhere"
expect 2 check "$work" --today tomorrow
expect 2 check "$work" --format xml
expect 2 build "$work/empty" -o "$work/site"
grep -q 'holds no postmortem' "$work/out"
[ ! -e "$work/site" ]
printf -- '# Title\n' >"$work/empty/a.md"
expect 2 build "$work/empty" -o "$work/site" --base-url javascript:alert
SOURCE_DATE_EPOCH=soon expect 2 build "$work/empty" -o "$work/site"
[ ! -e "$work/site" ]
