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

# Days and hours are those of the calls, in the zone asked for.
exits 0 "$gwctl" usage summary --by day --json
got=$(json "$work/out" "' '.join(i['day'] + '=' + str(i['requests']) for i in d['items'])")
wanted=$(awk -F, 'NR > 1 { n[substr($1, 1, 10)]++ } END { for (d in n) print d "=" n[d] }' "$trace" | sort | paste -sd' ')
[ "$got" = "$wanted" ] || die "days: $got here, $wanted by awk"
exits 0 "$gwctl" usage summary --by hour --json
got=$(json "$work/out" "' '.join(i['hour'] + '=' + str(i['requests']) for i in d['items'])")
wanted=$(awk -F, 'NR > 1 { n[substr($1, 1, 10) "T" substr($1, 12, 2) ":00Z"]++ } END { for (h in n) print h "=" n[h] }' \
    "$trace" | sort | paste -sd' ')
[ "$got" = "$wanted" ] || die "hours: $got here, $wanted by awk"
# Half of an hour in UTC is another day east of Kathmandu: 18:15 UTC is midnight there.
exits 0 "$gwctl" usage summary --by day --zone Asia/Kathmandu --json
first=$(awk -F, 'NR == 2 { print $1 }' "$trace")
[ "$(json "$work/out" "d['items'][0]['day']")" = "$(TZ=Asia/Kathmandu date -d "$first UTC" +%F)" ] || die "day in a zone"
exits 0 "$gwctl" usage summary --by family,day --json
[ "$(json "$work/out" "d['items'][0]['family'], d['items'][0]['sample_rows']")" = "('chat', 0)" ] || die "family"
exits 0 "$gwctl" usage summary --by upstream,day
says out 'none '
says out '2023-11-16'
if grep -q 1970 "$work/out"; then die "a day of 1970"; fi

# The same file with another map takes the place of what it gave before.
sed 's/alias: conv/alias: other/' "$work/map.yaml" > "$work/map2.yaml"
exits 0 "$gwctl" usage import "$trace" --map "$work/map2.yaml" --json
[ "$(json "$work/out" "d['replaced'] == d['added'] == d['rows']")" = True ] || { cat "$work/out"; die "replaced"; }
exits 0 "$gwctl" usage summary --by alias --json
[ "$(json "$work/out" "[(i['alias'], i['requests']) for i in d['items']] == [('other', d['items'][0]['requests'])]")" = True ] ||
    die "two imports of one file"

# What is wrong with a file is said of the file, with exit 2.
local_fault() { # SAYS FILE
    exits 2 "$gwctl" usage import "$2"
    says err "$1"
    if grep -qE 'base URL|gateway' "$work/err"; then cat "$work/err"; die "the gateway is blamed for $2"; fi
    grep -q '^  try: .' "$work/err" || die "no next step: $2"
}
: > "$work/empty.csv"
local_fault 'is empty' "$work/empty.csv"
local_fault 'is a folder' "$work"
printf 'timestamp,prompt,answer\n2023-11-16 18:15:46,12,30\n' > "$work/unmapped.csv"
local_fault 'prompt, answer; write a map that names them, such as columns: {prompt: input_tokens}' "$work/unmapped.csv"
says err '--map M.yaml'

# A refund has words of its own; it is spend, and no call.
export GATEWRIGHT_HOME=$work/refunds
printf 'timestamp,alias,key,input_tokens,ended,cost_nanos\n2026-01-02 10:00:00,fast,web,10,complete,1000\n2026-01-02 10:05:00,fast,web,,refund,-400\n' \
    > "$work/refunds.csv"
exits 0 "$gwctl" usage import "$work/refunds.csv"
exits 0 "$gwctl" usage list
says out 'refund, no call'
says err '1 of these rows is a refund'
exits 0 "$gwctl" usage list --filter 'ended = refund' --json
[ "$(json "$work/out" "[(i['ended'], i['cost_nanos']) for i in d['items']]")" = "[('refund', -400)]" ] || die "refund"
for by in alias hour; do
    exits 0 "$gwctl" usage summary --by $by --json
    [ "$(json "$work/out" "[(i['requests'], i['cost_nanos'], i['unknown_cost_rows']) for i in d['items']]")" = '[(1, 600, 0)]' ] || die "sum by $by"
done
