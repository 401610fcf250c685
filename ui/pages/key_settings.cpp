// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/key_settings.h"
#include "kit/format.h"
#include "pages/key_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeySettings)
};

using Named = QPair<QString, QString>; // a setting and its value

QString listOr(const QStringList &names, const QString &none)
{
    return names.isEmpty() ? none : names.join(u", "_s);
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? Words::tr("none") : value;
}

QString rateOr(qint64 rate)
{
    return rate > 0 ? kit::format::count(rate) : Words::tr("no limit");
}

QString budgetsInWords(const QList<Budget> &budgets)
{
    QStringList out;
    for (const Budget &each : budgets) {
        out << u"%1 %2"_s.arg(kit::format::moneyWithCode(each.nanos, u"USD"_s), perWindow(each.window));
        if (each.raiseNanos != 0)
            out.last() += Words::tr(" (raised by %1)").arg(kit::format::moneyWithCode(each.raiseNanos, u"USD"_s));
    }
    return listOr(out, Words::tr("no limit"));
}

QString warnings(const Key &key)
{
    QStringList shares;
    for (const int percent : key.softPercents)
        shares << kit::format::percent(percent / 100.0);
    return listOr(shares, Words::tr("none"));
}

QList<Named> passportOf(const Passport &passport)
{
    const QString day =
        passport.reviewDate.isValid() ? QLocale().toString(passport.reviewDate, u"d MMM yyyy"_s) : QString();
    return {{Words::tr("owner"), orNone(passport.owner)}, {Words::tr("application"), orNone(passport.application)},
        {Words::tr("environment"), orNone(passport.environment)}, {Words::tr("ticket"), orNone(passport.ticket)},
        {Words::tr("purpose"), orNone(passport.purpose)}, {Words::tr("rotation owner"), orNone(passport.rotationOwner)},
        {Words::tr("budget owner"), orNone(passport.budgetOwner)}, {Words::tr("review"), orNone(day)}};
}

QList<Named> limitsOf(const Key &key)
{
    const QString wait = key.rates.waitMs > 0 ? kit::format::duration(key.rates.waitMs) : Words::tr("none");
    return {{Words::tr("endpoint families"), listOr(key.families, Words::tr("all"))},
        {Words::tr("upstreams"), listOr(key.upstreams, Words::tr("all"))},
        {Words::tr("addresses"), listOr(key.networks, Words::tr("any address"))},
        {Words::tr("group"), orNone(key.group)}, {Words::tr("requests a minute"), rateOr(key.rates.requestsPerMinute)},
        {Words::tr("tokens a minute"), rateOr(key.rates.tokensPerMinute)},
        {Words::tr("calls at a time"), rateOr(key.rates.parallel)}, {Words::tr("wait for room"), wait},
        {Words::tr("warnings"), warnings(key)}};
}

QList<Named> settingsOf(const Key &key, const QTimeZone &zone)
{
    QList<Named> all{{Words::tr("name"), key.name},
        {Words::tr("state"), key.enabled ? Words::tr("enabled") : Words::tr("disabled")},
        {Words::tr("aliases"), listOr(key.aliases, Words::tr("every alias"))},
        {Words::tr("budget"), budgetsInWords(key.budgets)}, {Words::tr("expiry"), expiry(key, zone)}};
    return all << limitsOf(key) << passportOf(key.passport);
}

kit::DiffLine line(kit::Side side, const QString &name, const QString &value)
{
    return {side, u"  %1: %2"_s.arg(name, value)};
}

} // namespace

QList<KeySetting> keySettings(const std::optional<Key> &before, const std::optional<Key> &after, const QTimeZone &zone)
{
    const QList<Named> was = settingsOf(before.value_or(Key()), zone);
    const QList<Named> is = settingsOf(after.value_or(Key()), zone);
    QList<KeySetting> all;
    for (qsizetype i = 0; i < was.size(); ++i) {
        KeySetting one{was.at(i).first, {}, {}};
        if (before)
            one.before = was.at(i).second;
        if (after)
            one.after = is.at(i).second;
        all << one;
    }
    return all;
}

QList<KeySetting> differentSettings(
    const std::optional<Key> &before, const std::optional<Key> &after, const QTimeZone &zone)
{
    QList<KeySetting> all = keySettings(before, after, zone);
    all.removeIf([](const KeySetting &setting) { return setting.before == setting.after; });
    return all;
}

QList<kit::DiffLine> differencesOf(const Key &before, const Key &after, const QTimeZone &zone)
{
    QList<kit::DiffLine> lines;
    for (const KeySetting &setting : differentSettings(before, after, zone))
        lines << kit::DiffLine{kit::Side::Heading, setting.name}
              << kit::DiffLine{kit::Side::Removed, setting.before.value_or(QString())}
              << kit::DiffLine{kit::Side::Added, setting.after.value_or(QString())};
    return lines;
}

QList<kit::DiffLine> keyLines(const changes::Change &change, const QTimeZone &zone)
{
    const Key shown = change.after ? *change.after : change.before.value_or(Key());
    QList<kit::DiffLine> lines{{kit::Side::Heading, Words::tr("key %1").arg(shown.name)}};
    if (change.rotation)
        lines << line(kit::Side::Removed, Words::tr("secret"), prefixShown(shown))
              << line(kit::Side::Added, Words::tr("secret"), Words::tr("a new one"));
    for (const KeySetting &setting : keySettings(change.before, change.after, zone)) {
        if (setting.before == setting.after) {
            lines << line(kit::Side::Same, setting.name, *setting.after);
            continue;
        }
        if (setting.before)
            lines << line(kit::Side::Removed, setting.name, *setting.before);
        if (setting.after)
            lines << line(kit::Side::Added, setting.name, *setting.after);
    }
    return lines;
}

QString keyInOneLine(const changes::Change &change, const QTimeZone &zone)
{
    if (!change.after)
        return Words::tr("delete");
    if (change.rotation)
        return Words::tr("new secret, the old one works on for %1")
            .arg(kit::format::duration(std::chrono::milliseconds(*change.rotation).count()));
    if (!change.before)
        return Words::tr("new key: %1, %2")
            .arg(aliasesInWords(change.after->aliases), budgetsInWords(change.after->budgets));
    QStringList said;
    for (const KeySetting &setting : differentSettings(change.before, change.after, zone))
        said << u"%1 %2 → %3"_s.arg(
            setting.name, setting.before.value_or(QString()), setting.after.value_or(QString()));
    return said.join(u"; "_s);
}

} // namespace pages
