#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded gateway over TLS: its own console takes the very certificate it serves, whoever signed it; others name the authority.
. "$(dirname "$0")/lib.sh"

# OpenSSL frees what it keeps for a thread while that thread ends, which Qt does not wait for: now and then the leak
# checker of a short command looks in between.
printf 'leak:libcrypto.so\n' > "$work/lsan"
export LSAN_OPTIONS="suppressions=$work/lsan:print_suppressions=0"

mkdir "$work/tls"
"$(dirname "$0")/../servers/make-certificates.sh" "$work/tls"
serve --seed demo --tls-cert "$work/tls/server.pem" --tls-key "$work/tls/server.key"
case $data_url$admin_url in https://127.0.0.1:*/v1https://*) ;; *) die "no TLS: $data_url $admin_url" ;; esac

exits 0 "$gwctl" profile test
exits 0 "$gwctl" key list --json
[ "$(json "$work/out" "len(d['items']) > 3")" = True ] || die "key list"
exits 0 "$gwctl" gateway status --json
[ "$(json "$work/out" "d['running']")" = True ] || die "status"
for command in routes limits log export; do
    exits 0 "$gwctl" gateway $command
done
exits 0 "$gwctl" usage sync
exits 0 "$gwctl" smoke --test T01 --alias fast-chat --yes
exits 0 "$gwctl" key create app --alias fast-chat --json
export APP_KEY=$(json "$work/out" "d['secret']")

# From elsewhere: only with the authority named.
exits 0 "$gwctl" profile add plain --kind plain_openai --data-url "$data_url" --key-ref env:APP_KEY
exits 3 "$gwctl" --profile plain profile test
says err 'ertificate'
exits 0 "$gwctl" profile add named --kind plain_openai --data-url "$data_url" --key-ref env:APP_KEY --ca-file "$work/tls/ca.pem"
exits 0 "$gwctl" --profile named profile test
stop_serving

# A certificate that signed itself, for another name: nobody else would take it.
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/own.key" -out "$work/own.pem" -days 2 -subj /CN=elsewhere.test 2> /dev/null
serve --tls-cert "$work/own.pem" --tls-key "$work/own.key"
exits 0 "$gwctl" gateway status
exits 0 "$gwctl" --profile "Test gateway" key list
stop_serving
