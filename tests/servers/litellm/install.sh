#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the real LiteLLM proxy from PyPI, at the versions of constraints.txt, into a cached virtual environment, and prints
# where that is. A second call installs nothing. Never 1.82.7 or 1.82.8: those releases were tampered with.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatewright-tests
pins=$(sha256sum "$here/constraints.txt" | cut -c1-12)
venv=$cache/litellm-$pins
mkdir -p "$cache"
exec 9> "$venv.lock"
flock 9
if [ ! -e "$venv/complete" ]; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -c "$here/constraints.txt" 'litellm[proxy]' >&2
    touch "$venv/complete"
fi
echo "$venv"
