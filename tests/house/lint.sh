#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that can be said about the tree without running it. Called by ./dev lint.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bad=0
say() { echo "lint: $*" >&2; bad=1; }

mapfile -t code < <(git ls-files -co --exclude-standard 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h')
clang-format-14 --dry-run -Werror "${code[@]}" || say "layout: run clang-format-14 -i on the files above"

mapfile -t text < <(git ls-files -co --exclude-standard | grep -vE '\.(png|csv|bin|gz|zip)$|^tests/(data|fuzz/corpus)/|^LICENSE')
grep -nE '[[:blank:]]+$' "${text[@]}" && say "white space at the end of a line"
for file in $(git ls-files -co --exclude-standard '*.json' | grep -v '^tests/data/'); do
    python3 -m json.tool "$file" > /dev/null || say "no JSON: $file"
done

# A real key has many different characters; made-up ones say EXAMPLE, test or demo.
grep -nE '(sk|pk)-[A-Za-z0-9]{24,}' "${text[@]}" | grep -viE 'example|test|demo|0000|1234' && say "this looks like a secret"
grep -nE 'BEGIN [A-Z ]*PRIVATE KEY' "${text[@]}" | grep -v lint.sh && say "a private key"

words=$(mktemp -d)
cp translations/gatewright_en.ts "$words/was.ts"
cp translations/gatewright_en.ts "$words/is.ts"
timeout 120 /usr/lib/qt6/bin/lupdate -silent -no-obsolete -locations none app ui -ts "$words/is.ts" > /dev/null
known() { python3 -c 'import sys, xml.etree.ElementTree as t
for c in t.parse(sys.argv[1]).getroot().iter("context"):
    for m in c.iter("message"):
        if m.get("numerus") and not all((f.text or "") for f in m.iter("numerusform")): print("no plural forms:", m.findtext("source"))
        print(c.findtext("name"), "|", m.findtext("source"))' "$1" | sort; }
diff <(known "$words/was.ts") <(known "$words/is.ts") || say "translations/gatewright_en.ts is not up to date: run translations/update.sh"
known "$words/was.ts" | grep '^no plural forms' && say "fill the plural forms in translations/gatewright_en.ts"
known "$words/is.ts" | grep '^ | ' && say "these texts have no context and could not be translated: call tr() of a class, not of an alias of it"
rm -rf "$words"

exit $bad
