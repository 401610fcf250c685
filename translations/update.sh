#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes new strings into gatewright_en.ts and fills the English plural forms that "word(s)" gives by itself; says which
# are left to write by hand.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
/usr/lib/qt6/bin/lupdate -silent -no-obsolete -locations none app ui -ts translations/gatewright_en.ts
python3 - <<'PY'
import re
import xml.etree.ElementTree as tree

path = "translations/gatewright_en.ts"
text = open(path, encoding="utf-8").read()
pattern = re.compile(r"<source>([^<]*)</source>((?:(?!</message>).)*?)<numerusform></numerusform>\s*<numerusform></numerusform>", re.S)


def filled(found):
    source = found[1]
    if "(s)" not in source:
        print("plural forms missing:", source)
        return found[0]
    forms = [source.replace("(s)", ""), source.replace("(s)", "s")]
    lines = "\n            ".join(f"<numerusform>{form}</numerusform>" for form in forms)
    between = found[2].replace('<translation type="unfinished">', "<translation>")
    return f"<source>{source}</source>{between}{lines}"


text = pattern.sub(filled, text)
# What lupdate takes over from another context is right: the source is the same, and what is unfinished is not shown.
text = re.sub(r'<translation type="unfinished">(\s*<numerusform>[^<]+</numerusform>\s*<numerusform>[^<]+</numerusform>)', r"<translation>\1", text)
open(path, "w", encoding="utf-8").write(text)
tree.fromstring(text.encode())
PY
