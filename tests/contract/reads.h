// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/run_task.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include "net/qt_http.h"
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

// Every reading call of an adapter, and three ways to answer it: by the network, by the network without patience, by heart.
namespace contract {

using Calls = QMap<QString, net::Exchange>; // by "VERB /path?query"

inline QString callOf(const net::Request &request)
{
    const QString query = request.url.hasQuery() ? u'?' + request.url.query(QUrl::FullyEncoded) : QString();
    QString body = QString::fromUtf8(request.body);
    return QString::fromLatin1(request.method) + u' ' + request.url.path(QUrl::FullyEncoded) + query
        + (body.isEmpty() ? body : u' ' + body);
}

// Asks the network, and keeps the answers.
class TakingHttp final : public net::Http
{
public:
    Task<net::Exchange> send(net::Request request) override
    {
        const QString call = callOf(request);
        net::Exchange answer = co_await m_http.send(std::move(request));
        taken[call] = answer;
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame) override { return send(std::move(request)); }
    Calls taken;

private:
    net::QtHttp m_http;
};

// Answers from a map at once; what it does not know is not found.
class ReplayHttp final : public net::Http
{
public:
    Task<net::Exchange> send(net::Request request) override
    {
        const QString call = callOf(request);
        asked << call;
        net::Exchange answer;
        answer.status = 404;
        answer.headers << net::Header{"Content-Type", "application/json"};
        answer.body = "{}";
        co_return answers.value(call, answer);
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame) override { return send(std::move(request)); }
    Calls answers;
    QStringList asked;
};

// The network, with little patience.
class TinyLimits final : public net::Http
{
public:
    Task<net::Exchange> send(net::Request request) override
    {
        const std::chrono::milliseconds little(60);
        request.limits =
            net::Limits{std::chrono::seconds(5), std::chrono::seconds(5), little, little, std::chrono::seconds(5)};
        return m_http.send(std::move(request));
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame) override { return send(std::move(request)); }

private:
    net::QtHttp m_http;
};

enum class Read { Identity, Health, Keys, OneKey, Aliases, Usage, OneRow, Totals, Allowances };

struct Names
{
    QString key;
    QString request;
};

template<typename T>
std::optional<Failure> fate(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

// A server that told another edition of itself has fewer facets from then on.
inline bool offers(gateway::Admin &admin, Read read)
{
    switch (read) {
    case Read::Identity:
    case Read::Health:
        return true;
    case Read::Keys:
    case Read::OneKey:
        return admin.keys();
    case Read::Aliases:
        return admin.aliases();
    case Read::Usage:
    case Read::OneRow:
    case Read::Totals:
        return admin.usage();
    case Read::Allowances:
        break;
    }
    return admin.limits();
}

inline std::optional<Failure> fateOf(gateway::Admin &admin, Read read, const Names &names, const Clock &clock)
{
    if (!offers(admin, read))
        return {};
    switch (read) {
    case Read::Identity:
        return fate(finished(admin.identity()));
    case Read::Health:
        return fate(finished(admin.health()));
    case Read::Keys:
        return fate(finished(admin.keys()->after({})));
    case Read::OneKey:
        return fate(finished(admin.keys()->find(names.key)));
    case Read::Aliases:
        return fate(finished(admin.aliases()->all()));
    case Read::Usage:
        return fate(finished(admin.usage()->after({})));
    case Read::OneRow:
        return fate(finished(admin.usage()->byRequest(names.request)));
    case Read::Totals:
        return fate(finished(admin.usage()->totals(clock.now().addDays(-1), clock.now())));
    case Read::Allowances:
        break;
    }
    return fate(finished(admin.limits()->allowances()));
}

// A key and a call that the gateway knows.
inline Names namesOn(gateway::Admin &admin)
{
    Names names;
    using gateway::Feature;
    finished(admin.identity());
    if (admin.features().has(Feature::ListKeys))
        if (const auto page = finished(admin.keys()->after({})); page && !page->rows.isEmpty())
            names.key = page->rows.first().id;
    if (admin.features().has(Feature::UsageRows))
        if (const auto page = finished(admin.usage()->after({})); page && !page->rows.isEmpty())
            names.request = page->rows.first().requestId;
    return names;
}

// The answers that tests/data/<kind>/contract.json names (bodies only, the form of the older adapters).
inline Calls callsIn(const QString &kind)
{
    const QString folder = QStringLiteral(TEST_DATA "/") + kind + u'/';
    const auto bytes = [&folder](const QString &name) {
        QFile file(folder + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no recorded answers");
        return file.readAll();
    };
    Calls calls;
    const QJsonObject script = QJsonDocument::fromJson(bytes(QStringLiteral("contract.json"))).object();
    const QJsonObject told = script[QLatin1StringView("calls")].toObject();
    for (auto call = told.begin(); call != told.end(); ++call) {
        net::Exchange answer;
        answer.status = call.value()[QLatin1StringView("status")].toInt(200);
        answer.body = bytes(call.value()[QLatin1StringView("body")].toString());
        calls[call.key()] = answer;
    }
    return calls;
}

} // namespace contract
