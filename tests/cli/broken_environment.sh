# What a user without rights, a full disk or another build's company gets: a message, exit code 2, the old site as it was.
set -euo pipefail
hindsight=$1
if [ "$(id -u)" = 0 ] && [ "${AS_USER-}" != 1 ]; then  # root may do everything
  copy=$(mktemp -d)
  cp "$hindsight" "$copy/hindsight" && cp "$0" "$copy/test.sh" && chmod -R a+rX "$copy"
  trap 'rm -rf "$copy"' EXIT
  AS_USER=1 setpriv --reuid=65534 --regid=65534 --clear-groups bash "$copy/test.sh" "$copy/hindsight"
  exit
fi
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work"
mkdir -p kb/content kb/theme out
for i in $(seq 20); do printf -- '---\ntitle: A%s\nstarted_at: 2025-01-10T10:00Z\n---\n\ntext\n' "$i" >"kb/content/a$i.md"; done
build() { "$hindsight" build kb -o out/site --today 2026-01-31 "$@"; }
build --quiet
cp -a out/site before
sed -i s/text/changed/ kb/content/*.md

expect() {  # expect PATTERN: a build that fails and says so
  local code=0
  build >said 2>&1 || code=$?
  if [ "$code" != 2 ] || ! grep -q -- "$1" said || ! grep -q 'Nothing was published' said; then
    echo "exit code $code, wanted 2 and \"$1\""; cat said; exit 1
  fi
  diff -r before out/site
  [ "$(ls -A out)" = site ] || { ls -A out; exit 1; }
}
chmod 0 kb/content/a7.md && expect "content/a7.md: can't open the file: Permission denied" && chmod 644 kb/content/a7.md
chmod 0 kb/content && expect "can't read the folder: Permission denied\|can't find out what is there" && chmod 755 kb/content
chmod 0 kb/theme && expect "theme: can't read the folder" && chmod 755 kb/theme
chmod 555 out && expect "can't make the lock file: Permission denied" && chmod 755 out
chmod 555 out/site && expect "site: can't write to the folder: Permission denied" && chmod 755 out/site
chmod 0 out/site/.hindsight-manifest && expect "hindsight-manifest: can't open the file" && chmod 644 out/site/.hindsight-manifest

# Folders inside the old site that may not be written are replaced all the same.
chmod 555 out/site/incidents
build --quiet
[ "$(ls -A out)" = site ]

# Many at once: each publishes the whole site or says that another does.
for i in $(seq 6); do
  (code=0; build --jobs 1 >"said.$i" 2>&1 || code=$?
   [ "$code" = 0 ] || { [ "$code" = 2 ] && grep -q 'another build is writing to this folder' "said.$i"; }) &
done
for job in $(jobs -p); do wait "$job"; done
[ "$(ls -A out)" = site ]
build | grep -q ' 0 written'

# A file that has more bytes than it says, as one that grows while it is read.
code=0
"$hindsight" index /proc/self/status --field x >said 2>&1 || code=$?
[ "$code" = 2 ]
grep -q 'changed while it was read' said

# A report that nobody can read is no report; a summary that nobody reads does not undo a site.
code=0
"$hindsight" check kb --format json --today 2026-01-31 >/dev/full 2>said || code=$?
[ "$code" = 2 ]
grep -q "can't write to standard output: No space left on device" said
build >/dev/full
