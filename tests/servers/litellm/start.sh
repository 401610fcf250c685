#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# start.sh PORT CONFIG LOG: starts LiteLLM without a database on loopback, waits until it answers, and prints its number (pid).
# It asks nobody on the network: prices come from the package, telemetry is off.
set -euo pipefail
venv=$("$(dirname "${BASH_SOURCE[0]}")/install.sh")
export LITELLM_LOCAL_MODEL_COST_MAP=True LITELLM_LOG=WARNING TZ=UTC
"$venv/bin/litellm" --config "$2" --host 127.0.0.1 --port "$1" --num_workers 1 --telemetry False > "$3" 2>&1 &
pid=$!
for _ in $(seq 240); do
    if curl -sf -o /dev/null --max-time 2 "http://127.0.0.1:$1/health/liveliness"; then
        echo $pid
        exit 0
    fi
    kill -0 $pid 2> /dev/null || break
    sleep 0.5
done
echo "LiteLLM does not start:" >&2
tail -20 "$3" >&2
kill -KILL $pid 2> /dev/null
exit 1
