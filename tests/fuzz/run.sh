#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD TARGET SECONDS: fuzzes one target. Starts from the kept corpus and leaves it as it is; what is new lies
# in BUILD/corpus/TARGET, an input that fails in BUILD/found/. `run.sh BUILD TARGET merge` takes what is new, minimised,
# into the kept corpus.
set -euo pipefail
build=$1 target=$2 seconds=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kept=$here/corpus/$target
new=$build/corpus/$target
program=$build/bin/fuzz_$target
[ -x "$program" ] || { echo "no $program: ./dev fuzz builds it" >&2; exit 1; }
mkdir -p "$new" "$build/found"
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
if [ "$seconds" = merge ]; then
    "$program" -merge=1 -max_len=4096 "$kept" "$new"
    exit
fi
dictionary=()
[ -f "$here/$target.dict" ] && dictionary=("-dict=$here/$target.dict")
# Beside a gateway's own threads libFuzzer sees a leak in every run and looks for it; at the end it is looked for all the same.
leaks=1
[ "$target" = head ] && leaks=0
nice -n 15 "$program" -detect_leaks="$leaks" -max_total_time="$seconds" -max_len=8192 -timeout=120 -rss_limit_mb=2048 -print_final_stats=1 \
    -verbosity=1 -artifact_prefix="$build/found/$target-" "${dictionary[@]}" "$new" "$kept" > "$TMPDIR/log" 2>&1 ||
    { tail -n 60 "$TMPDIR/log" >&2; echo "FAILED: fuzz $target; the input lies in $build/found" >&2; exit 1; }
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$TMPDIR/log")
[ -n "$runs" ] || { cat "$TMPDIR/log" >&2; exit 1; }
echo "fuzz $target: $runs runs in $seconds s, $(sed -n 's/.* \(cov: [0-9]* ft: [0-9]*\).*/\1/p' "$TMPDIR/log" | tail -n 1), clean"
