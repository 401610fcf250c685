#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A set-up moves to production engines: the real LiteLLM loads the export and serves its aliases from the same upstream models;
# the resources for Envoy AI Gateway are what their definitions allow.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export FAR_KEY=sk-EXAMPLEupstream00000002 LITELLM_MASTER_KEY=sk-EXAMPLEmaster5678
python="$("$tests/servers/litellm/install.sh")/bin/python3"

# The upstream both engines have: a gateway whose usage rows tell which model was asked for.
printf 'keys:\n  - {name: engine, secret_ref: env:FAR_KEY}\n' > "$work/far.yaml"
serve far --config "$work/far.yaml"
far_url=$(field "$work/far.out" data_url)

cat > "$work/near.yaml" << EOF
limits: {attempts: 3, total_ms: 60000}
upstreams:
  - {name: far, kind: openai, base_url: "$far_url", key_ref: env:FAR_KEY}
  - {name: dead, kind: openai, base_url: "http://127.0.0.1:1/v1", key_ref: env:FAR_KEY}
  - {name: Claude EU, kind: anthropic, base_url: "https://api.anthropic.com/v1", key_ref: env:FAR_KEY}
  - {name: google, kind: gemini, base_url: "https://generativelanguage.googleapis.com/v1beta", key_ref: env:FAR_KEY}
aliases:
  - name: "fast: \"1\""
    routes: [{upstream: far, model: test-echo}]
    price: {input: 0.15, output: 0.60, cached: 0.075}
    families: [chat]
  - name: safe
    strategy: ordered
    routes: [{upstream: dead, model: none}, {upstream: far, model: test-no-usage}]
    price: {input: 0.0000001, output: 20000}
  - name: many
    routes: [{upstream: Claude EU, model: opus, weight: 2}, {upstream: google, model: pro}, {upstream: scripted, model: test-echo}]
keys:
  - {name: app, budgets: [{usd: 5, window: day}], aliases: [safe], rpm: 60}
EOF
serve near --config "$work/near.yaml"
near() { "$gwctl" --data-dir "$work/near" "$@"; }
expect 0 litellm near gateway export --format litellm
expect 0 envoy near gateway export --format envoy
says litellm 'not held: key "app" \(5 USD/day, aliases safe, rpm 60\)'
silent_about litellm "$FAR_KEY"
silent_about envoy "$FAR_KEY"

# YAML 1.1 readers see texts as texts and prices as numbers; what is missing stands at the head.
"$python" - "$work/litellm.out" "$work/envoy.out" "$tests/data/envoy/resources.schema.json" << 'EOF' || fail "an export is not what its engine reads"
import collections, json, sys, jsonschema, yaml
litellm = yaml.safe_load(open(sys.argv[1]))
first = litellm["model_list"][0]
assert first["model_name"] == 'fast: "1"', first
assert first["litellm_params"]["input_cost_per_token"] == 1.5e-7, first
assert litellm["model_list"][1]["litellm_params"]["input_cost_per_token"] == 1e-13, litellm["model_list"][1]
assert litellm["model_list"][1]["litellm_params"]["output_cost_per_token"] == 0.02, litellm["model_list"][1]
assert open(sys.argv[1]).read().startswith("# ") and "\n#  - key \"app\"" in open(sys.argv[1]).read()
schema = json.load(open(sys.argv[3]))
documents = list(yaml.safe_load_all(open(sys.argv[2])))
for document in documents:
    jsonschema.Draft202012Validator(schema).validate(document)
kinds = collections.Counter(d["kind"] for d in documents)
assert kinds["AIServiceBackend"] == kinds["Backend"] == kinds["BackendSecurityPolicy"] == 4, kinds
assert kinds["AIGatewayRoute"] == kinds["Gateway"] == 1, kinds
names = collections.defaultdict(set)
for d in documents:
    names[d["kind"]].add(d["metadata"]["name"])
for d in documents: # each reference leads to a resource of the same file
    if d["kind"] == "AIGatewayRoute":
        for rule in d["spec"]["rules"]:
            assert {r["name"] for r in rule["backendRefs"]} <= names["AIServiceBackend"], rule
    if d["kind"] == "AIServiceBackend":
        assert d["spec"]["backendRef"]["name"] in names["Backend"], d
    if d["kind"] == "BackendSecurityPolicy":
        assert d["spec"]["targetRefs"][0]["name"] in names["AIServiceBackend"], d
bad = json.loads(json.dumps(documents[1]))
bad["spec"]["listeners"][0]["port"] = "80"
try:
    jsonschema.Draft202012Validator(schema).validate(bad)
    raise SystemExit("the schema lets a wrong port pass")
except jsonschema.ValidationError:
    pass
EOF

port=$(free_port)
litellm=$("$tests/servers/litellm/start.sh" "$port" "$work/litellm.out" "$work/engine.log") || fail "LiteLLM does not start with the export"
started+=("$litellm")
printf 'Authorization: Bearer %s\n' "$LITELLM_MASTER_KEY" > "$work/auth"
# ask NAME ALIAS: the status of one chat call through LiteLLM.
ask() {
    curl -s -o "$work/$1.out" -w '%{http_code}' --max-time 60 -H @"$work/auth" -H 'Content-Type: application/json' \
        -d "$(python3 -c 'import json, sys; print(json.dumps({"model": sys.argv[1], "max_tokens": 20, "messages": [{"role": "user", "content": "Say pong."}]}))' "$2")" \
        "http://127.0.0.1:$port/v1/chat/completions"
}
curl -s -H @"$work/auth" "http://127.0.0.1:$port/v1/models" > "$work/models.out"
python3 - "$work/models.out" << 'EOF' || fail "LiteLLM offers other aliases"
import json, sys
assert {m["id"] for m in json.load(open(sys.argv[1]))["data"]} == {'fast: "1"', "safe", "many"}
EOF
[ "$(ask first 'fast: "1"')" = 200 ] || fail "the alias is not served"
grep -q 'pong' "$work/first.out" || fail "the answer is not the model's"
[ "$(ask second safe)" = 200 ] || fail "the second route does not stand in"
[ "$(ask third nothing)" != 200 ] || fail "an alias that is not there is served"

# What the upstream saw: the routes' own models, with the key of the upstream.
far() { "$gwctl" --data-dir "$work/far" "$@"; }
seen() { far gateway log --json | python3 -c 'import json, sys; print([(r["key"], r["model"], r["status"]) for r in json.load(sys.stdin)["items"] if r["model"]])'; } # it also lists models
until_true 10 eval "seen | grep -q test-no-usage"
[ "$(seen)" = "[('engine', 'test-echo', 200), ('engine', 'test-no-usage', 200)]" ] || fail "the upstream saw: $(seen)"
grep -q "$FAR_KEY" "$work/engine.log" && fail "LiteLLM's log holds the key"
echo "LiteLLM serves the export; the resources for Envoy fit their definitions"
