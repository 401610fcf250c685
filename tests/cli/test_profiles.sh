#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Profiles, their secrets in a vault file with no keyring and no terminal, and two programs on one data dir.
. "$(dirname "$0")/lib.sh"
serve --seed demo
exits 0 "$gwctl" key create client --json
secret=$(json "$work/out" "d['secret']")

# The embedded gateway is said to be where it runs.
exits 0 "$gwctl" profile show 'Test gateway' --json
[ "$(json "$work/out" "d['data_url'], d['admin_url']")" = "('$data_url', '$admin_url')" ] || die "where it runs"
exits 0 "$gwctl" profile list --json
[ "$(json "$work/out" "d['items'][0]['data_url']")" = "$data_url" ] || die "where the listed one runs"

# No vault that lasts: nothing is kept, and the way on is named.
export GATEWRIGHT_VAULT=file
printf '%s\n' "$secret" > "$work/secret"
exits 3 "$gwctl" profile add lab --kind plain_openai --data-url "$data_url" --key-stdin < "$work/secret"
says err 'GATEWRIGHT_VAULT_PASSPHRASE_FILE'
exits 0 "$gwctl" profile list --json
[ "$(json "$work/out" "[p['name'] for p in d['items']]")" = "['Test gateway']" ] || die "profile was kept"

(umask 077; echo 'a passphrase of this test' > "$work/passphrase")
export GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
exits 0 "$gwctl" profile add lab --kind plain_openai --data-url "$data_url" --key-stdin --json < "$work/secret"
[ "$(json "$work/out" "d['data_key_ref'].startswith('vault:')")" = True ] || die "reference"
[ -s "$GATEWRIGHT_HOME/vault.gwv" ] || die "no vault file"
exits 0 "$gwctl" profile test lab --json
[ "$(json "$work/out" "'fast-chat' in d['aliases']")" = True ] || die "aliases"
exits 2 "$gwctl" key list
says err 'there are several'
exits 2 "$gwctl" profile add lab --kind plain_openai --data-url "$data_url"
exits 2 "$gwctl" key create x --profile lab --yes
exits 0 "$gwctl" profile default lab
exits 0 "$gwctl" smoke --test T01 --alias fast-chat --yes --json --report junit="$work/smoke.xml"
[ "$(json "$work/out" "d['profile']")" = lab ] || die "default profile"
grep -q '<testsuite' "$work/smoke.xml" || die "junit"

# A vault file that cannot be opened says what is wrong with it, and no other place for keys is proposed.
cp "$GATEWRIGHT_HOME/vault.gwv" "$work/vault"
head -c 20 "$work/vault" > "$GATEWRIGHT_HOME/vault.gwv"
exits 70 "$gwctl" profile add more --kind plain_openai --data-url "$data_url" --key-stdin < "$work/secret"
says err 'cut or altered'
says err 'try: Put a backup'
cp "$work/vault" "$GATEWRIGHT_HOME/vault.gwv"
(umask 077; echo wrong > "$work/wrong-passphrase")
exits 3 env GATEWRIGHT_VAULT_PASSPHRASE_FILE="$work/wrong-passphrase" "$gwctl" profile add more --kind plain_openai \
    --data-url "$data_url" --key-stdin < "$work/secret"
says err 'does not open with this passphrase'
says err 'try: Enter the passphrase again'
exits 3 env GATEWRIGHT_VAULT_PASSPHRASE_FILE= "$gwctl" profile add more --kind plain_openai --data-url "$data_url" \
    --key-stdin < "$work/secret"
says err 'opens with its passphrase only'
says err 'try: Enter the passphrase, or name a file'

# A passphrase file that is not there is named; no keyring is blamed.
exits 2 env GATEWRIGHT_VAULT_PASSPHRASE_FILE="$work/none" "$gwctl" profile test lab
says err "$work/none"
if grep -qi 'unlock the keyring' "$work/err"; then cat "$work/err"; die "the keyring is blamed"; fi
echo 'wrong' > "$work/passphrase"
exits 3 "$gwctl" profile test lab
exits 0 env GATEWRIGHT_VAULT_PASSPHRASE_FILE= LAB_KEY="$secret" "$gwctl" profile add ci --kind plain_openai \
    --data-url "$data_url" --key-ref env:LAB_KEY
exits 0 env LAB_KEY="$secret" "$gwctl" profile test ci
exits 3 env LAB_KEY=sk-wrong-key-of-this-test "$gwctl" profile test ci
exits 3 "$gwctl" profile test ci
says err 'LAB_KEY'
# Two programs at once on one data dir.
for n in 1 2 3 4; do "$gwctl" usage sync --profile 'Test gateway' --json > "$work/sync.$n" 2>&1 & pids[n]=$!; done
for n in 1 2 3 4; do wait "${pids[n]}" || { cat "$work/sync.$n"; die "sync $n of four at once"; }; done
rm "$work/secret"
no_secret "$secret"
exits 2 "$gwctl" profile add second --kind embedded
says err 'the profile "Test gateway" already'
exits 0 "$gwctl" profile remove 'Test gateway' --yes
exits 0 "$gwctl" profile add locked --kind embedded --read-only
exits 6 "$gwctl" key create x --profile locked --yes
exits 0 "$gwctl" profile add bare --kind plain_openai --data-url "$data_url" < /dev/null
says err 'bare has no key'
exits 2 "$gwctl" profile remove ci
exits 0 "$gwctl" profile remove ci --yes
stop_serving
exits 3 "$gwctl" profile test lab

# A client certificate: files that fit, or a sentence; the passphrase of its key goes into the vault.
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/client.key" -out "$work/client.pem" -days 2 -subj /CN=us 2> /dev/null
openssl pkcs8 -topk8 -v2 aes-256-cbc -in "$work/client.key" -out "$work/locked.key" -passout pass:EXAMPLE-two-words
shown=(profile add shown --kind plain_openai --data-url https://127.0.0.1:9/v1 --key-ref env:LAB_KEY --client-cert "$work/client.pem")
exits 2 "$gwctl" "${shown[@]}"
says err 'needs its private key'
exits 2 "$gwctl" "${shown[@]}" --client-key "$work/client.pem"
says err 'no PEM private key'
exits 2 "$gwctl" "${shown[@]}" --client-key "$work/locked.key"
says err '--client-key-pass-env'
export GATEWRIGHT_HOME=$work/shown GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/shown-passphrase
(umask 077; echo 'words for a vault' > "$work/shown-passphrase")
exits 2 env PASS=EXAMPLE-wrong "$gwctl" "${shown[@]}" --client-key "$work/locked.key" --client-key-pass-env PASS
says err 'does not open with its passphrase'
exits 0 env PASS=EXAMPLE-two-words "$gwctl" "${shown[@]}" --client-key "$work/locked.key" --client-key-pass-env PASS --json
[ "$(json "$work/out" "d['client_key_pass_ref'].startswith('vault:') and d['client_cert'].endswith('client.pem')")" = True ] || die "client"
no_secret EXAMPLE-two-words

# What becomes of prompts and answers: nobody knows until somebody says so, and what is said stays.
exits 0 "$gwctl" profile facts shown --json
[ "$(json "$work/out" "(d['gateway_keeps'], d['kept_days'], d['as_of'])")" = "(None, None, None)" ] || die "facts of nobody"
exits 2 "$gwctl" profile facts shown --gateway-keeps perhaps
exits 2 "$gwctl" profile facts shown --kept-days -3
exits 0 "$gwctl" profile facts shown --gateway-keeps yes --kept-days 30
says err 'still unknown: whether the provider keeps them; where they lie; who can read them'
exits 0 "$gwctl" profile facts shown --provider-keeps no --region eu-west-1 --readers 'platform team' --source OPS-77 --json
[ "$(json "$work/out" "(d['gateway_keeps'], d['provider_keeps'], d['kept_days'], d['region'])")" = "(True, False, 30, 'eu-west-1')" ] \
    || die "facts"
exits 0 "$gwctl" profile facts shown
says out 'platform team'
