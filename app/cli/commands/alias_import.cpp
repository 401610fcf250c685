// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_edits.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

// What the file does not tell stays as the gateway has it.
static Alias merged(Alias alias, const Alias &file)
{
    if (!file.routes.isEmpty())
        alias.routes = file.routes;
    if (!file.families.isEmpty())
        alias.families = file.families;
    if (file.price != Price())
        alias.price = file.price;
    if (!file.fallbacks.isEmpty())
        alias.fallbacks = file.fallbacks;
    if (file.contextTokens)
        alias.contextTokens = file.contextTokens;
    if (!file.strategy.isEmpty())
        alias.strategy = file.strategy;
    return alias;
}

static QList<changes::Edit> editsFor(const QList<Alias> &file, const QList<Alias> &listed, bool prune)
{
    QList<changes::Edit> edits;
    for (const Alias &wanted : file) {
        const auto was = std::ranges::find(listed, wanted.name, &Alias::name);
        if (was == listed.end())
            edits << changes::AliasChange{{}, wanted};
        else
            edits << changes::AliasChange{*was, merged(*was, wanted)};
    }
    for (const Alias &each : listed)
        if (prune && std::ranges::find(file, each.name, &Alias::name) == file.end())
            edits << changes::AliasChange{each, {}};
    return edits;
}

static Task<int> run(Context &context)
{
    const QString what = u"alias import"_s;
    const auto file = catalogInFile(context.args.word(0), what);
    if (!file)
        co_return context.failed(file.error());
    AliasEdit edit{what, Words::tr("write the aliases of %1").arg(context.args.word(0)), {}};
    const bool prune = context.args.has("prune");
    edit.plan = [file = *file, prune](const QList<Alias> &listed) -> Maybe<QList<changes::Edit>> {
        return editsFor(file, listed, prune);
    };
    co_return co_await editAliases(context, edit);
}

extern const Command aliasImport;
const Command aliasImport{"alias import", "FILE",
    QT_TRANSLATE_NOOP("Words", "writes the aliases of a catalog file, as alias export gives it"),
    "alias import aliases.json --dry-run",
    writeOptions()
        + QList{dryRunOption,
            Option{"prune", "", QT_TRANSLATE_NOOP("Words", "and removes the aliases that the file does not have")}},
    run};

} // namespace cli
