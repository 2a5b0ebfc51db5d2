#!/usr/bin/env bash
# run.sh BUILD SECONDS [TARGET…]: runs each fuzz target for SECONDS of processor time, from its seeds and from what
# earlier runs found, and prints what came of it. An input that fails is kept in BUILD/findings, and the run goes on;
# BUILD/runs.tsv adds all runs up.
set -euo pipefail
build=$1
seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)

# target: the longest input in bytes
declare -A longest=([document]=8192 [adopt]=8192 [markdown]=4096 [site]=4096 [search]=2048)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(document adopt markdown site search)

mkdir -p "$build/findings"
format='%-10s %12s %8s %8s %8s %8s %10s\n'
# shellcheck disable=SC2059
printf "$format" target executions cpu-s cov ft corpus findings
failures=0
for target in "${targets[@]}"; do
  corpus=$build/corpus/$target
  log=$build/$target.log
  mkdir -p "$corpus"
  before=$(find "$build/findings" -name "$target-*" | wc -l)
  options=(-max_len="${longest[$target]}" -timeout=10 -rss_limit_mb=1500 -print_final_stats=1
    -dict="$here/dictionaries/$target.dict" -artifact_prefix="$build/findings/$target-")
  cpu=0 executions=0 cov=0 ft=0
  TIMEFORMAT='%U %S'
  while [ "$cpu" -lt "$seconds" ]; do
    took=$({ time UBSAN_OPTIONS=print_stacktrace=1 "$build/tests/fuzz/${target}_fuzz" -max_total_time=$((seconds - cpu)) \
      "${options[@]}" "$corpus" "$here/seeds/$target" >"$log" 2>&1 || true; } 2>&1 | awk '{printf "%d", $1 + $2 + 1}')
    cpu=$((cpu + took))
    last=$(grep -E '^#[0-9]+.* cov: ' "$log" | tail -1 || true)
    executions=$((executions + $(sed -E 's/^#([0-9]+).*/\1/' <<<"${last:-#0}")))
    cov=$(sed -E 's/.* cov: ([0-9]+).*/\1/' <<<"${last:-cov: 0}")
    ft=$(sed -E 's/.* ft: ([0-9]+).*/\1/' <<<"${last:- ft: 0}")
    grep -hE 'INVARIANT|ERROR: |SUMMARY|runtime error' "$log" | cut -c1-300 | head -5 || true
  done
  findings=$(($(find "$build/findings" -name "$target-*" | wc -l) - before))
  failures=$((failures + findings))
  # shellcheck disable=SC2059
  printf "$format" "$target" "$executions" "$cpu" "$cov" "$ft" "$(find "$corpus" -type f | wc -l)" "$findings"
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$target" "$executions" "$cpu" "$cov" "$ft" "$findings" >>"$build/runs.tsv"
done
exit $((failures > 0))
