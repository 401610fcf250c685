#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# start.sh PORT CONFIG LOG [DATABASE_URL]: starts LiteLLM on loopback, waits until it answers, and prints its number (pid).
# With a database: that of a started cluster (postgres.sh) made from cluster.tar of install-database.sh.
# It asks nobody on the network: prices come from the package, telemetry is off.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
venv=$("$here/install.sh")
export LITELLM_LOCAL_MODEL_COST_MAP=True LITELLM_LOG=WARNING TZ=UTC
if [ $# = 4 ]; then
    home=$("$here/install-database.sh")
    export DATABASE_URL=$4 DISABLE_SCHEMA_UPDATE=true PRISMA_OFFLINE_MODE=true STORE_MODEL_IN_DB=True LITELLM_SALT_KEY=sk-EXAMPLEsalt1234567
    export PYTHONPATH=$home/site PATH=$venv/bin:$PATH PRISMA_QUERY_ENGINE_BINARY=$home/shim/query-engine PRISMA_SCHEMA_ENGINE_BINARY=/bin/false
fi
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
