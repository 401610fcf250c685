// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/left_rows.h"
#include "kit/format.h"
#include "pages/allowance_status.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

QString scopeName(const QString &scope)
{
    static const QHash<QString, const char *> names{{u"account"_s, QT_TRANSLATE_NOOP("pages::overview", "wallet")},
        {u"organization"_s, QT_TRANSLATE_NOOP("pages::overview", "organization")},
        {u"team"_s, QT_TRANSLATE_NOOP("pages::overview", "team")},
        {u"user"_s, QT_TRANSLATE_NOOP("pages::overview", "user")},
        {u"provider"_s, QT_TRANSLATE_NOOP("pages::overview", "provider")},
        {u"key"_s, QT_TRANSLATE_NOOP("pages::overview", "key")}};
    const char *name = names.value(scope);
    return name ? say(name) : scope;
}

bool countsMoney(const Allowance &one)
{
    return one.currency != u"requests"_s && one.currency != u"tokens"_s;
}

// The wallet first, for nothing works without it; then what is told, by how little is left.
std::pair<int, double> placeOf(const Allowance &one)
{
    const auto share = shareLeft(one);
    const int group = one.scope == u"account"_s ? 0 : share ? 1 : one.unlimited ? 3 : 2;
    return {group, share.value_or(0)};
}

QString whatOf(const Allowance &one)
{
    if (one.unlimited || !one.limitNanos)
        return scopeName(one.scope);
    const QString limit = format::moneyWithCode(*one.limitNanos, one.currency);
    return say(QT_TRANSLATE_NOOP("pages::overview", "%1, of %2 %3"))
        .arg(scopeName(one.scope), limit, windowName(one.window));
}

QString figureOf(const Allowance &one)
{
    if (one.unlimited)
        return say(QT_TRANSLATE_NOOP("pages::overview", "no limit"));
    return one.leftNanos ? format::moneyWithCode(*one.leftNanos, one.currency)
                         : say(QT_TRANSLATE_NOOP("pages::overview", "unknown"));
}

PartRow rowOf(const Allowance &one)
{
    const QString name = one.name.isEmpty() ? one.id : one.name;
    return {one.scope + u'/' + one.id + u'/' + one.window, statusOf(one), name.isEmpty() ? scopeName(one.scope) : name,
        whatOf(one), figureOf(one)};
}

} // namespace

QList<PartRow> leftRows(const usage::LeftToSpend::State &state, const text::Attempt &attempt, int most)
{
    QList<PartRow> rows;
    if (state.failure)
        rows << PartRow{u"failure"_s, Status::Bad, say(QT_TRANSLATE_NOOP("pages::overview", "Not read")),
            whyOf(*state.failure, attempt), format::none()};
    QList<Allowance> all = state.all;
    all.removeIf([](const Allowance &one) { return !countsMoney(one); });
    std::stable_sort(
        all.begin(), all.end(), [](const Allowance &a, const Allowance &b) { return placeOf(a) < placeOf(b); });
    for (const Allowance &one : all.first(qMin<qsizetype>(most, all.size())))
        rows << rowOf(one);
    return rows;
}

} // namespace pages
