#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gwctl is killed in the middle of a change set: the next one shows it as interrupted, goes on with it or takes it back.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/broken_off.sh"

staged
control next "$slow"
killed "$set" apply 'done doing pending'
exits 0 "$gwctl" change list
says out 'interrupted'
exits 0 "$gwctl" change show "$set" --json
[ "$(json "$work/out" "(d['interrupted'], d['state'])")" = "(True, 'applying')" ] || die "not shown as interrupted"
exits 0 "$gwctl" change show "$set"
says err 'goes on'
exits 6 "$gwctl" change drop "$set"
exits 0 "$gwctl" change apply "$set" --yes --json
[ "$(json "$work/out" "(d['state'], d['interrupted'])")" = "('applied', False)" ] || { cat "$work/out"; die "resume"; }
[ "$(owners)" = 'team-a team-b team-c' ] || die "resumed: $(owners)"

# Its undo is killed as well, and resumed.
control next "$slow"
killed "$set" undo 'done undoing undone'
exits 0 "$gwctl" change list
says out 'undo interrupted'
exits 6 "$gwctl" change apply "$set" --yes
exits 0 "$gwctl" change undo "$set" --yes
[ "$(owners)" = '- - -' ] || die "undone: $(owners)"

# An interrupted apply can be taken back at once.
staged
control next "$slow"
killed "$set" apply 'done doing pending'
exits 0 "$gwctl" change undo "$set" --yes --json
[ "$(json "$work/out" "d['state']")" = undone ] || { cat "$work/out"; die "undo of an interrupted apply"; }
[ "$(owners)" = '- - -' ] || die "taken back: $(owners)"

unfake
