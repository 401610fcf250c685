#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A list that is cut says where it goes on: page by page it gives every row of the whole list, once.
. "$(dirname "$0")/lib.sh"
serve --seed demo
exits 0 "$gwctl" usage sync
for name in a b c; do
    exits 0 env LAB_KEY=x "$gwctl" profile add "$name" --kind plain_openai --data-url "$data_url" --key-ref env:LAB_KEY
done
exits 0 "$gwctl" profile default 'Test gateway'
for _ in 1 2 3; do exits 0 "$gwctl" smoke --test T01 --alias fast-chat --yes; done

cat > "$work/walk.py" <<'PY'
import json, subprocess, sys
size, command = sys.argv[1], sys.argv[2:]
def page(*more):
    done = subprocess.run([*command, '--json', *more], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
whole = page('--limit', '100000')
assert whole['complete'] and whole['next'] is None, whole['next']
rows, more, pages = [], [], 0
while True:
    part = page('--limit', size, *more)
    assert part['complete'] == (part['next'] is None), part
    rows += part['items']
    pages += 1
    if part['complete']:
        break
    assert len(part['items']) == int(size)
    more = ['--after', part['next']]
assert rows == whole['items'], (len(rows), len(whole['items']))
assert pages > 1, 'one page only'
PY
walk() { python3 "$work/walk.py" "$@" || die "pages: $*"; }
walk 2 "$gwctl" key list
walk 2 "$gwctl" key list --filter 'enabled = true'
walk 300 "$gwctl" usage list --from -3d
walk 40 "$gwctl" usage summary --by alias,day
walk 2 "$gwctl" alias list
walk 2 "$gwctl" alias list --filter 'name ~ .'
walk 2 "$gwctl" run list
walk 2 "$gwctl" profile list

for command in 'key list' 'alias list' 'usage list' 'usage summary' 'run list' 'profile list'; do
    # shellcheck disable=SC2086
    exits 2 "$gwctl" $command --after nowhere
    says err 'is not in this list'
done
exits 0 "$gwctl" key list --limit 2
says err '--after'
stop_serving
