#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# profile import: a .env file, curl, YAML and a link become profiles that work; a preview keeps nothing; no key is shown.
. "$(dirname "$0")/lib.sh"
serve --seed demo
exits 0 "$gwctl" key create client --json
secret=$(json "$work/out" "d['secret']")
export GATEWRIGHT_VAULT=file GATEWRIGHT_VAULT_PASSPHRASE_FILE=$work/passphrase
(umask 077; echo 'a passphrase of this test' > "$work/passphrase")

cat > "$work/.env" <<ENV
# of the team
export OPENAI_BASE_URL="$data_url/chat/completions"
OPENAI_API_KEY=$secret
DEBUG=1
ENV
exits 0 "$gwctl" profile import "$work/.env" --dry-run --name lab
says out 'OPENAI_API_KEY, line 3'
says out "•••• ${secret: -4}"
says out 'would add lab'
says err 'DEBUG, line 4'
! grep -qF "$secret" "$work/out" "$work/err" || die "the preview shows the key"
exits 0 "$gwctl" profile list --json
[ "$(json "$work/out" "[p['name'] for p in d['items']]")" = "['Test gateway']" ] || die "a preview kept something"
[ ! -e "$GATEWRIGHT_HOME/vault.gwv" ] || die "a preview made a vault"

exits 0 "$gwctl" profile import "$work/.env" --name lab --env staging --json
[ "$(json "$work/out" "d['kept'], d['items'][0]['data_url'], d['items'][0]['environment']")" = "(True, '$data_url', 'staging')" ] ||
    die "document"
exits 0 "$gwctl" profile test lab --json
[ "$(json "$work/out" "'fast-chat' in d['aliases']")" = True ] || die "aliases"

# From stdin, with a name that is taken and a variable that stands for the key.
printf 'curl %s/models \\\n  -H "Authorization: Bearer $LAB_KEY"\n' "$data_url" > "$work/curl.txt"
exits 0 "$gwctl" profile import --name ci < "$work/curl.txt"
says out 'the variable LAB_KEY'
exits 0 env LAB_KEY="$secret" "$gwctl" profile test ci
exits 2 "$gwctl" profile import - --name ci < "$work/curl.txt"
says err 'already'

# Several in one file, each under a name of its own.
cat > "$work/two.yaml" <<YAML
connections:
  - {name: first, base_url: $data_url, api_key: $secret}
  - {name: first, kind: plain_openai, base_url: http://127.0.0.1:9/v1}
YAML
exits 0 "$gwctl" profile import "$work/two.yaml" --json
[ "$(json "$work/out" "[p['name'] for p in d['items']]")" = "['first', 'first-2']" ] || die "names"
exits 2 "$gwctl" profile import "$work/two.yaml" --name one
printf 'gatewright://connect?name=link&data_url=%s' "$data_url" > "$work/link"
exits 0 "$gwctl" profile import "$work/link"
exits 0 "$gwctl" profile show link

# What cannot be kept is refused in one sentence, and nothing is run.
printf 'OPENAI_BASE_URL=%s\nOPENAI_API_KEY=$(touch %s)\n' "$data_url" "$work/ran" > "$work/.env"
exits 0 "$gwctl" profile import "$work/.env" --dry-run
says err 'the output of a command'
[ ! -e "$work/ran" ] || die "a command of the text was run"
printf 'TEAM_BASE_URL=%s\nTEAM_ADMIN_KEY=%s\n' "$data_url" "$secret" > "$work/.env"
exits 2 "$gwctl" profile import "$work/.env"
says err 'the kind of the gateway is not told'
exits 0 "$gwctl" profile import "$work/.env" --kind newapi # whose key that is some of them know by themselves
exits 2 "$gwctl" profile import "$work/nothing-there"
head -c 3000 /dev/zero > "$work/binary"
exits 2 "$gwctl" profile import "$work/binary"
exits 2 "$gwctl" profile import < /dev/null
rm "$work/.env" "$work/two.yaml"
no_secret "$secret"
