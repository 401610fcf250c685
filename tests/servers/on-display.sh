#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display of its own with a window manager and a session bus: on-display.sh COMMAND...
exec dbus-run-session -- xvfb-run -a -s "-screen 0 1920x1080x24 -nolisten tcp" bash -c '
openbox --sm-disable >/dev/null 2>&1 & manager=$!
for i in $(seq 100); do xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 0x && break; sleep 0.05; done
"$@"; code=$?; kill $manager; exit $code' _ "$@"
