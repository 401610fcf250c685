#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-certificates.sh FOLDER [DAYS]: an authority of our own (ca.pem) and a server certificate for 127.0.0.1 and localhost.
set -euo pipefail
cd "$1"
new_key() { openssl req -newkey rsa:2048 -nodes -keyout "$1.key" "${@:2}" 2> openssl.log; }
new_key ca -x509 -days 3 -subj "/CN=Test authority" -out ca.pem
new_key server -subj "/CN=localhost" -out server.csr
printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' > server.ext
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days "${2:-3}" -extfile server.ext -out server.pem 2>> openssl.log
