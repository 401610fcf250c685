#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# profile update: each setting alone; secrets by the vault's rules; nothing that would leave stored rows to nobody.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"
(umask 077; echo 'words for a vault' > "$work/passphrase")
export GATEWRIGHT_VAULT=file GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
update() { exits "$1" "$gwctl" profile update "${@:2}" --json; }
field() { json "$work/out" "d['$1']"; }
is() { [ "$(field "$1")" = "$2" ] || die "$1 is $(field "$1"), not $2"; }

fake litellm
add=(profile add other --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:DATA_SECRET)
exits 0 "$gwctl" "${add[@]}"

# Each alone; the rest stays.
exits 0 "$gwctl" profile show other --json
cp "$work/out" "$work/before"
update 0 other --env production
is environment production
[ "$(python3 - "$work/before" "$work/out" <<'P'
import json, sys
a, b = (json.load(open(f)) for f in sys.argv[1:])
print(sorted(k for k in b if a[k] != b[k]))
P
)" = "['environment']" ] || die "more than the environment was changed"
update 0 other --read-only
is read_only True
update 0 other --read-write
is read_only False
update 0 other --proxy http://127.0.0.1:3128
is proxy http://127.0.0.1:3128
update 0 other --proxy system
is proxy None
update 0 other --name renamed
is name renamed
update 0 renamed --name other
update 2 other --name litellm
json "$work/out" "d['error']['why']" > "$work/why"
says why 'already'
update 2 other --name ' '
exits 2 "$gwctl" profile update other
says err 'nothing to change'
exits 2 "$gwctl" profile update other --read-only --read-write
exits 2 "$gwctl" profile update other --data-url gateway.example
exits 2 "$gwctl" profile update nobody --env staging

# Without rows the kind and the addresses are free; what follows from an address follows the new one.
update 0 other --kind litellm --data-url http://127.0.0.1:10/v1
is admin_url http://127.0.0.1:10
update 0 other --data-url http://127.0.0.1:11/v1
is admin_url http://127.0.0.1:11
update 0 other --admin-url http://127.0.0.1:12
update 0 other --data-url http://127.0.0.1:13/v1
is admin_url http://127.0.0.1:12
update 0 other --kind plain_openai
is admin_url None

# Secrets: into the vault, out of it when they are given otherwise, and never anywhere else.
printf 'sk-EXAMPLE-first-of-update\n' > "$work/secret"
update 0 other --key-stdin < "$work/secret"
[ "$(json "$work/out" "d['data_key_ref'].startswith('vault:')")" = True ] || die "no vault"
no_secret sk-EXAMPLE-first-of-update
update 0 other --env staging
[ "$(json "$work/out" "d['data_key_ref'].startswith('vault:')")" = True ] || die "the key was lost"
update 0 other --key-ref env:DATA_SECRET
is data_key_ref env:DATA_SECRET
update 0 other --no-key
is data_key_ref None
exits 2 "$gwctl" profile update other --no-key --key-ref env:X
exits 2 "$gwctl" profile update other --key-ref sk-EXAMPLE
exits 3 env GATEWRIGHT_VAULT_PASSPHRASE_FILE= "$gwctl" profile update other --key-stdin < "$work/secret"
says err 'GATEWRIGHT_VAULT_PASSPHRASE_FILE'
exits 0 "$gwctl" profile show other --json
is data_key_ref None
rm "$work/secret"

# Stored rows belong to one gateway of one kind.
curl -s -o "$work/made" -d '{"count":3,"seconds":60}' "$fake_url/__fake/usage"
exits 0 "$gwctl" --profile litellm usage sync
exits 0 "$gwctl" --profile litellm usage list --json
rows=$(json "$work/out" "len(d['items'])")
exits 2 "$gwctl" profile update litellm --kind newapi --user-id 1
says err "$rows usage rows of a gateway of the kind litellm"
says err 'gwctl profile add NAME --kind newapi'
exits 2 "$gwctl" profile update litellm --data-url http://127.0.0.1:9/v1
says err '--moved'
exits 2 "$gwctl" profile update litellm --admin-url http://127.0.0.1:9
exits 0 "$gwctl" profile show litellm --json
is kind litellm
[ "$(field data_url)" != http://127.0.0.1:9/v1 ] || die "it was moved"
update 0 litellm --env production
update 0 litellm --data-url http://127.0.0.1:9/v1 --moved
is data_url http://127.0.0.1:9/v1
exits 0 "$gwctl" --profile litellm usage list --json
[ "$(json "$work/out" "len(d['items'])")" = "$rows" ] || die "rows"
unfake

# The embedded gateway stays what and where it is.
exits 2 "$gwctl" profile update 'Test gateway' --data-url http://127.0.0.1:9/v1
says err 'whoever runs the embedded gateway'
exits 2 "$gwctl" profile update 'Test gateway' --kind litellm
exits 2 "$gwctl" profile update other --kind embedded
update 0 'Test gateway' --name bench --read-only
is read_only True
