# Whatever bytes a document has, it is read: 2 000 mutated documents, no crash, no hang, and every evidence where it says.
# HINDSIGHT_MUTATIONS sets another number, HINDSIGHT_SEED another seed.
set -euo pipefail
hindsight=$1
tests=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/documents"
cp "$tests"/documents/*.md "$tests"/documents/*.txt "$work/documents/"
corpus=$tests/../../shared/corpus/dev
if [ -d "$corpus" ]; then cp "$corpus"/*.md "$work/documents/"; chmod u+w "$work"/documents/*; fi
node "$tests/tools/mutate.mjs" "$work/documents" "$work/mutated" "${HINDSIGHT_MUTATIONS:-2000}" "${HINDSIGHT_SEED:-6}"
timeout 300 "$hindsight" adopt --json "$work/mutated" --today 2026-11-21 >"$work/out.json"
node "$tests/tools/check_evidence.mjs" "$work/mutated" "$work/out.json" repaired
timeout 300 "$hindsight" build "$work/mutated" -o "$work/site" --today 2026-11-21 --quiet >"$work/log" 2>&1 || [ $? = 1 ]
if grep -E 'Sanitizer|runtime error' "$work/log"; then exit 1; fi  # a sanitizer ends with 1, too
