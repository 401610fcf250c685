// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/rows_filter.h"

using namespace Qt::StringLiterals;

namespace pages {

static QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + value + u'"';
}

static QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" and "_s);
}

static QString equals(const QString &field, const QString &value)
{
    return value.isEmpty() ? QString() : field + u" = "_s + quoted(value);
}

static QString between(const QDateTime &from, const QDateTime &to)
{
    return u"ts >= %1 and ts < %2"_s.arg(from.toUTC().toString(Qt::ISODate), to.toUTC().toString(Qt::ISODate));
}

static QString fieldOf(usage::GroupBy group)
{
    switch (group) {
    case usage::GroupBy::Key:
        return u"key"_s;
    case usage::GroupBy::Model:
        return u"model"_s;
    case usage::GroupBy::Upstream:
        return u"upstream"_s;
    case usage::GroupBy::Status:
        return u"status"_s;
    case usage::GroupBy::Alias:
    case usage::GroupBy::None:
        break;
    }
    return u"alias"_s;
}

QString filterOf(const Choice &choice)
{
    return joined({equals(u"alias"_s, choice.alias), equals(u"key"_s, choice.key)});
}

static QString within(const Shown &shown, const QDateTime &from, const QDateTime &to)
{
    const QString samples = shown.choice.samples ? QString() : u"origin != sample"_s;
    return joined({between(from, to), filterOf(shown.choice), samples});
}

QString rowsOfSpan(const Shown &shown)
{
    return within(shown, shown.span.from, shown.span.to);
}

QString rowsOfMark(const Shown &shown, qsizetype mark)
{
    return within(shown, shown.span.marks.at(mark), endOf(shown.span, mark));
}

QString rowsOfGroup(const Shown &shown, const QString &group)
{
    const QString value = group.isEmpty() ? u"unknown"_s : quoted(group);
    return joined({rowsOfSpan(shown), fieldOf(shown.choice.group) + u" = "_s + value});
}

QString rowsOfUnknownCost(const Shown &shown)
{
    return joined({rowsOfSpan(shown), u"cost = unknown"_s});
}

} // namespace pages
