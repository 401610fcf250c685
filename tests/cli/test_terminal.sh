#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What comes from outside is printed, never obeyed: no control character reaches the terminal.
. "$(dirname "$0")/lib.sh"

hostile=$'x\e[2Jy\x07\xc2\x9bz'
exits 2 "$gwctl" run show "$hostile"
says err '[2JY'
if grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$work/err"; then die "a control character came through"; fi
echo ok
