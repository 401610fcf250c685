#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself on a display: it opens, runs the gateway that gwctl then uses too, and goes by keyboard.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GATEWRIGHT_VAULT=session QT_QPA_PLATFORM=xcb
[ -n "${DISPLAY:-}" ] || fail "no display"

# A gatewright:// link opens the form filled in: nothing is kept, and its key is on no command line.
"$TEST_BIN/gatewright" --data-dir "$work/linked" 'gatewright://connect?data_url=http://127.0.0.1:9/v1&name=linked#data_key=sk-EXAMPLE-linked' \
    > "$work/link.out" 2> "$work/link.err" &
linked=$!
started+=($linked)
until_true 60 xdotool search --onlyvisible --pid $linked || fail "no window"
[ "$(tr '\0' '\n' < /proc/$linked/cmdline | grep -c EXAMPLE)" = 0 ] || fail "the key of the link is on the command line"
expect 0 none "$gwctl" --data-dir "$work/linked" --json profile list
silent_about none linked
kill $linked
wait $linked

"$TEST_BIN/gatewright" --data-dir "$work/data" > "$work/window.out" 2> "$work/window.err" &
window=$!
started+=($window)
until_true 60 grep -q http "$work/data/gateway.lock" || fail "the gateway does not start with the window"
until_true 60 xdotool search --onlyvisible --pid $window || fail "no window"
expect 0 key "$gwctl" --data-dir "$work/data" --json --yes key create beside --alias test-echo
expect 0 list "$gwctl" --data-dir "$work/data" --json key list
says list '"beside"'
expect 2 second "$gwctl" --data-dir "$work/data" gateway serve
secret=$(field "$work/key.out" secret)
[ -n "$secret" ] || fail "no secret was given"
rm "$work/key.out"
! grep -rqaF -- "$secret" "$work" || fail "the secret lies in the data dir"

id=$(xdotool search --onlyvisible --pid $window | tail -1)
xdotool windowactivate --sync "$id" key --window "$id" ctrl+q
code=0
wait $window || code=$?
[ $code = 0 ] || fail "the window ended with $code"
expect 3 after "$gwctl" --data-dir "$work/data" key list
says after 'gateway serve'
