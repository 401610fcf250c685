// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/words.h"
#include "workspace/import_map.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"usage import"_s;

static Maybe<usage::ImportMap> mapOf(const Args &args)
{
    if (!args.has("map"))
        return usage::ImportMap();
    QFile file(args.value("map"));
    if (!file.open(QIODevice::ReadOnly))
        return misuse(u"--map "_s + file.fileName(), file.errorString(), u"gwctl usage import --help"_s);
    auto map = workspace::readImportMap(file.readAll());
    if (!map)
        return misuse(u"--map "_s + file.fileName(), map.error().text(), Words::tr("correct that line"));
    return std::move(*map);
}

static void print(Context &context, const Profile &profile, const usage::Imported &imported)
{
    context.out.document({{u"profile"_s, profile.name}, {u"import"_s, imported.id}, {u"rows"_s, imported.rows},
        {u"added"_s, imported.added}, {u"changed"_s, imported.changed}, {u"same"_s, imported.same},
        {u"ignored_columns"_s, QJsonArray::fromStringList(imported.ignored)}});
    context.out.line(Words::tr("%1 rows into %2: %3 new, %4 changed, %5 known before")
                         .arg(imported.rows)
                         .arg(profile.name)
                         .arg(imported.added)
                         .arg(imported.changed)
                         .arg(imported.same));
    if (!imported.ignored.isEmpty())
        context.out.note(Words::tr("columns left out, they are no field and not in the map: %1")
                             .arg(imported.ignored.join(u", "_s)));
}

static Task<int> run(Context &context)
{
    usage::ImportWish wish;
    wish.file = context.args.word(0);
    const auto map = mapOf(context.args);
    if (!map)
        co_return context.failed(map.error());
    if (!QFile::exists(wish.file))
        co_return context.failed(
            misuse(what, Words::tr("there is no file %1").arg(wish.file), u"gwctl usage import F"_s).value());
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return context.failed(opened.error());
    wish.map = *map;
    wish.profile = opened->profile.id;
    const auto imported = co_await usage::importFile(opened->workspace->store(), wish, Clock().now());
    if (!imported)
        co_return context.failed(trouble(what, imported.error()).value());
    print(context, opened->profile, *imported);
    co_return AllWell;
}

extern const Command usageImport;
const Command usageImport{"usage import", "F",
    QT_TRANSLATE_NOOP("Words", "reads CSV or JSON Lines into the local store; asks no gateway"),
    "usage import trace.csv --map trace.yaml --profile lab",
    {{"map", "M", QT_TRANSLATE_NOOP("Words", "YAML: columns (column: field), constants (field: text), time_zone")}},
    run};

} // namespace cli
