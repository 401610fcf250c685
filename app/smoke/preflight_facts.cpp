// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/preflight_facts.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace smoke {

QStringList modelsIn(const net::Exchange &list)
{
    const QJsonDocument document = QJsonDocument::fromJson(list.body);
    const QJsonArray rows = document.isArray() ? document.array() : document["data"_L1].toArray();
    QStringList names;
    for (const QJsonValue &row : rows)
        names << row["id"_L1].toString();
    return names;
}

int versionSegments(const QUrl &url)
{
    static const QRegularExpression version(u"^v\\d+(alpha|beta)?\\d*$"_s);
    int found = 0;
    for (const QString &segment : url.path().split(u'/'))
        found += version.match(segment).hasMatch();
    return found;
}

bool answered(const net::Exchange &exchange)
{
    return exchange.status > 0;
}

// The date was written when the answer began; half of the wait for it is charged to each way.
std::optional<qint64> clockOffsetMs(const net::Exchange &exchange, const QDateTime &started)
{
    const QString text = QString::fromLatin1(exchange.header("date"));
    QDateTime theirs = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!theirs.isValid() || !started.isValid())
        return {};
    theirs.setTimeSpec(Qt::UTC);
    const qint64 sent = exchange.timings.sent.value_or(0);
    const qint64 ours = (sent + exchange.timings.firstHeader.value_or(sent)) / 2 / 1'000'000;
    return started.addMSecs(ours).msecsTo(theirs);
}

QString statusRouteOf(const QString &kind)
{
    if (kind == u"embedded")
        return u"status"_s;
    if (kind == u"litellm")
        return u"health/readiness"_s; // liveliness answers a bare text
    if (kind == u"newapi")
        return u"api/status"_s;
    return kind == u"bifrost" ? u"health"_s : QString();
}

} // namespace smoke
