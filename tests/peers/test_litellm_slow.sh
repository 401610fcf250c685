#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The real LiteLLM proxy, its upstream being the embedded gateway: the smoke tests pass; ended in mid-stream, that is said.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
export UPSTREAM_KEY=sk-EXAMPLEupstream00000001 LITELLM_KEY=sk-EXAMPLEmaster1234

cat > "$work/gateway.yaml" << 'EOF'
keys:
  - name: litellm
    secret_ref: env:UPSTREAM_KEY
    aliases: [test-echo, test-slow]
EOF
serve gateway --config "$work/gateway.yaml"
data_url=$(field "$work/gateway.out" data_url)

python3 - "$data_url" > "$work/litellm.yaml" << 'EOF'
import json, sys
def deployment(name, model):
    return {"model_name": name, "litellm_params": {"model": "openai/" + model, "api_base": sys.argv[1], "api_key": "os.environ/UPSTREAM_KEY",
            "input_cost_per_token": 1.5e-7, "output_cost_per_token": 6e-7}}
print(json.dumps({"model_list": [deployment("chat-small", "test-echo"), deployment("chat-slow", "test-slow")],
    "router_settings": {"num_retries": 0, "disable_cooldowns": True},
    "general_settings": {"master_key": "os.environ/LITELLM_KEY"}}))
EOF
port=$(free_port)
litellm=$("$tests/servers/litellm/start.sh" "$port" "$work/litellm.yaml" "$work/litellm.log") || fail "LiteLLM does not start"
started+=("$litellm")

console() { "$gwctl" --data-dir "$work/console" "$@"; }
expect 0 profile console profile add litellm --kind plain_openai --data-url "http://127.0.0.1:$port/v1" --key-ref env:LITELLM_KEY
expect 0 smoke console --profile litellm smoke --test T00 --test T01 --test T03 --alias chat-small --report "json=$work/report.json"
says smoke 'T00'
says smoke 'T03'
python3 -m json.tool "$work/report.json" > /dev/null || fail "the report is no JSON"
grep -q "$LITELLM_KEY" "$work/report.json" && fail "the report holds the key"

# Its own adapter: models are told, and what needs a database is refused with the next step.
expect 0 added console profile add lite --kind litellm --data-url "http://127.0.0.1:$port/v1" --admin-url "http://127.0.0.1:$port" \
    --key-ref env:LITELLM_KEY --data-key-ref env:LITELLM_KEY
expect 0 seen console profile detect "http://127.0.0.1:$port" --json
[ "$(field "$work/seen.out" kind)" = litellm ] || fail "it is taken for another gateway"
expect 0 tried console profile test lite --json
python3 - "$work/tried.out" << 'EOF' || fail "profile test"
import json, sys
steps = {s["step"]: s["outcome"] for s in json.load(open(sys.argv[1]))["steps"]}
sys.exit(not (steps["connect"] == steps["admin_sign_in"] == steps["models"] == "passed" and "failed" not in steps.values()))
EOF
expect 0 aliases console --profile lite alias list --json
python3 - "$work/aliases.out" << 'EOF' || fail "alias list"
import json, sys
items = {a["name"]: a for a in json.load(open(sys.argv[1]))["items"]}
chat = items["chat-small"]
sys.exit(not (set(items) == {"chat-small", "chat-slow"} and chat["routes"][0]["model"] == "openai/test-echo" and chat["price"]["input_nanos"] == 150000000))
EOF
for answered in seen tried aliases; do silent_about $answered "$LITELLM_KEY"; done
expect 0 of-file console --profile lite smoke --test T00 --alias chat-small
for asked in "key list" "key create x --yes" "usage sync"; do
    console --profile lite $asked > "$work/refused.out" 2> "$work/refused.err" < /dev/null && fail "$asked works without a database"
    says refused 'DATABASE_URL|has no such function'
    silent_about refused "$LITELLM_KEY"
done

# The stream is under way once its text is shown; LiteLLM would drain at SIGTERM, so it is killed.
console --profile litellm smoke --test T03 --alias chat-slow > "$work/cut.out" 2> "$work/cut.err" &
run=$!
started+=($run)
until_true 60 grep -qE '^[0-9]+\.' "$work/cut.err" || fail "no live text"
kill -KILL "$litellm"
wait $run
code=$?
[ $code = 1 ] || fail "cut: exit code $code instead of 1"
says cut 'T03'
says cut 'T03a chat-slow +T03.V4 +FAIL: .*cut'

expect 3 gone console --profile litellm smoke --test T01 --alias chat-small
silent_about gone "$LITELLM_KEY"
echo "LiteLLM passed, and its end in mid-stream was told"
