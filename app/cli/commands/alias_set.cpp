// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_edits.h"
#include "cli/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> set(Context &context)
{
    const QString what = u"alias set"_s;
    const QString name = context.args.word(0);
    AliasEdit edit{what, Words::tr("change the alias %1").arg(name), {}};
    edit.plan = [&context, what, name](const QList<Alias> &listed) -> Maybe<QList<changes::Edit>> {
        const auto was = std::ranges::find(listed, name, &Alias::name);
        const bool there = was != listed.end();
        if (!there && !context.args.has("to"))
            return misuse(what, Words::tr("the gateway lists no alias \"%1\", and a new one needs a route").arg(name),
                Words::tr("--to UPSTREAM/MODEL, or gwctl alias list"));
        Alias before;
        before.name = name;
        const auto after = routed(there ? *was : before, context.args, what);
        if (!after)
            return tl::unexpected<Trouble>(after.error());
        return QList<changes::Edit>{changes::AliasChange{there ? std::optional(*was) : std::nullopt, *after}};
    };
    co_return co_await editAliases(context, edit);
}

static Task<int> remove(Context &context)
{
    const QString what = u"alias remove"_s;
    const QString name = context.args.word(0);
    AliasEdit edit{what, Words::tr("remove the alias %1").arg(name), {}};
    edit.plan = [&context, what, name](const QList<Alias> &listed) -> Maybe<QList<changes::Edit>> {
        const auto was = std::ranges::find(listed, name, &Alias::name);
        if (was == listed.end())
            return misuse(
                what, Words::tr("the gateway lists no alias \"%1\"").arg(name), context.hint(u"alias list"_s));
        return QList<changes::Edit>{changes::AliasChange{*was, {}}};
    };
    co_return co_await editAliases(context, edit);
}

extern const Command aliasSet;
const Command aliasSet{"alias set", "NAME", QT_TRANSLATE_NOOP("Words", "makes an alias, or changes where it leads"),
    "alias set fast --to openai/gpt-4o-mini@80 --to azure/gpt-4o-mini@20",
    routeOptions() + writeOptions() + QList{dryRunOption}, set};

extern const Command aliasRemove;
const Command aliasRemove{"alias remove", "NAME",
    QT_TRANSLATE_NOOP("Words", "removes an alias; change undo makes it again as it was"), "alias remove old-chat --yes",
    writeOptions() + QList{dryRunOption}, remove};

} // namespace cli
