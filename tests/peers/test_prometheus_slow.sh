#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The metrics of a running gateway, read by the parser of the official Python client, equal its usage rows.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"
here=$tests/peers
python=$("$tests/servers/python.sh" "$here/requirements.txt") || fail "the tools do not install"

serve gateway --admin-listen 127.0.0.1:0 --seed empty
for name in data_url admin_url admin_key; do export "$name=$(field "$work/gateway.out" "$name")"; done
expect 0 metrics "$python/python" "$here/metrics.py"
says metrics 'metrics equal [0-9]+ rows'
cat "$work/metrics.out"
