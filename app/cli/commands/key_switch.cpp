// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> switchTo(Context &context, bool enabled)
{
    const auto found = co_await findKey(context, enabled ? u"key enable"_s : u"key disable"_s);
    if (!found)
        co_return context.failed(found.error());
    changes::Change change;
    change.before = found->key;
    change.after = found->key;
    change.after->enabled = enabled;
    if (found->key.enabled == enabled) {
        printKey(context, found->key);
        co_return AllWell;
    }
    const QString question = enabled ? Words::tr("enable the key %1").arg(found->key.name)
                                     : Words::tr("disable the key %1").arg(found->key.name);
    const auto done = co_await writeKey(context, *found->session, change, question);
    if (!done)
        co_return context.failed(done.error());
    printKey(context, *done->change.after);
    co_return AllWell;
}

static Task<int> enable(Context &context)
{
    return switchTo(context, true);
}

static Task<int> disable(Context &context)
{
    return switchTo(context, false);
}

extern const Command keyEnable;
const Command keyEnable{
    "key enable", "ID", QT_TRANSLATE_NOOP("Words", "lets a key be used again"), "key enable demo-app", {}, enable};

extern const Command keyDisable;
const Command keyDisable{"key disable", "ID", QT_TRANSLATE_NOOP("Words", "has the gateway refuse a key from now on"),
    "key disable demo-app --yes", {}, disable};

} // namespace cli
