// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_calls.h"
#include "base/or_return.h"
#include "gateway/api.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace workspace {

// It is on this machine: nothing stands before it.
static net::HttpOptions direct()
{
    net::HttpOptions options;
    options.proxy = net::HttpOptions::Proxy::None;
    return options;
}

GatewayCalls::GatewayCalls(QString dataDir)
    : m_dataDir(std::move(dataDir)), m_http(direct()), m_owned(m_http, m_dataDir)
{}

GatewayCalls::~GatewayCalls() = default;

Task<Result<>> GatewayCalls::reach()
{
    const GatewayAccess access = co_await orReturn(askOwner(m_dataDir));
    m_owner = access.owner;
    m_http.trustOnly(access.certificate);
    m_api = std::make_unique<gateway::Api>(m_owned, access.owner.adminUrl, access.adminKey);
    co_return Result<>();
}

static gateway::Call callOf(const QString &path)
{
    const QString query = path.section(u'?', 1);
    return gateway::Call{"GET", path.section(u'?', 0, 0), QUrlQuery(query)};
}

Task<Result<QByteArray>> GatewayCalls::body(QString path)
{
    gateway::Call call = callOf(path);
    const net::Exchange answer = co_await orReturn(m_api->ask(std::move(call)));
    co_return answer.body;
}

Task<Result<QJsonObject>> GatewayCalls::object(QString path)
{
    const QByteArray text = co_await orReturn(body(path));
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        co_return fail(FailureKind::Decode, path + u": no JSON object"_s);
    co_return document.object();
}

Task<Result<QJsonArray>> GatewayCalls::items(QString path, qsizetype most)
{
    QJsonArray all;
    QString cursor;
    bool more = true;
    while (more) {
        const QString after = cursor.isEmpty() ? QString() : u"&after="_s + gateway::Api::encoded(cursor);
        const QString page = u"%1?limit=%2%3"_s.arg(path).arg(qMin(most, qsizetype(500))).arg(after);
        const QJsonObject told = co_await orReturn(object(page));
        const QJsonArray rows = told["items"_L1].toArray();
        for (qsizetype i = 0; i < rows.size() && all.size() < most; ++i)
            all.append(rows.at(i));
        const QString next = told["next"_L1].toString();
        more = !told["complete"_L1].toBool(true) && !next.isEmpty() && next != cursor && all.size() < most;
        cursor = next;
    }
    co_return all;
}

Task<Result<bool>> GatewayCalls::anyBehind(qint64 id)
{
    const Result<QJsonObject> page = co_await object(u"usage?limit=1&after=%1"_s.arg(id));
    if (!page && page.error().httpStatus == 400) // it refuses a number beyond the last one
        co_return false;
    if (!page)
        co_return tl::unexpected<Failure>(page.error());
    co_return !(*page)["items"_L1].toArray().isEmpty();
}

// The API lists rows oldest first; their numbers ascend. So the last one is found by halving: about 40 short questions
// at most, whatever the table holds.
Task<Result<qint64>> GatewayCalls::lastId()
{
    qint64 below = 0; // rows are behind it, or it is 0
    qint64 above = 1; // none are behind it
    bool further = co_await orReturn(anyBehind(above));
    while (further) {
        below = above;
        above *= 4;
        further = co_await orReturn(anyBehind(above));
    }
    while (above - below > 1) {
        const qint64 middle = below + (above - below) / 2;
        const bool more = co_await orReturn(anyBehind(middle));
        (more ? below : above) = middle;
    }
    co_return above;
}

Task<Result<QJsonArray>> GatewayCalls::lastRows(qsizetype count)
{
    const qint64 last = co_await orReturn(lastId());
    const qint64 from = qMax<qint64>(0, last - count);
    const QString path = u"usage?limit=%1&after=%2"_s.arg(count).arg(from);
    const QJsonObject page = co_await orReturn(object(path));
    co_return page["items"_L1].toArray();
}

} // namespace workspace
