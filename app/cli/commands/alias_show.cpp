// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_view.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    const QString what = u"alias show"_s;
    const auto listed = co_await listedAliases(context, what);
    if (!listed)
        co_return context.failed(listed.error());
    const auto found = std::ranges::find(*listed, context.args.word(0), &Alias::name);
    if (found == listed->end())
        co_return context.failed(misuse(what, Words::tr("the gateway lists no alias \"%1\"").arg(context.args.word(0)),
            context.hint(u"alias list"_s))
                                     .value());
    printAlias(context, *found);
    co_return AllWell;
}

extern const Command aliasShow;
const Command aliasShow{"alias show", "NAME",
    QT_TRANSLATE_NOOP("Words", "shows one alias: its routes, prices, fallbacks"), "alias show fast-chat",
    {offlineOption}, run};

} // namespace cli
