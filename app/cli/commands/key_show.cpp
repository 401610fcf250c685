// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, u"key show"_s);
    if (!found)
        co_return context.failed(found.error());
    printKey(context, found->key);
    co_return AllWell;
}

extern const Command keyShow;
const Command keyShow{"key show", "ID", QT_TRANSLATE_NOOP("Words", "shows one key, by id or name; never its secret"),
    "key show demo-app", {}, run};

} // namespace cli
