# What a build says of itself: one line, a table on request, nothing with --quiet, no progress into a pipe.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/content"
printf -- '---\ntitle: A\nstarted_at: 2025-01-02T10:00Z\n---\n\nText.\n' >"$work/content/a.md"
build() { "$hindsight" build "$work" -o "$work/site" --today 2026-01-31 "$@" >"$work/out" 2>"$work/err"; }

build
[ "$(wc -l <"$work/out")" = 1 ]
grep -Eq '^1 postmortem -> .*/site: [0-9]+ written, 0 unchanged, 0 removed; 0 errors, 0 warnings; [0-9]+\.[0-9] s$' "$work/out"
if grep -q $'\r' "$work/err"; then echo "a progress line in a pipe"; exit 1; fi

build --quiet
[ ! -s "$work/out" ]

build --timings
for pass in read derive index write publish; do grep -Eq "^$pass +[0-9,]+ " "$work/out"; done
grep -q ' 0 written' "$work/out"
