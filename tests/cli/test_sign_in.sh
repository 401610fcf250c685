#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# profile sign-in: a password becomes an access token, a code a key; both lie in the vault and nowhere else.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"
printf 'words for a vault\n' > "$work/passphrase"
chmod 600 "$work/passphrase"
export GATEWRIGHT_VAULT=file GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase

served flatkey
exits 0 "$gwctl" profile add whose --kind newapi --data-url "$fake_url/v1" --key-ref env:ADMIN_SECRET
exits 3 "$gwctl" profile test whose # this generation wants to know
says err 'gwctl profile update whose --user-id N'
exits 3 "$gwctl" --profile whose key list
says err 'gwctl profile update whose --user-id N'
exits 0 "$gwctl" profile update whose --user-id 1
exits 0 "$gwctl" profile test whose
exits 0 "$gwctl" profile add lab --kind newapi --data-url "$fake_url/v1"
exits 2 "$gwctl" profile sign-in lab
exits 2 "$gwctl" profile sign-in lab --user root --code
exits 2 "$gwctl" profile sign-in lab --user root
says err '--password-stdin'
printf 'EXAMPLE-passw0rd\n' > "$work/password"
exits 2 "$gwctl" profile sign-in lab --user root --password-file "$work/password"
says err '--yes'
exits 3 env WRONG=EXAMPLE-another-word "$gwctl" profile sign-in lab --user root --password-env WRONG --yes
if grep -q another-word "$work/err"; then die "the password is in the message"; fi
exits 0 "$gwctl" profile sign-in lab --user root --password-file "$work/password" --yes --json
[ "$(json "$work/out" "d['admin_key_ref'].startswith('vault:') and d['user_id']")" = 1 ] || die "profile"
exits 0 "$gwctl" --profile lab key list --json
[ "$(json "$work/out" "len(d['items']) > 0")" = True ] || die "the token does not open the keys"
no_secret EXAMPLE-passw0rd
no_secret "$ADMIN_SECRET"

# A code: shown on stderr, entered by somebody else.
"$gwctl" profile sign-in lab --code --json > "$work/out" 2> "$work/err" &
asked=$!
for _ in $(seq 200); do grep -q 'enter the code' "$work/err" && break; sleep 0.1; done
says err 'enter the code bEXAMPLEe'
printf 'Authorization: Bearer %s\nNew-Api-User: 1\n' "$ADMIN_SECRET" > "$work/auth"
curl -s -o "$work/approved" -H @"$work/auth" -d '{}' "$fake_url/api/cli/device_authorizations/bEXAMPLEe/approve"
rm "$work/auth"
wait "$asked" || die "sign-in by code: $(cat "$work/err")"
[ "$(json "$work/out" "d['data_key_ref'].startswith('vault:') and d['admin_key_ref'].startswith('vault:')")" = True ] || die "code"
no_secret dt3Zuj15EXAMPLEt6MRbdGTzuJbd9J96rDbD7B9fbvAKbATu

# Either way makes something at the gateway, which a read-only profile does not.
exits 0 "$gwctl" profile update lab --read-only
asked=$(curl -s -d '{}' "$fake_url/__fake/state" | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["requests"]))')
exits 6 "$gwctl" profile sign-in lab --code
says err 'read-only'
exits 6 "$gwctl" profile sign-in lab --user root --password-file "$work/password" --yes
[ "$(curl -s -d '{}' "$fake_url/__fake/state" | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["requests"]))')" = "$asked" ] || die "a read-only profile asked"
unfake

# A kind without a sign-in says so.
exits 0 env K=x "$gwctl" profile add plain --kind plain_openai --data-url http://127.0.0.1:9/v1 --key-ref env:K
exits 2 "$gwctl" profile sign-in plain --code
says err 'no such function'

# These gateways allow 20 sign-ins and shown secrets in 20 minutes: every process counts with those before it.
often() {
    exits 0 "$gwctl" profile add often --kind newapi --data-url "$fake_url/v1"
    for _ in $(seq 10); do
        exits 0 "$gwctl" profile sign-in often --user root --password-file "$work/password" --yes
    done
    exits 3 "$gwctl" profile sign-in often --user root --password-file "$work/password" --yes --json
    [ "$(json "$work/out" "d['error']['kind']")" = rate_limited ] || die "kind"
    curl -s -d '{}' "$fake_url/__fake/state" > "$work/state"
    [ "$(json "$work/state" "sum(r in ('POST /api/user/login', 'GET /api/user/token') for r in d['requests'])")" = 20 ] || die "calls: $(cat "$work/state")"
}

# Others take their key without it, and tell it: that is kept. What was given stays; another key may be another user's.
user_of() { "$gwctl" profile list --json > "$work/profiles"; json "$work/profiles" "next(p['user_id'] for p in d['items'] if p['name'] == '$1')"; }
user_is() { [ "$(user_of "$1")" = "$2" ] || die "user id of $1: $(user_of "$1"), not $2"; }
for generation in newapi-n4 one-api; do
    served "$generation"
    exits 0 "$gwctl" profile add "$generation" --kind newapi --data-url "$fake_url/v1" --key-ref env:ADMIN_SECRET
    user_is "$generation" None
    exits 0 "$gwctl" profile test "$generation"
    user_is "$generation" 1
    exits 0 "$gwctl" --profile "$generation" key list
    exits 0 "$gwctl" profile update "$generation" --env staging
    user_is "$generation" 1
    exits 0 "$gwctl" profile update "$generation" --key-ref env:ADMIN_SECRET
    user_is "$generation" None
    exits 0 "$gwctl" --profile "$generation" key list
    user_is "$generation" 1
    exits 0 "$gwctl" profile update "$generation" --user-id 1
    exits 0 "$gwctl" profile update "$generation" --key-ref env:ADMIN_SECRET
    user_is "$generation" 1
    [ "$generation" != one-api ] || { # it does not look at it
        exits 0 "$gwctl" profile update "$generation" --user-id 42
        exits 0 "$gwctl" profile test "$generation"
        user_is "$generation" 42
    }
    [ "$generation" != newapi-n4 ] || often
    unfake
done
