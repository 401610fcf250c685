// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/run_task.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include "net/qt_http.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>

// Good answers, and what becomes of a read when one of their fields is another thing than it should be.
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

inline std::optional<Failure> fateOf(gateway::Admin &admin, Read read, const Names &names, const Clock &clock)
{
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

struct Mutation
{
    QStringList path; // keys and indices
    QJsonValue value;
    QStringList within; // the names in what it replaces: a reader may miss the first of them

    QString text() const
    {
        const QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(60);
        return path.isEmpty() ? QString() : path.join(u'.') + u" = "_qs + QString::fromUtf8(shown);
    }
    // A detail that says where: any name on the way to the field (or nothing was mutated by name).
    bool names(const QString &detail) const
    {
        bool named = false;
        bool any = false;
        for (const QString &part : path) {
            const bool isName = !part.at(0).isDigit();
            any = any || isName;
            named = named || (detail.contains(isName ? part : u'[' + part + u']'));
        }
        named = named || (value.isArray() && detail.contains(u"[0]"_qs));
        for (const QString &part : within)
            named = named || detail.contains(part);
        return named || !any;
    }
};

inline QStringList namesIn(const QJsonValue &value)
{
    return (value.isArray() ? value.toArray().first().toObject() : value.toObject()).keys();
}

inline void collect(const QJsonValue &value, const QStringList &path, QList<Mutation> &paths)
{
    if (!path.isEmpty())
        paths << Mutation{path, {}, namesIn(value)};
    if (value.isArray() && !value.toArray().isEmpty()) {
        collect(value.toArray().first(), path + QStringList{QStringLiteral("0")}, paths);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            if (!field.key().isEmpty())
                collect(field.value(), path + QStringList{field.key()}, paths);
    }
}

inline QList<Mutation> mutationsOf(const QJsonDocument &document)
{
    QList<Mutation> paths;
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, paths);
    const QList<QJsonValue> values{QJsonValue::Null, 7.5, -1, QStringLiteral("“odd” text"), true, QJsonArray{1},
        QJsonObject{{QStringLiteral("odd"), 1}}};
    QList<Mutation> all;
    for (const Mutation &one : paths)
        for (const QJsonValue &value : values)
            all << Mutation{one.path, value, one.within};
    return all;
}

inline QList<Mutation> some(QList<Mutation> all, qsizetype most, QRandomGenerator &random)
{
    std::shuffle(all.begin(), all.end(), random);
    return all.mid(0, most);
}

inline QJsonValue with(const QJsonValue &whole, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        array[0] = with(array[0], path.mid(1), value);
        return array;
    }
    QJsonObject object = whole.toObject();
    object[path.first()] = with(object[path.first()], path.mid(1), value);
    return object;
}

inline QByteArray mutated(const QJsonDocument &document, const Mutation &what)
{
    const QJsonValue whole = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue out = with(whole, what.path, what.value);
    return (out.isArray() ? QJsonDocument(out.toArray()) : QJsonDocument(out.toObject()))
        .toJson(QJsonDocument::Compact);
}

} // namespace contract
