#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# python.sh REQUIREMENTS: installs what the file pins, once, and prints the folder of its programs.
set -euo pipefail
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gatewright-tests/python-$(sha256sum < "$1" | cut -c1-12)
# Installed aside and moved into place, so that a broken download leaves nothing half done.
if [ ! -d "$cache" ]; then
    mkdir -p "$(dirname "$cache")"
    fresh=$(mktemp -d "$cache.XXXXXX")
    python3 -m venv --copies "$fresh" >&2
    "$fresh/bin/python" -m pip install --quiet --disable-pip-version-check -r "$1" >&2
    mv -T "$fresh" "$cache" 2> /dev/null || rm -rf "$fresh"
fi
echo "$cache/bin"
