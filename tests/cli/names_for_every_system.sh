# Names that would collide, vanish or fail where the site or the repository is unpacked are findings that name both sources.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# case NAME CODE PATTERN…: checks the folder NAME; each pattern has to be found.
case_of() {
  local name=$1 code=0 wanted=$2
  shift 2
  "$hindsight" check "$name" --today 2026-01-31 >out 2>&1 || code=$?
  [ "$code" = "$wanted" ] || { echo "$name: exit code $code, wanted $wanted"; cat out; exit 1; }
  for pattern in "$@"; do grep -q -- "$pattern" out || { echo "$name: not found: $pattern"; cat out; exit 1; }; done
  local built=0
  "$hindsight" build "$name" --today 2026-01-31 >built 2>&1 || built=$?
  [ "$built" = "$wanted" ] || { echo "$name: build ended with $built"; cat built; exit 1; }
  if [ "$wanted" != 0 ] && [ -e "$name/site" ]; then echo "$name: published in spite of errors"; exit 1; fi
}
postmortem() {  # postmortem FILE FRONT-MATTER-LINE BODY
  mkdir -p "$(dirname "$1")"
  printf -- '---\ntitle: A\nstarted_at: 2025-01-10T10:00Z\n%s\n---\n\n%b\n' "$2" "${3-text}" >"$1"
}

postmortem alias/content/a.md 'aliases: [metrics.html]'
case_of alias 1 'content/a.md:4:.*: error: an alias of content/a.md and a page that every site has both want the output file metrics.html'
postmortem folder/content/a.md 'aliases: [x.html, x.html/y.html]'
case_of folder 1 'make one name a file and a folder'
postmortem page/content/a.md 'aliases: [index.html/old.html]'
case_of page 1 'a page that every site has.*output-collision'
postmortem ids/content/a/Disk-Full.md '#'
postmortem ids/content/b/disk-full.md '#'
case_of ids 1 'duplicate-id'
postmortem same/content/a.md 'aliases: ["FILES/Shape.txt.html"]' '![p](shape.png)'
cp same/content/a.md same/content/b.md
case_of same 1 'is taken by content/'

# Attachments that some file systems take for one: by case, by the form of an accent.
postmortem case/content/a.md '#' '![x](Graph.png) ![y](graph.png)'
echo a >case/content/Graph.png && echo b >case/content/graph.png
case_of case 1 'content/Graph.png and content/graph.png both want' 'ignore case or accents'
postmortem accents/content/a.md '#' '![x](%C3%A9.png) ![y](e%CC%81.png)'
echo a >"accents/content/$(printf '\303\251').png" && echo b >"accents/content/$(printf 'e\314\201').png"
case_of accents 1 'output-collision'
postmortem hint/content/a.md '#' '![x](GRAPH.png) ![y](%C3%A9.png)'
echo a >hint/content/graph.png && echo b >"hint/content/$(printf 'e\314\201').png"
case_of hint 0 'there is "graph.png": case or the form of accents differs' 'there is "e.*.png": case'

# What Windows reserves.
postmortem windows/content/aux.md '#'
postmortem windows/content/b.md 'id: CON'
postmortem windows/content/c.md 'aliases: ["what?.html", "a./b.html", "com1/x.html"]'
postmortem 'windows/content/dir. /d.md' '#'
case_of windows 0 'content/aux.md: warning: "aux.md" is the name of a device' 'content/b.md:4:.*"CON.html" is' 'Windows refuses' \
  'ends in a dot or space' '"com1" is'

# Names that no page could print, and aliases that are none.
postmortem "text/content/new$(printf '\nline').md" '#'
postmortem "text/content/caf$(printf '\351').md" '#'
postmortem text/content/good.md '#'
case_of text 1 'control character; wanted.*file-name' 'bytes that are not UTF-8; wanted.*file-name'
"$hindsight" check text --format json >json 2>/dev/null || true
node -e 'JSON.parse(require("fs").readFileSync("json", "utf8"))'
long=$(printf 'x%.0s' $(seq 300))
for alias in '"a\nb.html"' .hindsight-manifest .well/known.html ../x.html /../x.html "$long" 'a\\b.html'; do
  postmortem bad/content/a.md "aliases: [$(printf %s "$alias")]"
  case_of bad 1 'bad-alias'
done
postmortem hidden/content/a.md 'id: .hidden'
case_of hidden 1 'bad-id'

# A theme may hold any file, also twice.
postmortem theme/content/a.md '#'
mkdir -p theme/theme/css theme/theme/js
echo x | tee theme/theme/LICENSE theme/theme/css/same.txt >theme/theme/js/same.txt
case_of theme 0
