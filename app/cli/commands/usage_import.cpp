// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/words.h"
#include "workspace/import_map.h"
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"usage import"_s;

static Maybe<usage::ImportMap> mapOf(const Args &args)
{
    if (!args.has("map"))
        return usage::ImportMap();
    QFile file(args.value("map"));
    if (!file.open(QIODevice::ReadOnly))
        return misuse(u"--map "_s + file.fileName(), file.errorString(), Words::tr("name a readable YAML file"));
    auto map = workspace::readImportMap(file.readAll());
    if (!map)
        return misuse(u"--map "_s + file.fileName(), map.error().text(), Words::tr("correct that line"));
    return std::move(*map);
}

static void print(Context &context, const Profile &profile, const usage::Imported &imported)
{
    context.out.document({{u"profile"_s, profile.name}, {u"import"_s, imported.id}, {u"rows"_s, imported.rows},
        {u"added"_s, imported.added}, {u"changed"_s, imported.changed}, {u"same"_s, imported.same},
        {u"replaced"_s, imported.replaced}, {u"ignored_columns"_s, QJsonArray::fromStringList(imported.ignored)}});
    context.out.line(Words::tr("%1 rows into %2: %3 new, %4 changed, %5 known before")
                         .arg(imported.rows)
                         .arg(profile.name)
                         .arg(imported.added)
                         .arg(imported.changed)
                         .arg(imported.same));
    if (imported.replaced > 0)
        context.out.note(Words::tr("the same file was imported before with another map: its %n row(s) were replaced",
            nullptr, int(imported.replaced)));
    if (!imported.ignored.isEmpty())
        context.out.note(Words::tr("columns left out, they are no field and not in the map: %1")
                             .arg(imported.ignored.join(u", "_s)));
}

// What is wrong with a file is told in full: a line, a column or a map is named.
static Trouble notImported(const usage::ImportWish &wish, const Failure &failure)
{
    if (failure.kind != FailureKind::Input)
        return trouble(what, failure).value();
    Trouble why = misuse(what + u' ' + wish.file, failure.detail,
        Words::tr("correct the file, or say what its columns are: gwctl usage import %1 --map M.yaml").arg(wish.file))
                      .value();
    why.kind = nameOf(failure.kind);
    return why;
}

static Maybe<> mustBeFile(const QString &path)
{
    if (!QFile::exists(path))
        return misuse(what, Words::tr("there is no file %1").arg(path), Words::tr("name a CSV or JSON Lines file"));
    if (QFileInfo(path).isDir())
        return misuse(what, Words::tr("%1 is a folder").arg(path), Words::tr("name a CSV or JSON Lines file in it"));
    return {};
}

static Task<int> run(Context &context)
{
    usage::ImportWish wish;
    wish.file = context.args.word(0);
    const auto map = mapOf(context.args);
    if (!map)
        co_return context.failed(map.error());
    if (const auto file = mustBeFile(wish.file); !file)
        co_return context.failed(file.error());
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return context.failed(opened.error());
    wish.map = *map;
    wish.profile = opened->profile.id;
    const auto imported = co_await usage::importFile(opened->workspace->store(), wish, Clock().now());
    if (!imported)
        co_return context.failed(notImported(wish, imported.error()));
    print(context, opened->profile, *imported);
    co_return AllWell;
}

extern const Command usageImport;
const Command usageImport{"usage import", "F",
    QT_TRANSLATE_NOOP("Words",
        "reads CSV or JSON Lines into the local store; asks no gateway\n"
        "Columns named like a field of usage list need no map. The same file read again adds nothing; read again with\n"
        "another map, its new rows take the place of the old ones."),
    "usage import trace.csv --map trace.yaml --profile lab",
    {{"map", "M", QT_TRANSLATE_NOOP("Words", "YAML: columns (column: field), constants (field: text), time_zone")}},
    run};

} // namespace cli
