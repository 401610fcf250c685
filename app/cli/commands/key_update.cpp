// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_edits.h"
#include "cli/key_lookup.h"
#include "cli/scope.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key update"_s;

static Task<int> run(Context &context)
{
    KeyEdit edit;
    edit.what = what;
    edit.question = Words::tr("change %1");
    edit.alter = [&args = context.args](
                     const workspace::LiveSession &session, const Key &key) -> Maybe<std::optional<Key>> {
        const auto scope = scoped(key, args, Clock().now());
        if (!scope)
            return tl::unexpected<Trouble>(scope.error());
        const QStringList missing = gaps(args, *scope, session.features());
        if (!missing.isEmpty() && !args.has("accept-gaps"))
            return tl::unexpected<Trouble>(cannotHold(what, session, missing));
        return std::optional(without(*scope, session.features()));
    };
    co_return co_await editKeys(context, edit);
}

extern const Command keyUpdate;
const Command keyUpdate{"key update", "[ID]",
    QT_TRANSLATE_NOOP("Words", "changes the scope of a key, or of every key of --filter; what is not named stays"),
    "key update demo-app --budget 10/day --alias fast --alias smart", scopeOptions() + writeOptions() + bulkOptions(),
    run};

} // namespace cli
