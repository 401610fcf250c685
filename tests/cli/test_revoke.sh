#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every key of an owner is taken back on all connections, and it is proven by calls that they are refused.
. "$(dirname "$0")/lib.sh"
serve --seed demo
secret_of() { exits 0 "$gwctl" key create "$1" --alias fast-chat --owner "$2" --json; json "$work/out" "d['secret']"; }
first=$(secret_of web-1 web)
second=$(secret_of web-2 WEB)
other=$(secret_of search-1 search)
export LAB_KEY=$first
exits 0 "$gwctl" profile add lab --kind plain_openai --data-url "$data_url" --key-ref env:LAB_KEY
exits 0 "$gwctl" profile default 'Test gateway'

# A key that is still served is told so, and nothing that was given is kept.
export OLD_KEY=$first
exits 2 "$gwctl" key prove < /dev/null
says err '--key-env OLD_KEY'
exits 2 "$gwctl" key prove --key-env OLD_KEY --within 2h
exits 1 "$gwctl" key prove --key-env OLD_KEY --within 2s
says out 'T07.V8'
says out 'Still admitted'

exits 2 "$gwctl" key revoke
exits 2 "$gwctl" key revoke web-1 --owner web
exits 2 "$gwctl" key revoke --owner web < /dev/null
says err '--yes'
[ "$(chat "$first" fast-chat)" = 200 ] || die "revoked without being asked"
exits 1 "$gwctl" key revoke --owner nobody --yes
says err 'no connection lists a key of nobody'

# By one of its keys; the gateway without a key list is named.
exits 0 "$gwctl" key revoke web-1 --reason leaked --yes --json
[ "$(json "$work/out" "sorted((i['profile'], i['key'], i['result']) for i in d['items'])")" = \
    "[('Test gateway', 'web-1', 'disabled'), ('Test gateway', 'web-2', 'disabled'), ('lab', '', 'unknown')]" ] ||
    die "revoke: $(cat "$work/out")"
for secret in "$first" "$second"; do
    [ "$(chat "$secret" fast-chat)" = 401 ] || die "a revoked key is served"
done
[ "$(chat "$other" fast-chat)" = 200 ] || die "another owner's key is revoked"
exits 0 "$gwctl" change list
says out 'revoke every key of web'
exits 0 "$gwctl" key revoke --owner web --yes
says out 'was disabled'

exits 0 "$gwctl" key prove --key-env OLD_KEY --json
[ "$(json "$work/out" "(d['suite'], d['checks'][0]['check'] + d['checks'][0]['variant'], d['checks'][0]['outcome'])")" = \
    "('revocation', 'T07g', 'passed')" ] || die "proof: $(cat "$work/out")"
exits 0 "$gwctl" key prove --key-env OLD_KEY --alias fast-chat
says out 'PASS'
exits 0 "$gwctl" key prove web-1 --key-env OLD_KEY --json
says out '(disabled at '
exits 0 "$gwctl" key prove nobody --key-env OLD_KEY
says err 'not in the journal'
exits 0 "$gwctl" run list --json
[ "$(json "$work/out" "[run['suite'] for run in d['items']]")" = "['revocation', 'revocation', 'revocation', 'revocation', 'revocation']" ] || die "run list"
no_secret "$first"

# One that cannot be asked keeps the others from nothing, and is no success.
exits 0 "$gwctl" key enable web-1
exits 0 "$gwctl" profile add gone --kind litellm --data-url http://127.0.0.1:9/v1 --admin-url http://127.0.0.1:9 --key-ref env:LAB_KEY
exits 0 "$gwctl" profile default 'Test gateway'
exits 1 "$gwctl" key revoke --owner web --yes
says out FAILED
says err 'not all is revoked'
[ "$(chat "$first" fast-chat)" = 401 ] || die "the one that could be revoked was not"
stop_serving
