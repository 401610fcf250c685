#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# serve.sh: a real LiteLLM with its database, all on loopback; its upstream is the embedded gateway. Once it answers it prints one line of
# JSON with its address, the upstream's and that of its database for psql, and runs until its stdin ends. The keys come from UPSTREAM_KEY and LITELLM_KEY.
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
source "$tests/servers/litellm/postgres.sh"

# The model "file-chat" stands in the file, the others come over the API.
configuration() {
    python3 - "$1" << 'EOF'
import json, sys
chat = {"model_name": "file-chat", "model_info": {"id": "dep-file", "mode": "chat"}, "litellm_params": {
    "model": "openai/test-echo", "api_base": sys.argv[1], "api_key": "os.environ/UPSTREAM_KEY",
    "input_cost_per_token": 1.5e-6, "output_cost_per_token": 6e-6}}
print(json.dumps({"model_list": [chat], "router_settings": {"num_retries": 0},
    "general_settings": {"master_key": "os.environ/LITELLM_KEY", "proxy_batch_write_at": 2}}))
EOF
}

cat > "$work/gateway.yaml" << 'EOF'
keys:
  - {name: litellm, secret_ref: env:UPSTREAM_KEY}
EOF
serve gateway --config "$work/gateway.yaml"
upstream=$(field "$work/gateway.out" data_url)
configuration "$upstream" > "$work/litellm.yaml"

home=$("$tests/servers/litellm/install-database.sh") || fail "LiteLLM's database is not installed"
cluster=$(new_cluster "$home/cluster.tar")
trap 'stop_cluster "$cluster"; rm -rf "$cluster"; end_all' EXIT
database_port=$(free_port)
start_cluster "$cluster" "$database_port" || fail "PostgreSQL does not start"

port=$(free_port)
url="postgresql://llm:x@127.0.0.1:$database_port/litellm?connection_limit=20"
litellm=$("$tests/servers/litellm/start.sh" "$port" "$work/litellm.yaml" "$work/litellm.log" "$url") || fail "LiteLLM does not start"
started+=("$litellm")
echo "{\"url\": \"http://127.0.0.1:$port\", \"upstream\": \"$upstream\", \"database\": \"postgresql://llm@127.0.0.1:$database_port/litellm\"}"
cat > /dev/null
