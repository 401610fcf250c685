// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/set_words.h"
#include "cli/change_lookup.h"
#include "cli/cut.h"
#include "cli/json.h"
#include "cli/words.h"
#include "store/journal.h"
#include "text/words.h"
#include "workspace/journal_reader.h"

using namespace Qt::StringLiterals;

namespace cli {

using changes::Entry;

static const QString what = u"change journal"_s;

static Task<Maybe<QList<Entry>>> everyLine(Context &context, QString profile, int count)
{
    const auto read = [profile, count](sql::Database &db) { return store::journalLines(db, profile, count); };
    const auto lines = co_await context.workspace().store().read(read);
    if (!lines)
        co_return trouble(what, lines.error());
    QList<Entry> entries;
    for (const store::JournalLine &line : *lines)
        entries << workspace::entryOf(line);
    co_return entries;
}

static QString resultOf(const Entry &entry)
{
    return !entry.closed ? u"unknown"_s : entry.failure ? u"failed"_s : u"done"_s;
}

static QString resultInWords(const Entry &entry)
{
    if (!entry.closed)
        return Words::tr("not known: the program ended in between");
    return entry.failure ? text::wordsOf(*entry.failure).why : Words::tr("done");
}

static QJsonObject jsonOf(const Entry &entry, const QString &profile)
{
    const changes::Edit edit = workspace::editOf(entry);
    return {{u"id"_s, entry.id}, {u"at"_s, cli::jsonOf(std::optional(entry.at))}, {u"by"_s, entry.by},
        {u"profile"_s, profile}, {u"action"_s, changes::nameOf(changes::verbOf(edit))},
        {u"object"_s, changes::objectOf(edit)}, {u"object_id"_s, textOrNull(changes::idOf(edit))},
        {u"name"_s, changes::nameOf(edit)}, {u"fields"_s, QJsonArray::fromStringList(changes::fieldsOf(edit))},
        {u"reason"_s, textOrNull(entry.why.reason)},
        {u"set"_s, entry.why.set > 0 ? QJsonValue(entry.why.set) : QJsonValue()}, {u"result"_s, resultOf(entry)},
        {u"failure"_s, entry.failure ? QJsonValue(nameOf(entry.failure->kind)) : QJsonValue()}};
}

static QStringList rowOf(const Entry &entry, const QString &profile)
{
    const changes::Edit edit = workspace::editOf(entry);
    return {QString::number(entry.id), entry.at.toUTC().toString(Qt::ISODate), entry.by, profile,
        changes::verbInWords(edit), changes::objectInWords(edit), changes::nameOf(edit), entry.why.reason,
        entry.why.set > 0 ? QString::number(entry.why.set) : QString(), resultInWords(entry)};
}

static void print(Context &context, const QList<Entry> &entries, const QString &next)
{
    QJsonArray items;
    Table rows{{Words::tr("LINE"), Words::tr("AT (UTC)"), Words::tr("BY"), Words::tr("PROFILE"), Words::tr("ACTION"),
        Words::tr("OBJECT"), Words::tr("NAME"), Words::tr("REASON"), Words::tr("SET"), Words::tr("RESULT")}};
    for (const Entry &entry : entries) {
        const QString profile = profileName(context, entry.profile);
        items.append(jsonOf(entry, profile));
        rows << rowOf(entry, profile);
    }
    context.out.document(listDocument(items, next.isEmpty(), next));
    if (entries.isEmpty())
        context.out.note(Words::tr("nothing was written from this machine yet"));
    else
        context.out.table(rows);
}

// Of every profile, unless one is named.
static Task<int> run(Context &context)
{
    const auto limit = context.limit(50);
    if (!limit)
        co_return context.failed(limit.error());
    const auto profile = co_await profileMeant(context);
    if (!profile)
        co_return context.failed(profile.error());
    const QString after = context.args.value("after");
    const auto lines = co_await everyLine(context, *profile, readFor(after, *limit));
    if (!lines)
        co_return context.failed(lines.error());
    const auto numberOf = [](const Entry &entry) { return entry.id; };
    const auto cut = cutOf(*lines, after, *limit, numberOf);
    if (!cut)
        co_return context.failed(cut.error());
    print(context, cut->items, cut->next);
    co_return AllWell;
}

extern const Command changeJournal;
const Command changeJournal{"change journal", "",
    QT_TRANSLATE_NOOP("Words", "lists what was written, and whose secret was shown, from this machine; newest first"),
    "change journal --limit 20", {afterOption}, run};

} // namespace cli
