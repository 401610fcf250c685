#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How dear the admin API is beside bare SQLite on the same disk: admin.sh BUILD_DIR [ROWS]
set -euo pipefail
echo "$(date -u +%FT%TZ), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg)"
"$1/bin/bench_admin" "${2:-1000000}"
