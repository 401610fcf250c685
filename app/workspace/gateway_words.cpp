// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_words.h"
#include "workspace/words.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace workspace {

static std::optional<qint64> number(const std::optional<std::int64_t> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

GatewayEvent lineOf(const proxy::Event &event)
{
    GatewayEvent line;
    line.at = QDateTime::fromMSecsSinceEpoch(event.ts / 1000, Qt::UTC);
    line.method = QString::fromStdString(event.method);
    line.path = QString::fromStdString(event.path);
    line.key = QString::fromStdString(event.key);
    line.alias = QString::fromStdString(event.alias);
    line.upstream = QString::fromStdString(event.upstream);
    line.status = event.status;
    line.ended = QString::fromStdString(event.ended);
    line.inputTokens = number(event.inputTokens);
    line.outputTokens = number(event.outputTokens);
    line.costNanos = number(event.costNanos);
    line.firstTokenMs = number(event.firstTokenMs);
    line.totalMs = event.totalMs;
    line.requestId = QString::fromStdString(event.requestId);
    return line;
}

static FailureKind kindOf(proxy::StartFailure failure)
{
    switch (failure) {
    case proxy::StartFailure::BadOptions:
        return FailureKind::Input;
    case proxy::StartFailure::PortInUse:
        return FailureKind::PortInUse;
    case proxy::StartFailure::DatabaseCorrupt:
        return FailureKind::Damaged;
    case proxy::StartFailure::DatabaseNewer:
        return FailureKind::TooNew;
    case proxy::StartFailure::DatabaseLocked:
        return FailureKind::Locked;
    case proxy::StartFailure::DatabaseFull:
        return FailureKind::DiskFull;
    case proxy::StartFailure::CannotListen:
    case proxy::StartFailure::DatabaseFailed:
        break;
    }
    return FailureKind::Storage;
}

Failure failureOf(const proxy::StartError &error)
{
    return Failure{kindOf(error.kind), QString::fromStdString(error.detail), 0};
}

Result<GatewayConfig> configOf(const QString &path)
{
    if (path.isEmpty())
        return GatewayConfig();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Input, u"%1: %2"_s.arg(path, file.errorString()));
    auto config = readConfig(file.readAll());
    if (!config)
        return fail(FailureKind::Input, u"%1: %2"_s.arg(path, config.error().text()));
    return std::move(*config);
}

FileProblem problemAt(FileProblem place, const QString &reference, const Failure &failure)
{
    place.what = Words::tr("%1 gives no secret: %2").arg(reference, failure.detail);
    return place;
}

} // namespace workspace
