#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How long the longest lists of the window take to filter, to sort and to open a form, beside Qt's own: lists.sh BUILD_DIR
set -euo pipefail
QT_QPA_PLATFORM=offscreen exec "$1/bin/bench_lists"
