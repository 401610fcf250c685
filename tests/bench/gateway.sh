#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded gateway beside nginx, in one run: gateway.sh BUILD_DIR [--runs N] [--seconds S] [--only WORD...]
set -euo pipefail
exec python3 "$(dirname "${BASH_SOURCE[0]}")/gateway.py" "$@"
