// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/scope.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    const QString what = u"key update"_s;
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    const auto scope = scoped(found->key, context.args, Clock().now());
    if (!scope)
        co_return context.failed(scope.error());
    const QStringList missing = gaps(context.args, *scope, found->session->features());
    if (!missing.isEmpty() && !context.args.has("accept-gaps"))
        co_return context.failed(cannotHold(what, *found->session, missing));
    changes::Change change;
    change.before = found->key;
    change.after = without(*scope, found->session->features());
    if (sameSettings(*change.before, *change.after)) {
        context.out.note(Words::tr("nothing to change"));
        printKey(context, found->key);
        co_return AllWell;
    }
    const auto done =
        co_await writeKey(context, *found->session, change, Words::tr("change the key %1").arg(found->key.name));
    if (!done)
        co_return context.failed(done.error());
    printKey(context, *done->change.after);
    co_return AllWell;
}

extern const Command keyUpdate;
const Command keyUpdate{"key update", "ID",
    QT_TRANSLATE_NOOP("Words", "changes the scope of a key; what is not named stays"),
    "key update demo-app --budget 10/day --alias fast --alias smart", scopeOptions(), run};

} // namespace cli
