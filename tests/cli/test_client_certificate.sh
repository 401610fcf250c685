#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A client certificate in profile update and profile detect: both files, one of them, none; its passphrase in the vault.
. "$(dirname "$0")/lib.sh"
(umask 077; echo 'words for a vault' > "$work/passphrase")
export GATEWRIGHT_VAULT=file GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
update() { exits "$1" "$gwctl" profile update "${@:2}" --json; }
exits 0 "$gwctl" profile add other --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:OTHER_KEY

mkdir "$work/tls" "$work/us"
bash "$(dirname "$0")/../servers/make-certificates.sh" "$work/tls"
bash "$(dirname "$0")/../servers/make-certificates.sh" "$work/us"
openssl pkcs8 -topk8 -v2 aes-256-cbc -in "$work/us/server.key" -out "$work/us/locked.key" -passout pass:EXAMPLE-two-words
exits 2 "$gwctl" profile update other --client-cert "$work/us/server.pem"
says err 'needs its private key'
update 0 other --client-cert "$work/us/server.pem" --client-key "$work/us/server.key"
exits 2 "$gwctl" profile update other --client-key "$work/us/server.pem"
exits 2 env PASS=EXAMPLE-wrong "$gwctl" profile update other --client-key "$work/us/locked.key" --client-key-pass-env PASS
PASS=EXAMPLE-two-words update 0 other --client-key "$work/us/locked.key" --client-key-pass-env PASS
[ "$(json "$work/out" "d['client_key_pass_ref'].startswith('vault:') and d['client_cert'].endswith('server.pem')")" = True ] || die "client"
no_secret EXAMPLE-two-words
update 0 other --no-client-cert
[ "$(json "$work/out" "d['client_cert'], d['client_key'], d['client_key_pass_ref']")" = '(None, None, None)' ] || die "client stays"
update 0 other --ca-file "$work/tls/ca.pem"
update 0 other --no-ca-file
[ "$(json "$work/out" "d['ca_file']")" = None ] || die "authority stays"

# A gateway that wants to see one is recognised with it only.
serve
admin_port=$(json "$work/first.json" "d['admin_url'].split(':')[2].split('/')[0]")
python3 "$(dirname "$0")/../servers/tls-front.py" "$work/tls" "$admin_port" "$work/us/ca.pem" > "$work/port" &
front=$!
for _ in $(seq 100); do [ -s "$work/port" ] && break; sleep 0.1; done
detect=(profile detect "https://127.0.0.1:$(cat "$work/port")" --ca-file "$work/tls/ca.pem")
exits 3 "$gwctl" "${detect[@]}"
shown=(--client-cert "$work/us/server.pem" --client-key)
exits 0 "$gwctl" "${detect[@]}" "${shown[@]}" "$work/us/server.key" --json
[ "$(json "$work/out" "d['kind']")" = embedded ] || die "kind"
exits 0 env PASS=EXAMPLE-two-words "$gwctl" "${detect[@]}" "${shown[@]}" "$work/us/locked.key" --client-key-pass-ref env:PASS
exits 2 env PASS=EXAMPLE-wrong "$gwctl" "${detect[@]}" "${shown[@]}" "$work/us/locked.key" --client-key-pass-ref env:PASS
exits 2 "$gwctl" "${detect[@]}" "${shown[@]}" "$work/us/locked.key"
says err 'passphrase'
kill "$front"
