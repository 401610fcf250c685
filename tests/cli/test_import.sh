#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real production trace is imported whole; totals equal those that awk computes.
. "$(dirname "$0")/lib.sh"
trace=$(dirname "$0")/../data/azure/azure-llm-2023-conv.csv
cat > "$work/map.yaml" <<'YAML'
columns: {TIMESTAMP: timestamp, ContextTokens: input_tokens, GeneratedTokens: output_tokens}
constants: {alias: conv, family: chat}
time_zone: UTC
YAML
exits 0 "$gwctl" usage import "$trace" --map "$work/map.yaml" --json
[ "$(json "$work/out" "d['rows'] == d['added'] > 10000")" = True ] || { cat "$work/out"; die "rows"; }
exits 0 "$gwctl" usage summary --by alias --json
got=$(json "$work/out" "' '.join(str(d['items'][0][k]) for k in ('requests','input_tokens','output_tokens'))")
wanted=$(awk -F, 'NR > 1 { n++; i += $2; o += $3 } END { printf "%d %d %d", n, i, o }' "$trace")
[ "$got" = "$wanted" ] || die "totals: $got here, $wanted by awk"
exits 0 "$gwctl" usage import "$trace" --map "$work/map.yaml" --json
[ "$(json "$work/out" "d['added']")" = 0 ] || die "the second import added rows"
printf 'columns: {TIMESTAMP: when}\n' > "$work/wrong.yaml"
exits 2 "$gwctl" usage import "$trace" --map "$work/wrong.yaml"
says err 'line 1'
printf 'timestamp,input_tokens\n2023-11-16 18:15:46,12\nyesterday,1\n' > "$work/wrong.csv"
exits 2 "$gwctl" usage import "$work/wrong.csv"
says err '3'
exits 0 "$gwctl" usage gaps
