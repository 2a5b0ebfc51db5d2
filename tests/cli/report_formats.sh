# The formats for machines are well-formed, and their findings are the same.
set -euo pipefail
hindsight=$1
sites=$(cd "$(dirname "$0")/../sites" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for format in json gitlab sarif github text; do
  "$hindsight" check "$sites/broken-postmortems" --today 2025-11-20 --format $format >"$work/$format" || true
done
node -e '
  const fs = require("fs");
  const read = (name) => JSON.parse(fs.readFileSync(process.argv[1] + "/" + name));
  const plain = read("json").diagnostics.length;
  const counts = [read("gitlab").length, read("sarif").runs[0].results.length,
    fs.readFileSync(process.argv[1] + "/github", "utf8").trim().split("\n").length];
  if (plain < 20 || counts.some((count) => count !== plain)) throw new Error(plain + " and " + counts);
' "$work"
