#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gwctl demo runs the whole journey headless, without a keyring, and proves what it claims.
. "$(dirname "$0")/lib.sh"
unset GATEWRIGHT_VAULT DISPLAY WAYLAND_DISPLAY

exits 0 "$gwctl" demo --json
cp "$work/out" "$work/demo.json"
[ "$(json "$work/demo.json" "d['passed'] and not d['mismatches']")" = True ] || die "mismatches"
dir=$(json "$work/demo.json" "d['data_dir']")
run=$(json "$work/demo.json" "d['run']")
says err 'is refused with 403'
says err 'the disabled key is refused with 401'
for file in report.json report.xml report.html; do
    [ -s "$dir/evidence/$run/$file" ] || die "no $file"
done
exits 0 "$gwctl" --data-dir "$dir" run show "$run" --json
[ "$(json "$work/out" "d['outcome'] in ('passed','skipped','unsupported') and len(d['checks']) > 3")" = True ] || die "run"
exits 0 "$gwctl" --data-dir "$dir" usage summary --by key --filter 'key = demo-app' --json
[ "$(json "$work/out" "d['items'][0]['requests'] > 3 and d['items'][0]['cost_nanos'] > 0")" = True ] || die "summary"
exits 0 "$gwctl" demo
says out 'All as it should be.'
