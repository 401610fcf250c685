#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# kill -9 in the middle of a smoke run: the run stays as one without an end, what it had found is readable, the next run
# works and removes the key the killed one left.
. "$(dirname "$0")/../cli/lib.sh"
serve --seed empty
"$gwctl" smoke --test T01 --test T03 --alias test-slow > "$work/smoke.out" 2> "$work/smoke.err" & smoking=$!
for _ in $(seq 300); do
    grep -q ' 20\. ' "$work/smoke.err" && break # in the middle of T03
    kill -0 "$smoking" 2>/dev/null || die "the run ended before it was killed"
    sleep 0.1
done
kill -9 "$smoking"
wait "$smoking" 2>/dev/null || true

exits 0 "$gwctl" run list --json
[ "$(json "$work/out" "len(d['items']), d['items'][0]['ended'], d['items'][0]['check_count']")" = "(1, None, 1)" ] || {
    cat "$work/out" >&2; die "the killed run is not listed as one without an end"; }
run=$(json "$work/out" "d['items'][0]['id']")
exits 0 "$gwctl" run list
says out 'not ended'
exits 0 "$gwctl" run show "$run"
says out 'T01'
says out 'not ended'
folder=$(sed -n 's/^evidence: //p' "$work/out")
grep -q 'Repeat' "$folder"/*T01*.json || die "the evidence of the finished check is not in $folder"
exits 0 "$gwctl" key list --json
left=$(json "$work/out" "[k['name'] for k in d['items'] if k['name'].startswith('smoke-')][0]")

exits 0 "$gwctl" smoke --test T01 --alias test-echo
exits 0 "$gwctl" key list --json
[ "$(json "$work/out" "[k['name'] for k in d['items'] if k['name'].startswith('smoke-')]")" = '[]' ] ||
    die "the killed run's key $left is still there"
exits 0 "$gwctl" run list --json
[ "$(json "$work/out" "[i['ended'] is None for i in d['items']]")" = '[False, True]' ] || die "the runs are not two"
[ -z "$(ls "$GATEWRIGHT_HOME"/smoke-keys/*)" ] || die "a note of a key is left: $(ls "$GATEWRIGHT_HOME"/smoke-keys/*)"
stop_serving
