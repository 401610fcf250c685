// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/kept_catalog.h"
#include "aliases/catalog.h"
#include "cli/json.h"
#include "cli/words.h"
#include <algorithm>
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

static Trouble nothingKept(const Context &context, const QString &what, const Profile &profile)
{
    return misuse(what, Words::tr("no catalog of \"%1\" was kept yet").arg(profile.name), context.hint(u"alias sync"_s))
        .value();
}

Task<Maybe<KeptCatalogs>> keptCatalogs(Context &context, QString what)
{
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    KeptCatalogs kept;
    kept.workspace = opened->workspace;
    kept.profile = opened->profile;
    kept.archive = std::make_shared<workspace::StoredCatalogs>(kept.workspace->store(), kept.profile.id);
    const auto snapshots = co_await kept.archive->snapshots();
    if (!snapshots)
        co_return trouble(what, snapshots.error());
    kept.snapshots = *snapshots;
    co_return kept;
}

static Task<Maybe<SeenCatalog>> lastSeen(Context &context, QString what)
{
    const auto kept = co_await keptCatalogs(context, what);
    if (!kept)
        co_return tl::unexpected<Trouble>(kept.error());
    if (kept->snapshots.isEmpty())
        co_return tl::unexpected<Trouble>(nothingKept(context, what, kept->profile));
    const auto newest = co_await kept->archive->catalog(kept->snapshots.first().id);
    if (!newest)
        co_return trouble(what, newest.error());
    SeenCatalog seen;
    seen.workspace = kept->workspace;
    seen.profile = kept->profile;
    seen.aliases = *newest;
    seen.asOf = kept->snapshots.first().lastSeen;
    context.out.note(Words::tr("as last seen at %1").arg(seen.asOf.toString(Qt::ISODate)));
    co_return seen;
}

Task<Maybe<SeenCatalog>> seenCatalog(Context &context, QString what)
{
    if (context.args.has("offline"))
        co_return co_await lastSeen(context, what);
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    const bool lists = (*session)->admin().aliases() && (*session)->features().has(gateway::Feature::ListAliases);
    if (!lists)
        co_return trouble(what, Failure{FailureKind::Unsupported, u"aliases"_s, 0}, (*session)->attempt());
    SeenCatalog seen;
    seen.workspace = &context.workspace();
    seen.profile = (*session)->state().profile;
    seen.aliases = (*session)->catalog().state().aliases; // read while connecting
    seen.asOf = (*session)->catalog().state().asOf.value_or(QDateTime());
    co_return seen;
}

Maybe<QByteArray> contentsOf(const QString &name, const QString &what)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return misuse(what, Words::tr("%1 cannot be read: %2").arg(name, file.errorString()),
        Words::tr("give a catalog file, as gwctl alias export writes it"));
}

Maybe<QList<Alias>> catalogInFile(const QString &name, const QString &what)
{
    const auto contents = contentsOf(name, what);
    if (!contents)
        return tl::unexpected<Trouble>(contents.error());
    const auto read = aliases::readCatalog(*contents);
    if (!read)
        return misuse(what, Words::tr("%1: %2").arg(name, read.error().detail),
            Words::tr("give a catalog file, as gwctl alias export writes it"));
    return *read;
}

static bool isFile(const QString &name)
{
    return name.contains(u'/') || name.endsWith(".json"_L1);
}

// The time that a day or a time of day with its date means: the end of that day, UTC.
static QDateTime timeOf(const QString &name)
{
    if (const QDate day = QDate::fromString(name, Qt::ISODate); day.isValid() && name.size() == 10)
        return QDateTime(day, QTime(23, 59, 59, 999), Qt::UTC);
    return QDateTime::fromString(name, Qt::ISODate);
}

static Task<Result<QList<Alias>>> keptState(KeptCatalogs kept, QString name)
{
    if (name == "now"_L1 && kept.snapshots.isEmpty())
        co_return fail(FailureKind::NotFound);
    bool number = false;
    const qint64 id = name == "now"_L1 ? kept.snapshots.first().id : name.toLongLong(&number);
    if (name == "now"_L1 || number)
        co_return co_await kept.archive->catalog(id);
    const QDateTime time = timeOf(name);
    if (!time.isValid())
        co_return fail(FailureKind::Input, name);
    co_return co_await kept.archive->catalogAt(time);
}

Task<Maybe<QList<Alias>>> catalogNamed(Context &context, KeptCatalogs kept, QString name, QString what)
{
    if (isFile(name))
        co_return catalogInFile(name, what);
    const auto found = co_await keptState(kept, name);
    if (found)
        co_return *found;
    if (found.error().kind == FailureKind::Input)
        co_return misuse(what, Words::tr("\"%1\" is no number of a snapshot, no day, no time and no file").arg(name),
            context.hint(u"alias snapshot"_s));
    if (found.error().kind != FailureKind::NotFound)
        co_return trouble(what, found.error());
    if (kept.snapshots.isEmpty())
        co_return tl::unexpected<Trouble>(nothingKept(context, what, kept.profile));
    co_return misuse(what, Words::tr("no snapshot of \"%1\" fits \"%2\"").arg(kept.profile.name, name),
        context.hint(u"alias snapshot"_s));
}

QString minute(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
}

QJsonObject jsonOf(const aliases::Snapshot &snapshot)
{
    return {{u"id"_s, snapshot.id}, {u"first_seen"_s, jsonOf(std::optional(snapshot.firstSeen))},
        {u"last_seen"_s, jsonOf(std::optional(snapshot.lastSeen))}, {u"hash"_s, snapshot.hash},
        {u"aliases"_s, snapshot.aliases}};
}

} // namespace cli
