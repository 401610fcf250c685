#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A port that another program has, and a second gateway in one data dir.
source "$(dirname "${BASH_SOURCE[0]}")/../servers/common.sh"

python3 "$tests/servers/faults.py" > "$work/port" &
started+=($!)
until_true 10 test -s "$work/port" || fail "the server does not start"
port=$(cat "$work/port")
expect 2 taken "$gwctl" --data-dir "$work/one" gateway serve --listen "127.0.0.1:$port"
says taken "$port"
says taken '^  try: '

serve two
expect 2 second "$gwctl" --data-dir "$work/two" gateway serve --listen 127.0.0.1:0
says second '^  try: '
