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
says tls '“tls” at https://127.0.0.1'
says tls 'CA file'

# The authority of the house is named: the connection works, and the preflight looks at the certificate.
"$tests/servers/make-certificates.sh" "$work" 60 || fail "openssl"
serve gateway --seed demo
expect 0 key "$gwctl" --data-dir "$work/gateway" --json key create lab
GW_KEY=$(field "$work/key.out" secret)
data_url=$(field "$work/gateway.out" data_url)
port=${data_url##*:}
python3 "$tests/servers/tls-front.py" "$work" "${port%%/*}" > "$work/front" &
started+=($!)
until_true 10 test -s "$work/front" || fail "the TLS front does not start"
expect 0 add-lab console profile add lab --kind plain_openai --data-url "https://127.0.0.1:$(cat "$work/front")/v1" --key-ref env:GW_KEY --ca-file "$work/ca.pem"
expect 0 test-lab console profile test lab
# v5 OUTCOME TEXT: what the preflight says of the certificate.
v5() {
    python3 - "$work/smoke.out" "$@" << 'EOF'
import json, sys
reasons = [r for c in json.load(open(sys.argv[1]))["checks"] for r in c["reasons"] if r["id"] == "T00.V5"]
assert [r["outcome"] for r in reasons] == [sys.argv[2]] and sys.argv[3] in reasons[0]["text"], reasons
EOF
}
expect 0 smoke console --profile lab --json --yes smoke --test T00 --test T01 --test T03a --alias fast-chat
v5 passed 'localhost is valid until' || fail "T00.V5 with 60 days"
"$tests/servers/make-certificates.sh" "$work" 3 || fail "openssl"
python3 "$tests/servers/tls-front.py" "$work" "${port%%/*}" > "$work/front2" &
started+=($!)
until_true 10 test -s "$work/front2" || fail "the TLS front does not start"
expect 0 add-old console profile add old --kind plain_openai --data-url "https://127.0.0.1:$(cat "$work/front2")/v1" --key-ref env:GW_KEY --ca-file "$work/ca.pem"
expect 0 smoke console --profile old --json --yes smoke --test T00 --alias fast-chat
v5 warned 'renew it' || fail "T00.V5 with 3 days"

# A file that is no file of authorities is refused at once, and named when it goes away later.
expect 2 no-ca console profile add bad --kind plain_openai --data-url https://127.0.0.1:1/v1 --key-ref env:GW_KEY --ca-file "$work/server.key"
says no-ca 'holds no PEM certificate'
rm "$work/ca.pem"
expect 3 lost-ca console profile test old
says lost-ca 'CA file of “old”'
says lost-ca '^  try: Put a PEM file'
echo "nobody's certificate is trusted but the named one's"
