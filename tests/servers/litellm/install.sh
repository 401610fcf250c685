#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the real LiteLLM proxy from PyPI, at the versions of constraints.txt, into a cached virtual environment, and prints
# where that is. Without the package prisma it answers 500 to a call without a key, database or not. A second call installs nothing. Never 1.82.7 or 1.82.8: those releases were tampered with.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatewright-tests
pins=$(cat "$here/constraints.txt" "$here/install.sh" | sha256sum | cut -c1-12)
venv=$cache/litellm-$pins
mkdir -p "$cache"
exec 9> "$venv.lock"
flock 9
if [ ! -e "$venv/complete" ]; then
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -c "$here/constraints.txt" 'litellm[proxy]' prisma >&2
    touch "$venv/complete"
fi
echo "$venv"
