# The repository's own content is without errors and warnings, and its site without dead links or forbidden markup.
set -euo pipefail
hindsight=$1
check_site=$2
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$hindsight" check "$repository" --strict | tail -n 40
"$hindsight" build "$repository" -o "$work/site" --quiet 2>/dev/null
"$check_site" "$work/site"
for page in index incidents triggers root-causes services severities teams tags actions about quality 404; do
  [ -f "$work/site/$page.html" ] || { echo "missing: $page.html"; exit 1; }
done
for file in feed.xml data/incidents.json data/incidents.csv data/actions.json data/actions.csv schema/postmortem.schema.json schema/site.schema.json; do
  [ -f "$work/site/$file" ] || { echo "missing: $file"; exit 1; }
done
