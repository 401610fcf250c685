#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Aliases are written from the command line, through change sets: each state proven by a call from outside.
. "$(dirname "$0")/lib.sh"

serve --seed demo
exits 0 "$gwctl" key create app --json
secret=$(json "$work/out" "d['secret']")
exits 0 "$gwctl" alias list --json
target=$(json "$work/out" "next(f\"{a['routes'][0]['upstream']}/{a['routes'][0]['model']}\" for a in d['items'] if a['name'] == 'fast-chat')")

# What is no route is refused before anything is asked.
exits 2 "$gwctl" alias set mine
says err 'a new one needs a route'
exits 2 "$gwctl" alias set mine --to nothing
says err '--to nothing is no route'
exits 2 "$gwctl" alias set mine --to "$target@x"
exits 2 "$gwctl" alias set mine --to "$target" --price-in much
exits 2 "$gwctl" alias remove mine
says err 'lists no alias "mine"'
exits 2 "$gwctl" alias set mine --to "$target" --stage --dry-run
exits 2 "$gwctl" alias set mine --to "$target" --price-in 0.15 --yes
says err 'a price needs both'

# A new one, looked at first; then it serves, and change undo takes it away again.
[ "$(chat "$secret" mine)" = 404 ] || die "an alias that is not there is served"
exits 0 "$gwctl" alias set mine --to "$target" --price-in 0.15 --price-out 0.60 --dry-run
says out 'mine'
says err 'nothing was written'
[ "$(chat "$secret" mine)" = 404 ] || die "a dry run wrote"
exits 0 "$gwctl" alias set mine --to "$target@3" --price-in 0.15 --price-out 0.60 --reason OPS-9 --yes --json
set=$(json "$work/out" "d['id']")
[ "$(json "$work/out" "(d['state'], d['reason'], [(s['object'], s['action'], s['name'], s['state']) for s in d['steps']])")" = \
    "('applied', 'OPS-9', [('alias', 'create', 'mine', 'done')])" ] || { cat "$work/out"; die "set"; }
[ "$(chat "$secret" mine)" = 200 ] || die "the new alias does not serve: $(cat "$work/answer")"
exits 0 "$gwctl" alias set mine --price-in 0.20 --yes --json
[ "$(json "$work/out" "[s['fields'] for s in d['steps']]")" = "[['price']]" ] || { cat "$work/out"; die "fields"; }
exits 0 "$gwctl" alias show mine --json
[ "$(json "$work/out" "(d['price']['input_nanos'], d['price']['output_nanos'], d['routes'][0]['weight'])")" = '(200000000, 600000000, 3)' ] ||
    { cat "$work/out"; die "what is not named must stay"; }
exits 0 "$gwctl" alias set mine --price-in 0.20
says err 'nothing to change'
exits 6 "$gwctl" change undo "$set" --yes
says err 'somebody else changed it meanwhile: price'

# Staged: two edits of one alias are one step, and who would feel it is told from the rows.
exits 0 "$gwctl" usage sync # two refused calls and one that was served
exits 0 "$gwctl" alias set mine --fallback fast-chat --stage --json
set=$(json "$work/out" "d['id']")
exits 0 "$gwctl" alias set mine --price-out 0.70 --stage --set "$set" --json
[ "$(json "$work/out" "[(s['object'], s['fields']) for s in d['steps']]")" = "[('alias', ['price', 'fallbacks'])]" ] || { cat "$work/out"; die "joined"; }
exits 0 "$gwctl" change show "$set" --json
[ "$(json "$work/out" "[(c['name'], c['calls']) for c in d['impact']['callers']]")" = "[('app', 3)]" ] || { cat "$work/out"; die "callers"; }
exits 0 "$gwctl" change apply "$set" --yes
exits 0 "$gwctl" change undo "$set" --yes
exits 0 "$gwctl" alias show mine --json
[ "$(json "$work/out" "(d['price']['output_nanos'], d['fallbacks'])")" = '(600000000, [])' ] || { cat "$work/out"; die "undo"; }

# Out and in again: the file says what it tells, the rest stays; removed ones only with --prune.
exits 0 "$gwctl" alias export "$work/aliases.json"
exits 0 "$gwctl" alias import "$work/aliases.json" --yes
says err 'nothing to change'
python3 - "$work/aliases.json" <<'PY'
import json, sys
file = json.load(open(sys.argv[1]))
file["aliases"] = [a for a in file["aliases"] if a["name"] in ("mine", "fast-chat")]
next(a for a in file["aliases"] if a["name"] == "mine")["price"]["input_nanos"] = 111000000
json.dump(file, open(sys.argv[1], "w"))
PY
exits 0 "$gwctl" alias import "$work/aliases.json" --dry-run --json
[ "$(json "$work/out" "[(s['action'], s['name']) for s in d['steps']]")" = "[('change', 'mine')]" ] || { cat "$work/out"; die "import"; }
exits 0 "$gwctl" alias import "$work/aliases.json" --prune --dry-run --json
[ "$(json "$work/out" "len([s for s in d['steps'] if s['action'] == 'delete']) == 5")" = True ] || die "prune"
exits 0 "$gwctl" alias import "$work/aliases.json" --yes
exits 0 "$gwctl" alias show mine --json
[ "$(json "$work/out" "d['price']['input_nanos']")" = 111000000 ] || die "imported"
exits 2 "$gwctl" alias import "$work/nothing.json"
exits 2 "$gwctl" alias import "$work/aliases.json" --format xml
says err 'not "xml"'

# The files of other gateways: a LiteLLM configuration, and the mapping of a channel.
cat > "$work/config.yaml" <<YAML
model_list:
  - model_name: imported
    litellm_params: {model: ${target#*/}, litellm_credential_name: ${target%%/*}, weight: 4, input_cost_per_token: 1.5e-7, output_cost_per_token: 6.0e-7}
YAML
exits 0 "$gwctl" alias import "$work/config.yaml" --format litellm --dry-run --json
[ "$(json "$work/out" "[(s['action'], s['name']) for s in d['steps']]")" = "[('create', 'imported')]" ] || { cat "$work/out"; die "litellm"; }
echo "{\"fast-chat\": \"${target#*/}\"}" > "$work/mapping.json"
exits 0 "$gwctl" alias import "$work/mapping.json" --format newapi --channel elsewhere --dry-run --json
[ "$(json "$work/out" "[(s['action'], s['name'], s['fields']) for s in d['steps']]")" = "[('change', 'fast-chat', ['routes'])]" ] ||
    { cat "$work/out"; die "newapi"; }

# Removed, and back with undo.
exits 0 "$gwctl" alias remove mine --yes --json
set=$(json "$work/out" "d['id']")
[ "$(chat "$secret" mine)" = 404 ] || die "a removed alias serves"
exits 0 "$gwctl" change undo "$set" --yes
[ "$(chat "$secret" mine)" = 200 ] || die "undo did not bring it back"
no_secret "$secret"
stop_serving
