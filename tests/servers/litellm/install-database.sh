#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Adds to install.sh what LiteLLM needs for its database, from package registries alone, into the same cache, and prints where that is:
# the wasm query engine of npm's @prisma/client with shim/engine.cjs before it (Prisma's native engine is a download outside of them),
# the Python client made for LiteLLM's schema (an overlay of the virtual environment), and cluster.tar, a PostgreSQL cluster with
# LiteLLM's migrations applied. A second call installs nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv=$("$here/install.sh")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatewright-tests
pins=$(cat "$here/constraints.txt" "$here/install.sh" "$here/install-database.sh" "$here"/shim/* "$here/postgres.sh" | sha256sum | cut -c1-12)
home=$cache/litellm-database-$pins
exec 9> "$home.lock"
flock 9
[ -e "$home/complete" ] && { echo "$home"; exit 0; }
rm -rf "$home"
mkdir -p "$home/site"
cp -r "$here/shim" "$home/shim"
chmod +x "$home/shim/query-engine"
npm_install() { npm install --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error "${@:2}" >&2; }
npm_install "$home/shim" @prisma/client@5.22.0 @prisma/adapter-pg@5.22.0 @prisma/driver-adapter-utils@5.22.0 pg@8.13.1 graphql@16.9.0
npm_install "$home/cli" prisma@5.4.2

packages=$(echo "$venv"/lib/python3*/site-packages)
cp -r "$packages/prisma" "$home/site/prisma"
sed 's/^  binaryTargets = .*$//' "$packages/litellm/proxy/schema.prisma" > "$home/schema.prisma"
(
    for engine in QUERY_ENGINE_BINARY QUERY_ENGINE_LIBRARY SCHEMA_ENGINE_BINARY FMT_BINARY MIGRATION_ENGINE_BINARY; do
        export "PRISMA_$engine=$home/shim/query-engine"
    done
    export DATABASE_URL=postgresql://llm:x@127.0.0.1:1/litellm PATH=$venv/bin:$PATH PYTHONPATH=$home/site CHECKPOINT_DISABLE=1
    node "$home/cli/node_modules/prisma/build/index.js" generate --schema "$home/schema.prisma" >&2
)

source "$here/postgres.sh"
cluster=$(new_cluster)
trap 'stop_cluster "$cluster"; rm -rf "$cluster"' EXIT
start_cluster "$cluster"
ask_database() { psql -q -v ON_ERROR_STOP=1 -h "$cluster" -U llm "$@"; }
ask_database -d postgres -c 'create database litellm'
find "$packages/litellm_proxy_extras/migrations" -name migration.sql | sort | while IFS= read -r step; do
    sed 's/ CONCURRENTLY / /' "$step"
done | PGOPTIONS='-c client_min_messages=error' ask_database -d litellm -f - > "$home/migrations.log" 2>&1 || { tail -5 "$home/migrations.log" >&2; exit 1; }
stop_cluster "$cluster"
tar -C "$cluster" -cf "$home/cluster.tar" data
touch "$home/complete"
echo "$home"
