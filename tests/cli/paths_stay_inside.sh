# Links and special files among content, theme and output lead nowhere: they are findings or refused, never followed or waited for.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

postmortem() { printf -- '---\ntitle: %s\nstarted_at: 2025-01-10T10:00Z\n---\n\n%s\n' "$1" "$2"; }
expect() {  # expect CODE PATTERN COMMAND…
  local code=0 wanted=$1 pattern=$2
  shift 2
  timeout 20 "$hindsight" "$@" --today 2026-01-31 >out 2>&1 || code=$?
  if [ "$code" != "$wanted" ] || ! grep -q -- "$pattern" out; then
    echo "$*: exit code $code, wanted $wanted and \"$pattern\""; cat out; exit 1
  fi
}

mkdir -p secret kb/content/real kb/theme/css
echo 'TOKEN-4711' | tee secret/token.log secret/token.md secret/site.yml secret/own.css >/dev/null
postmortem One '[a](token.log) ![b](picture.png) [c](folder/token.log)' >kb/content/one.md
ln -s "$work/secret/token.md" kb/content/two.md
ln -s "$work/secret/token.log" kb/content/token.log
ln -s "$work/secret" kb/content/folder
ln -s loop kb/content/loop
ln -s ../loop-a kb/content/real/loop-a
ln -s "$work/secret/own.css" kb/theme/css/own.css
mkfifo kb/content/pipe.md
expect 0 'content/two.md: warning: a symbolic link.*special-file' build kb
for name in content/folder content/loop content/real/loop-a content/token.log content/pipe.md theme/css/own.css; do
  grep -q "^$name: warning: .*special-file" out || { echo "no finding for $name"; cat out; exit 1; }
done
grep -q 'a symbolic link is not followed' out
! grep -rq TOKEN-4711 kb/site
expect 1 'special-file' check kb --strict
printf 'ignore: ["two.md", "folder", "*loop*", "pipe.md", "token.log"]\n' >kb/site.yml
expect 0 'own.css: warning' build kb
! grep -q 'content/.*special-file' out

# What decides about the whole site is not even left out: the build ends.
rm kb/site.yml && ln -s "$work/secret/site.yml" kb/site.yml
expect 2 'site.yml: a link or special file' build kb
rm kb/site.yml && mv kb/theme away && ln -s ../away kb/theme
expect 2 'theme: a link or special file' build kb
rm kb/theme && mv kb/content away && ln -s ../away/content kb/content
expect 2 'content: a link or special file' build kb
rm kb/content && mv away/content kb/content

# The output: a link is refused, given or default; a link that takes the site's place during a build is never followed.
mkdir empty && ln -s ../empty kb/out
expect 2 'the output folder is a symbolic link' build kb -o kb/out
expect 2 'the output folder is a symbolic link' build kb -o kb/out/
[ -z "$(ls -A empty)" ]
ln -s "$work/secret" kb/.site.new
expect 2 'is in the way and was not made by Hindsight' build kb
rm kb/.site.new && ln -s "$work/secret" kb/.site.old
expect 2 'is in the way and was not made by Hindsight' build kb
rm kb/.site.old && ln -s "$work/secret/token.log" kb/.site.lock
expect 2 'make the lock file' build kb
rm kb/.site.lock
[ "$(cat secret/*)" = "$(printf 'TOKEN-4711\n%.0s' 1 2 3 4)" ]
expect 0 'unchanged' build kb
