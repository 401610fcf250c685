// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static qint64 uptimeOf(const QJsonObject &status)
{
    const QDateTime since = QDateTime::fromString(status["started_at"_L1].toString(), Qt::ISODateWithMs);
    return since.isValid() ? qMax<qint64>(0, since.secsTo(Clock().now())) : 0;
}

static QString count(const QJsonObject &status, QLatin1StringView field)
{
    return QString::number(status[field].toInteger());
}

static void print(Context &context, const workspace::GatewayOwner &owner, const QJsonObject &status)
{
    const QString dbError = status["db_error"_L1].toString();
    Table rows{{Words::tr("State"), Words::tr("runs, by %1, pid %2").arg(owner.program).arg(owner.pid)},
        {Words::tr("Version"), status["version"_L1].toString()}, {Words::tr("For clients"), owner.dataUrl.toString()},
        {Words::tr("Admin API"), owner.adminUrl.toString()}, {Words::tr("Up"), spanOf(uptimeOf(status))},
        {Words::tr("Database"), status["db_path"_L1].toString()}, {Words::tr("Calls"), count(status, "requests"_L1)},
        {Words::tr("Connections"), count(status, "connections"_L1)},
        {Words::tr("Open streams"), count(status, "open_streams"_L1)},
        {Words::tr("Usage rows"),
            Words::tr("%1 written, %2 waiting, %3 lost")
                .arg(
                    count(status, "rows_written"_L1), count(status, "rows_queued"_L1), count(status, "rows_lost"_L1))}};
    if (!dbError.isEmpty())
        rows << QStringList{Words::tr("Database error"), dbError};
    for (const QJsonValue warning : status["warnings"_L1].toArray())
        rows << QStringList{Words::tr("Note"), warning.toString()};
    context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway status"_s;
    const auto calls = co_await reachGateway(context, what);
    if (!calls)
        co_return context.failed(calls.error());
    auto status = co_await (*calls)->object(u"status"_s);
    if (!status)
        co_return context.failed(notAnswered(context, what, status.error()));
    status->insert(u"running"_s, true);
    status->insert(u"program"_s, (*calls)->owner().program);
    status->insert(u"uptime_seconds"_s, uptimeOf(*status));
    context.out.document(*status);
    print(context, (*calls)->owner(), *status);
    co_return AllWell;
}

extern const Command gatewayStatus;
const Command gatewayStatus{"gateway status", "",
    QT_TRANSLATE_NOOP("Words", "tells who runs the embedded gateway, where, and how it fares"), "gateway status --json",
    {}, run};

} // namespace cli
