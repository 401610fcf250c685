// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/mappings.h"
#include "cli/alias_edits.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include "workspace/litellm_file.h"
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

// A file read, as what it makes of the catalog that the gateway has.
using Catalog = std::function<QList<Alias>(const QList<Alias> &)>;

template<typename Read>
static Trouble unread(const QString &name, const Read &read, const QString &hint)
{
    return misuse(u"alias import"_s, Words::tr("%1: %2").arg(name, read.error().detail), hint).value();
}

static Maybe<Catalog> mappingsIn(const Args &args, const QByteArray &contents)
{
    const auto read = aliases::readMappings(contents, args.value("channel"));
    if (!read)
        return tl::unexpected<Trouble>(unread(args.word(0), read,
            Words::tr("a map of channels to their model_mapping, or with --channel the mapping of one")));
    return Catalog([mappings = *read](const QList<Alias> &listed) { return aliases::withMappings(listed, mappings); });
}

// Times are no part of such a file: a route that is there already keeps its own.
static QList<Alias> withTimes(QList<Alias> file, const QList<Alias> &listed)
{
    for (Alias &alias : file) {
        const auto was = std::ranges::find(listed, alias.name, &Alias::name);
        for (Route &route : alias.routes)
            for (const Route &old : was == listed.cend() ? QList<Route>() : was->routes)
                if (old.upstream == route.upstream && old.model == route.model)
                    route.times = old.times;
    }
    return file;
}

static Maybe<Catalog> liteLlmIn(const Args &args, const QByteArray &contents)
{
    const auto read = workspace::readLiteLlm(contents);
    if (!read)
        return tl::unexpected<Trouble>(unread(args.word(0), read, Words::tr("config.yaml of the LiteLLM proxy")));
    return Catalog(
        [file = workspace::aliasesOf(*read)](const QList<Alias> &listed) { return withTimes(file, listed); });
}

static Maybe<Catalog> catalogIn(const Args &args, const QString &what)
{
    const QString format = args.value("format");
    if (format.isEmpty() || format == "catalog"_L1) {
        const auto file = catalogInFile(args.word(0), what);
        return file ? Maybe<Catalog>(Catalog([file = *file](const QList<Alias> &) { return file; }))
                    : tl::unexpected<Trouble>(file.error());
    }
    if (format != "litellm"_L1 && format != "newapi"_L1)
        return misuse(
            what, Words::tr("--format is catalog, litellm or newapi, not \"%1\"").arg(format), u"--format catalog"_s);
    const auto contents = contentsOf(args.word(0), what);
    if (!contents)
        return tl::unexpected<Trouble>(contents.error());
    return format == "litellm"_L1 ? liteLlmIn(args, *contents) : mappingsIn(args, *contents);
}

static Task<int> run(Context &context)
{
    const QString what = u"alias import"_s;
    const auto file = catalogIn(context.args, what);
    if (!file)
        co_return context.failed(file.error());
    AliasEdit edit{what, Words::tr("write the aliases of %1").arg(context.args.word(0)), {}};
    const bool prune = context.args.has("prune");
    edit.plan = [file = *file, prune](const QList<Alias> &listed) -> Maybe<QList<changes::Edit>> {
        return editsFor(file(listed), listed, prune);
    };
    co_return co_await editAliases(context, edit);
}

extern const Command aliasImport;
const Command aliasImport{"alias import", "FILE",
    QT_TRANSLATE_NOOP("Words", "writes the aliases of a catalog file, as alias export gives it"),
    "alias import aliases.json --dry-run",
    writeOptions()
        + QList{dryRunOption,
            Option{"format", "NAME", QT_TRANSLATE_NOOP("Words", "catalog (default), litellm or newapi")},
            Option{"channel", "NAME", QT_TRANSLATE_NOOP("Words", "with newapi: FILE is the model_mapping of this one")},
            Option{"prune", "", QT_TRANSLATE_NOOP("Words", "and removes the aliases that the file does not have")}},
    run};

} // namespace cli
