#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The same five commands on every fake generation: what each can do works, what it cannot is refused by name (2), and what
# shows no sign of its kind without a key is not guessed (5).
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/fakes.sh"

# detect, test, keys, aliases, usage
codes_of() {
    case $1 in
    litellm-nodb) echo 0 0 2 0 2 ;;
    openai-org) echo 5 0 0 2 2 ;;
    portkey) echo 5 0 0 0 2 ;;
    plain-openai | select) echo 5 0 2 0 2 ;;
    portkey-oss) echo 0 0 2 2 2 ;;
    *) echo 0 0 0 0 0 ;;
    esac
}
# ends N COMMAND...: with --json; a function that is lacking is named
ends() {
    exits "$@" --json
    [ "$1" != 2 ] || [ "$(json "$work/out" "d['error']['kind']")" = unsupported ] || die "$generation: ${*:2}: not for being unsupported"
}
# A guard that answers before the key is looked at blames no key.
guarded() {
    curl -s -o /dev/null -d '{"match":"GET /v1/","times":1000,"answer":"guard"}' "$fake_url/__fake/next"
    exits 3 "$gwctl" profile test "$generation"
    says err 'turns every call away before it looks at its key'
    says err 'Nothing is wrong with the key'
    curl -s -o /dev/null -d '{}' "$fake_url/__fake/reset"
}

tried=0
for generation in $generations; do
    fake "$generation"
    read -r detect test keys aliases usage <<< "$(codes_of "$generation")"
    exits "$detect" "$gwctl" profile detect "$fake_url" --json
    [ "$(json "$work/out" "d['kind']")" = "$([ "$detect" = 0 ] && echo "$fake_kind" || echo None)" ] || die "$generation: kind"
    ends "$test" "$gwctl" profile test "$generation"
    [ "$(json "$work/out" "[s['step'] for s in d['steps'] if s['outcome'] == 'failed']")" = '[]' ] || die "$generation: a step failed"
    case $generation in
    newapi-n4) guarded ;;
    portkey-oss) [ "$(json "$work/out" "[s['found'] for s in d['steps'] if s['step'] == 'data_sign_in'][0].startswith('not offered: ')")" = True ] || die "$generation: why there are no models" ;;
    esac
    ends "$keys" "$gwctl" --profile "$generation" key list
    ends "$aliases" "$gwctl" --profile "$generation" alias list
    [ "$aliases" != 0 ] || [ "$(json "$work/out" "len(d['items']) > 0")" = True ] || die "$generation: no alias"
    ends "$usage" "$gwctl" --profile "$generation" usage sync
    [ "$usage" != 0 ] || [ "$(json "$work/out" "d['rows'] >= 0")" = True ] || die "$generation: usage sync"
    for secret in "$ADMIN_SECRET" "$DATA_SECRET"; do [ -z "$secret" ] || no_secret "$secret"; done
    unfake
    tried=$((tried + 1))
done
[ "$tried" -ge 16 ] || die "only $tried generations"
