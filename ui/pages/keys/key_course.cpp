// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_course.h"
#include "kit/format.h"
#include "pages/keys/key_words.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyCourse)
};

// A setting with its value before and after, in words.
struct Setting
{
    QString name;
    QString before;
    QString after;
};

QString budgetsInWords(const QList<Budget> &budgets)
{
    QStringList out;
    for (const Budget &each : budgets)
        out << u"%1 %2"_s.arg(kit::format::moneyWithCode(each.nanos, u"USD"_s), perWindow(each.window));
    return out.isEmpty() ? Words::tr("no limit") : out.join(u", "_s);
}

QString listOr(const QStringList &names, const QString &none)
{
    return names.isEmpty() ? none : names.join(u", "_s);
}

QString rateOr(qint64 rate)
{
    return rate > 0 ? kit::format::count(rate) : Words::tr("no limit");
}

QString warnings(const Key &key)
{
    QStringList shares;
    for (const int percent : key.softPercents)
        shares << kit::format::percent(percent / 100.0);
    return listOr(shares, Words::tr("none"));
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? Words::tr("none") : value;
}

QList<Setting> passportSettings(const Passport &a, const Passport &b)
{
    return {{Words::tr("owner"), orNone(a.owner), orNone(b.owner)},
        {Words::tr("application"), orNone(a.application), orNone(b.application)},
        {Words::tr("environment"), orNone(a.environment), orNone(b.environment)},
        {Words::tr("ticket"), orNone(a.ticket), orNone(b.ticket)},
        {Words::tr("purpose"), orNone(a.purpose), orNone(b.purpose)}};
}

QList<Setting> limitSettings(const Key &a, const Key &b)
{
    const QString all = Words::tr("all");
    const QString anywhere = Words::tr("any address");
    return {{Words::tr("endpoint families"), listOr(a.families, all), listOr(b.families, all)},
        {Words::tr("upstreams"), listOr(a.upstreams, all), listOr(b.upstreams, all)},
        {Words::tr("addresses"), listOr(a.networks, anywhere), listOr(b.networks, anywhere)},
        {Words::tr("requests a minute"), rateOr(a.rates.requestsPerMinute), rateOr(b.rates.requestsPerMinute)},
        {Words::tr("tokens a minute"), rateOr(a.rates.tokensPerMinute), rateOr(b.rates.tokensPerMinute)},
        {Words::tr("calls at a time"), rateOr(a.rates.parallel), rateOr(b.rates.parallel)},
        {Words::tr("warnings"), warnings(a), warnings(b)}};
}

QList<Setting> settingsOf(const Key &a, const Key &b, const QTimeZone &zone)
{
    const auto state = [](const Key &key) { return key.enabled ? Words::tr("enabled") : Words::tr("disabled"); };
    QList<Setting> all{{Words::tr("name"), a.name, b.name}, {Words::tr("state"), state(a), state(b)},
        {Words::tr("aliases"), listOr(a.aliases, Words::tr("every alias")),
            listOr(b.aliases, Words::tr("every alias"))},
        {Words::tr("budget"), budgetsInWords(a.budgets), budgetsInWords(b.budgets)},
        {Words::tr("expiry"), expiry(a, zone), expiry(b, zone)}};
    all << limitSettings(a, b) << passportSettings(a.passport, b.passport);
    all.removeIf([](const Setting &setting) { return setting.before == setting.after; });
    return all;
}

} // namespace

QList<kit::DiffLine> differencesOf(const Key &before, const Key &after, const QTimeZone &zone)
{
    QList<kit::DiffLine> lines;
    for (const Setting &setting : settingsOf(before, after, zone))
        lines << kit::DiffLine{kit::Side::Heading, setting.name} << kit::DiffLine{kit::Side::Removed, setting.before}
              << kit::DiffLine{kit::Side::Added, setting.after};
    return lines;
}

QString deedOf(const changes::Change &change)
{
    if (!change.before)
        return Words::tr("Created");
    if (!change.after)
        return Words::tr("Deleted");
    QStringList names;
    for (const Setting &setting : settingsOf(*change.before, *change.after, QTimeZone::utc()))
        names << setting.name;
    if (keys::isRotation(change) || change.before == change.after) // equal: it was asked for, and was not done
        return Words::tr("New secret");
    if (names.isEmpty())
        return Words::tr("Written again, nothing differed");
    if (names.size() == 1 && change.before->enabled != change.after->enabled)
        return change.after->enabled ? Words::tr("Enabled") : Words::tr("Disabled");
    return Words::tr("Changed: %1").arg(names.join(u", "_s));
}

QString endOf(const keys::Past &past, const KeyPlace &place, const QDateTime &now)
{
    if (!past.entry.closed)
        return Words::tr("The program ended before the gateway's answer was read. Refresh shows what holds now.");
    if (past.entry.failure)
        return whyOf(*past.entry.failure, attemptOn(place));
    if (past.takenBack)
        return Words::tr("Taken back %1.").arg(moment(*past.takenBack, place.zone, now));
    return past.takesBack ? Words::tr("It takes the change before it back.") : QString();
}

const keys::Past *undoable(const QList<keys::Past> &past)
{
    const auto stands = [](const keys::Past &each) {
        return each.done() && !each.takesBack && !each.takenBack && !keys::isRotation(each.entry.change);
    };
    const auto found = std::ranges::find_if(past, stands);
    return found != past.cend() && found->entry.change.before && found->entry.change.after ? &*found : nullptr;
}

} // namespace pages
