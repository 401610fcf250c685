#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install puts the programs with what belongs to them below a prefix, nothing else, and they run from there.
. "$(dirname "$0")/../cli/lib.sh"
build=$(dirname "$TEST_BIN")
root=$work/root
exits 0 env DESTDIR="$root" cmake --install "$build" --prefix /usr

(cd "$root" && find . -type f -printf '%P\n' | sort) > "$work/files"
cat > "$work/wanted" <<'FILES'
usr/bin/gatewright
usr/bin/gwctl
usr/share/applications/gatewright.desktop
usr/share/icons/hicolor/scalable/apps/gatewright.svg
usr/share/man/man1/gwctl.1
FILES
diff "$work/wanted" "$work/files" || die "other files are installed"

# A build for tests leaves its parts in its folder; elsewhere they are inside the programs.
if [ -e "$build/libcore.so" ]; then export LD_LIBRARY_PATH=$build; fi
version=$("$gwctl" --version)
for program in gwctl gatewright; do
    exits 0 env -C / "$root/usr/bin/$program" --version
    says out "${version##* }"
done
exits 0 env -C / "$root/usr/bin/gwctl" profile list --json

# The entry for desktops names a program and an icon that are there.
entry=$root/usr/share/applications/gatewright.desktop
[ -x "$root/usr/bin/$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$entry")" ] || die "Exec"
[ -s "$root/usr/share/icons/hicolor/scalable/apps/$(sed -n 's/^Icon=//p' "$entry").svg" ] || die "Icon"
python3 -c 'import sys, xml.etree.ElementTree as e; assert e.parse(sys.argv[1]).getroot().tag.endswith("}svg")' \
    "$root/usr/share/icons/hicolor/scalable/apps/gatewright.svg" || die "the icon is no picture"
