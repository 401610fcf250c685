#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole journey on the passphrase vault, with a keyring that is absent, locked, or frozen (SIGSTOP); then a search for
# every secret in the data dir, in logs and reports, in core files, and in what the system shows of the processes.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"

if [ -z "${IN_SESSION:-}" ]; then
    for keyring in absent locked frozen; do
        IN_SESSION=$keyring dbus-run-session -- "$0" 2> "$work/$keyring.err" || { cat "$work/$keyring.err" >&2; fail "keyring $keyring"; }
    done
    echo "the journey works without a keyring, and no secret is left lying about"
    exit 0
fi

export HOME=$work/home XDG_RUNTIME_DIR=$work/run GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
unset DISPLAY WAYLAND_DISPLAY
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
printf 'correct-EXAMPLE-horse-4711\n' > "$GATEWRIGHT_VAULT_PASSPHRASE_FILE"
chmod 600 "$GATEWRIGHT_VAULT_PASSPHRASE_FILE"
use_keyring "$IN_SESSION"

console() { "$gwctl" --data-dir "$work/data" "$@"; }
ulimit -c unlimited
cd "$work" || fail "no folder"
serve data
admin_key=$(field "$work/data.out" admin_key)
gateway=${started[-1]}
expect 0 key console --profile 'Test gateway' --json --yes key create demo-app --alias test-echo --alias test-slow --budget 1/day
secret=$(field "$work/key.out" secret)
[ -n "$secret" ] || fail "no secret was given"
data_url=$(field "$work/data.out" data_url)
printf '%s\n' "$secret" > "$work/stdin"
"$gwctl" --data-dir "$work/data" profile add app --kind plain_openai --data-url "$data_url" --key-stdin < "$work/stdin" > "$work/app.out" 2> "$work/app.err" ||
    fail "profile add"
rm "$work/stdin"
[ -e "$work/data/vault.gwv" ] || fail "there is no vault file"
[ "$(stat -c %a "$work/data/vault.gwv")" = 600 ] || fail "others may read the vault file"
expect 0 smoke console --profile app smoke --test T00 --test T01 --test T03 --alias test-echo --report "json=$work/data/report.json" --report "html=$work/data/report.html"
expect 0 sync console --profile 'Test gateway' usage sync
expect 0 list console --profile 'Test gateway' usage list --limit 5

# A long stream, to look at a process while it holds the key.
"$gwctl" --data-dir "$work/data" --profile app smoke --test T03 --alias test-slow > "$work/slow.out" 2> "$work/slow.err" &
run=$!
started+=($run)
until_true 60 grep -qE '^[0-9]+\.' "$work/slow.err" || fail "no live text"
for pid in "$gateway" "$run"; do
    grep -qE 'Max core file size +0 ' "/proc/$pid/limits" || fail "process $pid may leave a core file"
done
rm -f "$work/key.out" "$work/data.out" # where the secrets were shown once, on purpose
search() {
    local name=$1 text=$2 place
    for place in "$work/data" "$work/smoke.out" "$work/smoke.err" "$work/slow.err" "$work/data.err"; do
        ! grep -rqaF -- "$text" "$place" || fail "$name lies in $place: $(grep -rlaF -- "$text" "$place" | head -3)"
    done
    for place in /proc/[0-9]*/cmdline "/proc/$gateway/environ" "/proc/$run/environ"; do
        case $place in /proc/$$/* | /proc/self/*) continue ;; esac
        ! tr '\0' '\n' 2> /dev/null < "$place" | grep -qaF -f <(printf '%s' "$text") || fail "$name is shown in $place"
    done
}
search "the key" "$secret"
search "the admin key" "$admin_key"
search "the passphrase" correct-EXAMPLE-horse-4711
kill -ABRT "$run" 2> /dev/null
wait $run 2> /dev/null
core=$(find "$work" -name 'core*' -type f | head -1)
[ -z "$core" ] || fail "a core file was left: $core"

expect 0 doctor console doctor
says doctor 'vault file'
printf 'wrong\n' > "$GATEWRIGHT_VAULT_PASSPHRASE_FILE"
code=0
console --profile app smoke --test T01 --alias test-echo > "$work/wrong.out" 2> "$work/wrong.err" < /dev/null || code=$?
[ $code != 0 ] || fail "a wrong passphrase opened the vault"
says wrong '[Pp]assphrase'
says wrong '^  try: '
exit 0
