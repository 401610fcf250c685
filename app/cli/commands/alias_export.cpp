// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "cli/kept_catalog.h"
#include "cli/save_file.h"
#include "cli/words.h"
#include "workspace/catalog_config.h"
#include "workspace/exports.h"
#include "workspace/litellm_file.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"alias export"_s;

struct Written
{
    QByteArray text;
    QStringList missing;
};

static Written yamlOf(const QList<Alias> &catalog, workspace::Exported (*write)(const workspace::GatewayConfig &))
{
    const workspace::CatalogSetUp setUp = workspace::setUpOf(catalog);
    const workspace::Exported exported = write(setUp.config);
    return {exported.yaml.toUtf8(), setUp.missing + exported.missing};
}

static Maybe<Written> inFormat(const QList<Alias> &catalog, const QString &format)
{
    if (format.isEmpty() || format == "catalog"_L1)
        return Written{aliases::canonical(catalog), {}};
    if (format == "litellm"_L1)
        return yamlOf(catalog, workspace::asLiteLlm);
    if (format == "envoy"_L1)
        return yamlOf(catalog, workspace::asEnvoy);
    if (format == "newapi"_L1)
        return Written{workspace::channelMappings(catalog), {}};
    return misuse(what, Words::tr("--format is catalog, litellm, envoy or newapi, not \"%1\"").arg(format),
        u"--format catalog"_s);
}

// The file that is there, with what the catalog has otherwise.
static Maybe<Written> broughtUp(const QList<Alias> &catalog, const QString &name)
{
    const auto there = contentsOf(name, what);
    if (!there)
        return tl::unexpected<Trouble>(there.error());
    const auto update = workspace::updatedLiteLlm(*there, catalog);
    if (!update)
        return misuse(
            what, Words::tr("%1: %2").arg(name, update.error().detail), Words::tr("write it anew, without --update"));
    return Written{update->text, update->missing};
}

static Task<int> run(Context &context)
{
    const QString format = context.args.value("format");
    if (const auto known = inFormat({}, format); !known)
        co_return context.failed(known.error());
    const QString name = context.args.word(0);
    const bool toFile = !name.isEmpty() && name != "-"_L1;
    const bool update = context.args.has("update");
    if (update && (!toFile || format != "litellm"_L1))
        co_return context.failed(misuse(what, Words::tr("--update needs --format litellm and the file that is there"),
            u"alias export config.yaml --format litellm --update"_s)
                                     .value());
    const auto seen = co_await seenCatalog(context, what);
    if (!seen)
        co_return context.failed(seen.error());
    const auto written = update ? broughtUp(seen->aliases, name) : inFormat(seen->aliases, format);
    if (!written)
        co_return context.failed(written.error());
    if (const auto saved = toFile
            ? saveFile(name, written->text, what, Words::tr("choose another file, or none for standard output"))
            : Maybe<>();
        !saved)
        co_return context.failed(saved.error());
    context.out.document({{u"format"_s, format.isEmpty() ? u"catalog"_s : format}, {u"aliases"_s, seen->aliases.size()},
        {u"file"_s, toFile ? QJsonValue(name) : QJsonValue()},
        {u"text"_s, toFile ? QJsonValue() : QJsonValue(QString::fromUtf8(written->text))},
        {u"missing"_s, QJsonArray::fromStringList(written->missing)}});
    context.out.line(toFile ? Words::tr("%n alias(es) written to %1", nullptr, int(seen->aliases.size())).arg(name)
                            : QString::fromUtf8(written->text).chopped(1));
    for (const QString &missing : written->missing)
        context.out.note(Words::tr("not held: %1").arg(missing));
    co_return AllWell;
}

extern const Command aliasExport;
const Command aliasExport{"alias export", "[FILE]",
    QT_TRANSLATE_NOOP("Words", "writes the catalog as a file: stable order, no secret, good to keep in Git"),
    "alias export catalog.json --offline",
    {{"format", "NAME", QT_TRANSLATE_NOOP("Words", "catalog (default), litellm, envoy or newapi")},
        {"update", "", QT_TRANSLATE_NOOP("Words", "brings FILE up to date, its comments kept (litellm)")},
        offlineOption},
    run};

} // namespace cli
