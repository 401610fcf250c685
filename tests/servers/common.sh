# SPDX-License-Identifier: GPL-3.0-or-later
# For journeys, to be sourced: a folder of its own that goes away, programs that end with the test, and checks that say what failed.
set -uo pipefail
gwctl=${TEST_BIN:?is the folder of the built programs}/gwctl
tests=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
started=()

end_all() {
    local code=$?
    exec 2> /dev/null # the shell tells of each program that is ended
    for pid in "${started[@]}"; do
        kill -CONT "$pid" 2> /dev/null
        kill -KILL "$pid" 2> /dev/null
    done
    wait 2> /dev/null
    rm -rf "$work"
    exit $code
}
trap end_all EXIT

fail() {
    echo "FAILED: $*" >&2
    for file in "$work"/*.out "$work"/*.err; do
        [ -s "$file" ] && { echo "--- $(basename "$file")"; tail -80 "$file"; } >&2
    done
    exit 1
}

# expect CODE NAME COMMAND...: runs it, keeps what it says in NAME.out and NAME.err, and fails unless it exits with CODE.
expect() {
    local wanted=$1 name=$2 code=0
    shift 2
    "$@" > "$work/$name.out" 2> "$work/$name.err" < /dev/null || code=$?
    [ "$code" = "$wanted" ] || fail "$name: exit code $code instead of $wanted: $*"
}

# says NAME REGEX: what NAME printed (either stream) matches.
says() { grep -qE -- "$2" "$work/$1.out" "$work/$1.err" || fail "$1 does not say: $2"; }
silent_about() { ! grep -qE -- "$2" "$work/$1.out" "$work/$1.err" || fail "$1 says: $2"; }

# until_true SECONDS COMMAND...: waits for it, without a fixed pause.
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@" > /dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.05
    done
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
# field FILE NAME: of the first JSON document.
field() { python3 -c 'import json, sys; print(json.JSONDecoder().raw_decode(open(sys.argv[1]).read())[0][sys.argv[2]])' "$1" "$2"; }

# serve NAME ARGS...: starts an embedded gateway in the data dir $work/NAME; its first line lies in NAME.out.
serve() {
    local name=$1
    shift
    rm -f "$work/$name.out" # what an earlier one said is no answer of this one
    "$gwctl" --data-dir "$work/$name" gateway serve --listen 127.0.0.1:0 "$@" > "$work/$name.out" 2> "$work/$name.err" &
    started+=($!)
    until_true 30 test -s "$work/$name.out" || fail "the embedded gateway did not start"
}

ask_bus() { dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / "org.freedesktop.DBus.$1" string:org.freedesktop.secrets; }
has_keyring() { ask_bus NameHasOwner | grep -q true; }
# use_keyring absent|locked|frozen: what the session bus then offers for secrets. Needs a bus and HOME, XDG_RUNTIME_DIR of one's own.
use_keyring() {
    case $1 in
        absent) export DBUS_SESSION_BUS_ADDRESS=unix:path=/no/such/socket ;;
        locked) gnome-keyring-daemon --start --components=secrets > /dev/null 2>&1 ;;
        frozen)
            printf testpw | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1
            until_true 10 has_keyring || fail "no keyring"
            local keyring
            keyring=$(ask_bus GetConnectionUnixProcessID | grep -oE '[0-9]+$')
            started+=("$keyring")
            kill -STOP "$keyring"
            ;;
    esac
}
