#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fake gateway answers as the recordings do.
set -euo pipefail
exec python3 "$(dirname "${BASH_SOURCE[0]}")/check_fake_gateway.py"
