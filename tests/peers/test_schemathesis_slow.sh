#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# schemathesis against the admin API of a running gateway, from the document the gateway serves, every check on, for a minute.
# The questions are the same each time; SEED=N asks others.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
here=$tests/peers
python=$("$tests/servers/python.sh" "$here/requirements.txt") || fail "the tools do not install"

serve gateway --admin-listen 127.0.0.1:0 --seed empty
admin_url=$(field "$work/gateway.out" admin_url)
GATEWAY_ADMIN_KEY=$(field "$work/gateway.out" admin_key)
export GATEWAY_ADMIN_KEY
# The key is in the file's environment, not in the arguments.
{ cat "$here/schemathesis.toml"; printf '\n[headers]\nAuthorization = "Bearer ${GATEWAY_ADMIN_KEY}"\n'; } > "$work/schemathesis.toml"

cd "$work" || fail "no folder"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here expect 0 schemathesis "$python/python" -m schemathesis.cli --config-file "$work/schemathesis.toml" run "$admin_url/openapi.json" \
    --url "${admin_url%/admin/v1}" --checks all --seed "${SEED:-1}" --max-time 60 --no-color --warnings off
says schemathesis 'Operations: +([0-9]{2,}) selected / \1 total'
silent_about schemathesis "$GATEWAY_ADMIN_KEY"

# It goes on serving, and lost nothing.
printf 'header = "Authorization: Bearer %s"\n' "$GATEWAY_ADMIN_KEY" > "$work/curl"
expect 0 health curl --silent --fail --config "$work/curl" "$admin_url/health"
says health '"rows_lost":0'
sed -n 's/^ *\([0-9]* generated.*\)/schemathesis: \1/p' "$work/schemathesis.out"
