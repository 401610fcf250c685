#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A certificate nobody vouches for is named, and the key is not sent.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export GW_KEY=sk-EXAMPLEfaults0000001

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 2 -subj /CN=localhost \
    -addext subjectAltName=IP:127.0.0.1 2> /dev/null || fail "openssl"
python3 "$tests/servers/faults.py" "$work/cert.pem" "$work/key.pem" > "$work/port" &
started+=($!)
until_true 10 test -s "$work/port" || fail "the server does not start"

console() { "$gwctl" --data-dir "$work/data" "$@"; }
expect 0 add console profile add tls --kind plain_openai --data-url "https://127.0.0.1:$(cat "$work/port")/ok/v1" --key-ref env:GW_KEY
expect 3 tls console --profile tls smoke --test T01 --alias m
says tls '[Cc]ertificate'
silent_about tls "$GW_KEY"
