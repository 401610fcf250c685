#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes new strings into gatewright_en.ts. English needs only its plural forms filled in: the singular and the plural.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
/usr/lib/qt6/bin/lupdate -silent -no-obsolete -locations none app ui -ts translations/gatewright_en.ts
python3 - <<'PY'
import xml.etree.ElementTree as tree
path = "translations/gatewright_en.ts"
root = tree.parse(path).getroot()
for message in root.iter("message"):
    forms = message.findall("translation/numerusform")
    if forms and not all(f.text for f in forms):
        print("plural forms missing:", message.findtext("source"))
PY
