#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window's way without a keyring that can be used: locked, or frozen (SIGSTOP). An absent one is what tst_journey has.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"

if [ -z "${IN_SESSION:-}" ]; then
    for keyring in locked frozen; do
        IN_SESSION=$keyring dbus-run-session -- "$0" > "$work/$keyring.out" 2>&1 || { cat "$work/$keyring.out" >&2; fail "keyring $keyring"; }
    done
    echo "the window offers a vault file beside a keyring that is locked and one that hangs"
    exit 0
fi

export HOME=$work/home XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=offscreen:configfile=$tests/screen.json
unset DISPLAY WAYLAND_DISPLAY GATEWRIGHT_VAULT GATEWRIGHT_VAULT_PASSPHRASE_FILE
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
use_keyring "$IN_SESSION"
"$TEST_BIN/tst_journey" withoutAKeyringAVaultFileIsMadeAndOpenedInTheWindow
