// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_edits.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Alter switchedTo(bool enabled)
{
    return [enabled](const workspace::LiveSession &, const Key &key) -> Maybe<std::optional<Key>> {
        Key after = key;
        after.enabled = enabled;
        return std::optional(after);
    };
}

static Task<int> enable(Context &context)
{
    KeyEdit edit;
    edit.what = u"key enable"_s;
    edit.question = Words::tr("enable %1");
    edit.alter = switchedTo(true);
    co_return co_await editKeys(context, edit);
}

static Task<int> disable(Context &context)
{
    KeyEdit edit;
    edit.what = u"key disable"_s;
    edit.question = Words::tr("disable %1");
    edit.alter = switchedTo(false);
    co_return co_await editKeys(context, edit);
}

extern const Command keyEnable;
const Command keyEnable{"key enable", "[ID]", QT_TRANSLATE_NOOP("Words", "lets a key be used again"),
    "key enable demo-app", writeOptions() + bulkOptions(), enable};

extern const Command keyDisable;
const Command keyDisable{"key disable", "[ID]",
    QT_TRANSLATE_NOOP("Words", "has the gateway refuse a key from now on, or every key of --filter"),
    "key disable --filter \"owner = web\" --reason leaked --dry-run", writeOptions() + bulkOptions(), disable};

} // namespace cli
