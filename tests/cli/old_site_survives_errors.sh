# A build with content errors leaves the site of the build before as it is.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/folder"
printf -- '---\ntitle: a\nstarted_at: 2025-01-10T10:00Z\n---\n' >"$work/folder/a.md"
"$hindsight" build "$work/folder" -o "$work/site" --quiet
cp -a "$work/site" "$work/before"
printf -- '---\ntitle: b\nseverity: SEV11\n---\n' >"$work/folder/b.md"
! "$hindsight" build "$work/folder" -o "$work/site" --quiet 2>/dev/null
diff -r "$work/before" "$work/site"
[ "$(find "$work" -maxdepth 1 -name '.*' | wc -l)" = 0 ]
