#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# kill -9 in the middle of a sync loses and doubles nothing.
. "$(dirname "$0")/lib.sh"
serve --seed demo
for pause in 0.05 0.1 0.2 0.3 0.5 0.8; do
    "$gwctl" usage sync > /dev/null 2>&1 & syncing=$!
    sleep "$pause"
    kill -9 "$syncing" 2>/dev/null || true
    wait "$syncing" 2>/dev/null || true
done
exits 0 "$gwctl" usage sync --json
exits 0 "$gwctl" usage summary --by status --json
here=$(json "$work/out" "sum(i['requests'] for i in d['items'])")
there=$(python3 - "$admin_url" "$admin_key" <<'PY'
import json, sys, urllib.request
url, key = sys.argv[1], sys.argv[2]
count, after = 0, ''
while True:
    request = urllib.request.Request(url + '/usage?limit=1000' + ('&after=' + after if after else ''))
    request.add_header('Authorization', 'Bearer ' + key)
    page = json.load(urllib.request.urlopen(request))
    count += len(page['items'])
    if page['complete'] or not page['next']: break
    after = page['next']
print(count)
PY
)
[ "$here" = "$there" ] || die "$here rows here, $there on the gateway"
[ "$here" -gt 100 ] || die "only $here rows"
stop_serving
exits 0 "$gwctl" usage list --limit 5 --json
