#!/usr/bin/env bash
# run.sh EXECUTABLE CASE: checks and builds tests/sites/CASE and compares with its expected/ folder:
#   diagnostics.txt   what `hindsight check` prints, and its exit code
#   site/…            files of the built site; of HTML pages only what is inside <main>
# A case with errors must publish nothing. UPDATE_EXPECTED=1 writes what is there anew. arguments.txt: more arguments.
set -euo pipefail
hindsight=$1
cd "$(dirname "$0")/$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/folder"
find . -mindepth 1 -maxdepth 1 ! -name expected ! -name arguments.txt -exec cp -r {} "$work/folder/" \;

arguments=(--today 2025-11-20)
if [ -f arguments.txt ]; then read -ra more <arguments.txt; arguments+=("${more[@]}"); fi

code=0
(cd "$work/folder" && "$hindsight" check . "${arguments[@]}") >"$work/diagnostics.txt" 2>&1 || code=$?
echo "exit code $code" >>"$work/diagnostics.txt"

built=0
(cd "$work/folder" && "$hindsight" build . "${arguments[@]}" -o "$work/site") >"$work/build.txt" 2>&1 || built=$?
if [ "$built" != "$code" ]; then echo "build ended with $built, check with $code"; cat "$work/build.txt"; exit 1; fi
if [ "$code" != 0 ] && [ -e "$work/site" ]; then echo "published in spite of errors"; exit 1; fi

# What is compared: whole files, and the main part of pages.
main_part() {
  case $1 in
    *.html) sed -n '/<main /,/<\/main>/p' "$1" ;;
    *) cat "$1" ;;
  esac
}

failed=0
compare() {
  if [ "${UPDATE_EXPECTED-}" = 1 ]; then
    cp "$2" "$1"
  elif ! diff -u "$1" "$2"; then
    failed=1
  fi
}

compare expected/diagnostics.txt "$work/diagnostics.txt"
while IFS= read -r file; do
  if [ ! -f "$work/$file" ]; then echo "missing: $file"; failed=1; continue; fi
  main_part "$work/$file" >"$work/part"
  compare "expected/$file" "$work/part"
done < <(cd expected && find . -path './site/*' -type f | sed 's|^\./||' | sort)
exit $failed
