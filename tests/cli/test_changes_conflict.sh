#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Two consoles change one key: what the other did is not overwritten; and a set that is given up.
. "$(dirname "$0")/lib.sh"

serve --seed empty
exits 0 "$gwctl" key create app --alias test-echo

# Another console was faster: the row is blocked, the fields are named, nothing is overwritten.
exits 0 "$gwctl" key update app --rpm 5 --stage --json
set=$(json "$work/out" "d['id']")
exits 0 "$gwctl" key update app --tpm 900 --reason 'another console'
exits 6 "$gwctl" change apply "$set" --json
[ "$(json "$work/out" "(d['state'], d['steps'][0]['failure']['kind'], d['error']['kind'])")" = "('stopped', 'conflict', 'conflict')" ] || { cat "$work/out"; die "conflict"; }
[ "$(json "$work/out" "'tpm' in d['steps'][0]['failure']['why']")" = True ] || { cat "$work/out"; die "the field is not named"; }
exits 0 "$gwctl" key show app --json
[ "$(json "$work/out" "(d['rpm'], d['tpm'])")" = '(0, 900)' ] || die "a conflict was overwritten"
exits 0 "$gwctl" key update app --rpm 5 --stage --set "$set"
exits 0 "$gwctl" change apply "$set" --yes
exits 0 "$gwctl" key update app --tpm none --stage --json
set=$(json "$work/out" "d['id']")
exits 0 "$gwctl" change drop "$set"
says out 'dropped'
exits 6 "$gwctl" change apply "$set" --yes
stop_serving
