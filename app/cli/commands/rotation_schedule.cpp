// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "keys/schedule.h"
#include "workspace/live_workspace.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using keys::Due;

namespace cli {

static QJsonObject jsonOf(const RotationSchedule &schedule, const QDate &today)
{
    return {{u"key"_s, schedule.key}, {u"key_id"_s, schedule.keyId}, {u"every_days"_s, schedule.everyDays},
        {u"next"_s, schedule.next.toString(Qt::ISODate)}, {u"due"_s, keys::nameOf(keys::dueOf(schedule, today))}};
}

static Maybe<int> everyOf(const Args &args)
{
    static const QRegularExpression days(u"^([0-9]{1,4})d?$"_s);
    const QString text = args.value("every");
    const auto match = days.match(text);
    const int count = match.captured(1).toInt();
    if (!args.has("every"))
        return 0;
    if (count >= 1 && count <= keys::mostDays)
        return count;
    return misuse(u"--every"_s, Words::tr("\"%1\" is no number of days from 1 to 3650").arg(text), u"--every 90d"_s);
}

static Maybe<QDate> dayOf(const Args &args)
{
    if (!args.has("on"))
        return QDate();
    const QDate day = QDate::fromString(args.value("on"), Qt::ISODate);
    if (day.isValid())
        return day;
    return misuse(u"--on"_s, Words::tr("\"%1\" is no day").arg(args.value("on")), u"--on 2027-01-31"_s);
}

static Maybe<RotationSchedule> wanted(const Args &args, const Key &key)
{
    const auto every = everyOf(args);
    if (!every)
        return tl::unexpected<Trouble>(every.error());
    const auto day = dayOf(args);
    if (!day)
        return tl::unexpected<Trouble>(day.error());
    if (*every == 0 && !day->isValid())
        return misuse(u"rotation schedule"_s, Words::tr("say how often, or on which day"),
            u"rotation schedule KEY --every 90d"_s);
    const QDate next = day->isValid() ? *day : keys::firstDay(key, *every, Clock().now().date());
    return RotationSchedule{key.id, key.name, *every, next};
}

static Task<int> schedule(Context &context)
{
    const QString what = u"rotation schedule"_s;
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    const auto made = wanted(context.args, found->key);
    if (!made)
        co_return context.failed(made.error());
    const keys::Schedules book(context.workspace().store(), found->session->state().profile.id);
    const Result<> kept = co_await book.set(*made);
    if (!kept)
        co_return context.failed(trouble(what, kept.error()).value());
    context.out.document(jsonOf(*made, Clock().now().date()));
    const QString next = made->next.toString(Qt::ISODate);
    context.out.line(made->everyDays > 0
            ? Words::tr("%1 is to be rotated on %2, then every %n day(s)", nullptr, made->everyDays)
                  .arg(made->key, next)
            : Words::tr("%1 is to be rotated on %2").arg(made->key, next));
    context.out.note(Words::tr("it is a reminder: nothing is rotated by itself"));
    co_return AllWell;
}

// The schedules of the profile meant, and their book.
struct KeptSchedules
{
    keys::Schedules book;
    QList<RotationSchedule> all;
};

static Task<Maybe<KeptSchedules>> keptSchedules(Context &context, QString what)
{
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    KeptSchedules kept{keys::Schedules(opened->workspace->store(), opened->profile.id), {}};
    const auto all = co_await kept.book.all();
    if (!all)
        co_return trouble(what, all.error());
    kept.all = *all;
    co_return kept;
}

static Task<int> unschedule(Context &context)
{
    const QString what = u"rotation unschedule"_s;
    const auto kept = co_await keptSchedules(context, what);
    if (!kept)
        co_return context.failed(kept.error());
    const QString name = context.args.word(0);
    for (const RotationSchedule &each : kept->all) {
        if (each.key != name && each.keyId != name)
            continue;
        const auto gone = co_await kept->book.remove(each.keyId);
        if (!gone)
            co_return context.failed(trouble(what, gone.error()).value());
        context.out.document(jsonOf(each, Clock().now().date()));
        context.out.line(Words::tr("%1 has no schedule any more").arg(each.key));
        co_return AllWell;
    }
    co_return context.failed(
        misuse(what, Words::tr("\"%1\" has no schedule").arg(name), context.hint(u"rotation due --all"_s)).value());
}

static QString dueInWords(Due due)
{
    switch (due) {
    case Due::Later:
        return Words::tr("later");
    case Due::Soon:
        return Words::tr("soon");
    case Due::Today:
        return Words::tr("today");
    case Due::Overdue:
        break;
    }
    return Words::tr("overdue");
}

static Task<int> due(Context &context)
{
    const auto kept = co_await keptSchedules(context, u"rotation due"_s);
    if (!kept)
        co_return context.failed(kept.error());
    const QDate today = Clock().now().date();
    QJsonArray items;
    Table rows{{Words::tr("KEY"), Words::tr("NEXT"), Words::tr("EVERY, DAYS"), Words::tr("DUE")}};
    for (const RotationSchedule &each : kept->all) {
        const Due when = keys::dueOf(each, today);
        if (when == Due::Later && !context.args.has("all"))
            continue;
        items << jsonOf(each, today);
        rows << QStringList{each.key, each.next.toString(Qt::ISODate),
            each.everyDays > 0 ? QString::number(each.everyDays) : Words::tr("once"), dueInWords(when)};
    }
    context.out.document(listDocument(items, true));
    if (items.isEmpty())
        context.out.note(Words::tr("no key is due for rotation"));
    else
        context.out.table(rows);
    co_return AllWell;
}

extern const Command rotationSchedule;
const Command rotationSchedule{"rotation schedule", "KEY",
    QT_TRANSLATE_NOOP("Words", "reminds of the next rotation, here and on the Overview; nothing is rotated by itself"),
    "rotation schedule demo-app --every 90d",
    {{"every", "DAYS", QT_TRANSLATE_NOOP("Words", "again so long after each rotation; the first counts from the last")},
        {"on", "DAY", QT_TRANSLATE_NOOP("Words", "the next one is on this day, UTC; alone: once")}},
    schedule};

extern const Command rotationUnschedule;
const Command rotationUnschedule{"rotation unschedule", "KEY", QT_TRANSLATE_NOOP("Words", "reminds of it no more"),
    "rotation unschedule demo-app", {}, unschedule};

extern const Command rotationDue;
const Command rotationDue{"rotation due", "",
    QT_TRANSLATE_NOOP("Words", "the keys that are to be rotated within 14 days, or should have been"), "rotation due",
    {{"all", "", QT_TRANSLATE_NOOP("Words", "the others too")}}, due};

} // namespace cli
