# Bodies that wait in a file: where it takes no more they stay in memory, and where it can't be read back nothing is published.
set -euo pipefail
hindsight=$1
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() { "$@" "$hindsight" build "$repository" -o "$work/$site" --today 2026-01-31 --jobs 2 --memory 0 --quiet; }

site=whole build env 2>/dev/null
site=full build strace -qq -f -e trace=pwrite64 -e inject=pwrite64:error=ENOSPC:when=3+ -o "$work/trace" 2>/dev/null
diff -r "$work/whole" "$work/full"
site=short build strace -qq -f -e trace=pwrite64 -e inject=pwrite64:error=EINTR:when=2+3 -o "$work/trace" 2>/dev/null
diff -r "$work/whole" "$work/short"

status=0
site=lost build strace -qq -f -e trace=pread64 -e inject=pread64:error=EIO:when=5+ -o "$work/trace" 2>"$work/errors" || status=$?
[ "$status" = 2 ] || { echo "exit code $status, not 2"; cat "$work/errors"; exit 1; }
grep -q "can't read back the texts that wait in a file there: Input/output error" "$work/errors" || { cat "$work/errors"; exit 1; }
grep -q 'Nothing was published' "$work/errors"
[ ! -e "$work/lost" ]
