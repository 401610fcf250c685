// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, u"key delete"_s);
    if (!found)
        co_return context.failed(found.error());
    changes::Change change;
    change.before = found->key;
    const auto done =
        co_await writeKey(context, *found->session, change, Words::tr("delete the key %1").arg(found->key.name));
    if (!done)
        co_return context.failed(done.error());
    context.out.document(jsonOf(found->key));
    context.out.line(Words::tr("deleted %1 (%2)").arg(found->key.name, found->key.id));
    co_return AllWell;
}

extern const Command keyDelete;
const Command keyDelete{"key delete", "ID", QT_TRANSLATE_NOOP("Words", "deletes a key; its usage rows stay"),
    "key delete demo-app --yes", {}, run};

} // namespace cli
