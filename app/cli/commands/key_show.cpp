// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/tombstone.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, u"key show"_s);
    if (!found && found.error().exit == Misuse) { // the gateway answers, and has no such key
        const auto profile = co_await openProfile(context);
        const auto stone = co_await tombstoneOf(context, profile->profile.id, context.args.word(0));
        if (stone) {
            printTombstone(context, *stone);
            co_return AllWell;
        }
    }
    if (!found)
        co_return context.failed(found.error());
    printKey(context, found->key);
    co_return AllWell;
}

extern const Command keyShow;
const Command keyShow{"key show", "ID",
    QT_TRANSLATE_NOOP("Words", "shows one key, by id or name, also one that was deleted; never its secret"),
    "key show demo-app", {}, run};

} // namespace cli
