# An output folder that Hindsight did not make is refused with exit code 2 and a hint; nothing in it changes.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/folder" "$work/photos"
printf '# Title\n' >"$work/folder/a.md"
printf 'x' >"$work/photos/holiday.jpg"
code=0
"$hindsight" build "$work/folder" -o "$work/photos" 2>"$work/err" || code=$?
[ "$code" = 2 ]
grep -q 'was not made by Hindsight' "$work/err"
grep -q 'hint:' "$work/err"
[ "$(ls -A "$work/photos")" = holiday.jpg ]

for output in "$work/folder" "$work" /; do
  code=0
  "$hindsight" build "$work/folder" -o "$output" 2>/dev/null || code=$?
  [ "$code" = 2 ] || { echo "output $output: exit code $code"; exit 1; }
done
