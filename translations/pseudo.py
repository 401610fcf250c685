#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo-locale en_XA from the English .ts: every text in brackets, with accents and 40 % longer.

A text that appears without brackets in a window under this locale never went through tr().
"""
import re
import sys
import xml.etree.ElementTree as tree

ACCENTS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
KEEP = re.compile(r"(%L?\d+|%n|&\w+;|<[^>]+>|\{[^}]*\})")


def stretched(text):
    parts = KEEP.split(text)
    body = "".join(p if KEEP.fullmatch(p) else p.translate(ACCENTS) for p in parts)
    return "[" + body + "~" * max(1, len(text) * 2 // 5) + "]"


def main(source, target):
    root = tree.parse(source).getroot()
    root.set("language", "en_XA")
    for message in root.iter("message"):
        text = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            translation = tree.SubElement(message, "translation")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = stretched(form.text or text)
        if not forms:
            translation.text = stretched(text)
    with open(target, "wb") as out:
        tree.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
