#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A key's secret is shown again where the gateway keeps it: on stdout alone, with a line in the journal that does not hold
# it, and no more often than the gateway allows. Where the gateway keeps a hash it is refused by name.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"
# first_key PROFILE: the name of a key it has
first_key() {
    exits 0 "$gwctl" --profile "$1" key list --json
    json "$work/out" "d['items'][0]['id']"
}
journal() { exits 0 "$gwctl" --profile "$1" change journal --json; }

fake newapi-n4
key=$(first_key newapi-n4)
exits 0 "$gwctl" --profile newapi-n4 key reveal "$key" --reason 'lost by the team' --yes
secret=$(cat "$work/out")
[[ "$secret" = sk-* ]] || die "stdout holds more or less than the secret"
says err '19 of 20 such calls in 20 minutes'
says err 'signing in counts too'
journal newapi-n4
[ "$(json "$work/out" "[(d['items'][0][f]) for f in ('action', 'object', 'object_id', 'reason', 'result', 'fields')]")" = \
    "['reveal', 'key', '$key', 'lost by the team', 'done', []]" ] || { cat "$work/out"; die "the journal"; }
[ "$(json "$work/out" "d['items'][0]['by'] != '' and d['items'][0]['at'] != ''")" = True ] || die "who, and when"
exits 0 "$gwctl" change journal
says out 'show the secret again'
exits 0 "$gwctl" --profile newapi-n4 key reveal "$key" --json
[ "$(json "$work/out" "d['secret']")" = "$secret" ] || die "another secret"
no_secret "$secret"

# Another program is counted too; the 21st is not sent, and noted as not done.
for _ in $(seq 3 20); do exits 0 "$gwctl" --profile newapi-n4 key reveal "$key"; done
says err '0 of 20 such calls'
exits 3 "$gwctl" --profile newapi-n4 key reveal "$key" --json
[ "$(json "$work/out" "d['error']['kind']")" = rate_limited ] || { cat "$work/out"; die "the 21st"; }
journal newapi-n4
[ "$(json "$work/out" "(len(d['items']), d['items'][0]['result'], d['items'][0]['failure'])")" = "(21, 'failed', 'rate_limited')" ] \
    || die "the 21st is not noted"
exits 0 "$gwctl" change journal --limit 2 --json
[ "$(json "$work/out" "(len(d['items']), d['complete'])")" = '(2, False)' ] || die "a cut list"
exits 0 "$gwctl" change journal --limit 50 --after "$(json "$work/out" "d['next']")" --json
[ "$(json "$work/out" "(len(d['items']), d['complete'])")" = '(19, True)' ] || die "the rest"
no_secret "$secret"
exits 0 "$gwctl" profile update newapi-n4 --read-only
exits 6 "$gwctl" --profile newapi-n4 key reveal "$key"
unfake

# One API tells secrets in its list: nothing is counted.
fake one-api
key=$(first_key one-api)
exits 0 "$gwctl" --profile one-api key reveal "$key" --json
secret=$(json "$work/out" "d['secret']")
[ -n "$secret" ] || die "no secret"
journal one-api
[ "$(json "$work/out" "[i['action'] for i in d['items']]")" = "['reveal']" ] || die "one-api: the journal"
exits 2 "$gwctl" --profile one-api key reveal nobody
no_secret "$secret"
unfake

fake litellm
key=$(first_key litellm)
exits 2 "$gwctl" --profile litellm key reveal "$key" --json
[ "$(json "$work/out" "d['error']['kind']")" = unsupported ] || die "litellm: not for being unsupported"
journal litellm
[ "$(json "$work/out" "d['items']")" = '[]' ] || die "litellm: noted"
unfake
