# `hindsight index` reads one JSON object a line and says by file and line what it cannot read, all of it in one run.
set -euo pipefail
hindsight=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf '{"id": "a", "body": "Disks full"}\n\n{"id": 7, "body": ["wl-deployer_api"]}\n' >docs.ndjson
"$hindsight" index docs.ndjson --field body >index.json
grep -q '"fieldVectors":\[\["body/a",' index.json
grep -q '\["wl-deployer_api",{"_index":2,"body":{"7":{}}}\]' index.json
"$hindsight" index - --field body --jobs 1 <docs.ndjson | cmp - index.json

printf '{"id": "a"}\nnot json\n[1]\n{"name": "b"}\n' >bad.ndjson
if "$hindsight" index bad.ndjson --field body >out 2>errors; then exit 1; fi
[ ! -s out ]
grep -q '^bad.ndjson:2: error: not JSON' errors
grep -q '^bad.ndjson:3: error: found a JSON array, wanted an object' errors
grep -q '^bad.ndjson:4: error: the object has no text or number "id"' errors

for field in a/b constructor title=much; do
  if "$hindsight" index docs.ndjson --field "$field" >out 2>errors; then exit 1; else [ $? -eq 2 ]; fi
  [ -s errors ]
done
