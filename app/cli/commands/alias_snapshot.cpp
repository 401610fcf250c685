// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 200;
static const QString what = u"alias snapshot"_s;

static void list(Context &context, const QList<aliases::Snapshot> &all, int limit)
{
    QJsonArray items;
    Table rows{{Words::tr("NUMBER"), Words::tr("FROM, UTC"), Words::tr("LAST SEEN, UTC"), Words::tr("ALIASES"),
        Words::tr("HASH")}};
    for (const aliases::Snapshot &each : all.mid(0, limit)) {
        items.append(jsonOf(each));
        rows << QStringList{QString::number(each.id), minute(each.firstSeen), minute(each.lastSeen),
            QString::number(each.aliases), each.hash.first(12)};
    }
    context.out.document(listDocument(items, all.size() <= limit));
    if (all.isEmpty())
        context.out.note(Words::tr("nothing yet; \"%1\" keeps the first one").arg(context.hint(u"alias sync"_s)));
    else
        context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    const auto kept = co_await keptCatalogs(context, what);
    if (!kept)
        co_return context.failed(kept.error());
    const QString name = context.args.word(0);
    if (name.isEmpty()) {
        list(context, kept->snapshots, *limit);
        co_return AllWell;
    }
    const auto found = co_await catalogNamed(context, *kept, name, what);
    if (!found)
        co_return context.failed(found.error());
    const QByteArray file = aliases::canonical(*found);
    context.out.document(QJsonDocument::fromJson(file).object());
    context.out.line(QString::fromUtf8(file).chopped(1));
    co_return AllWell;
}

extern const Command aliasSnapshot;
const Command aliasSnapshot{"alias snapshot", "[NUMBER]",
    QT_TRANSLATE_NOOP("Words", "lists the states the catalog was in, or prints one (a number, a day, \"now\")"),
    "alias snapshot 2026-11-01", {}, run};

} // namespace cli
