#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How dear usage rows are beside bare SQLite on the same disk: usage.sh BUILD_DIR [ROWS...]
set -euo pipefail
build=$1
shift
[ $# -gt 0 ] || set -- 200000 1000000
for rows in "$@"; do "$build/bin/bench_usage" "$rows"; done
