// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/fake_process.h"
#include "contract/feature_change.h"
#include "contract/seen.h"
#include "fakes/fake_clock.h"
#include "gateway/facets.h"

namespace contract {

// Counts the answers that pass, and tells after each.
class CountingHttp final : public net::Http
{
public:
    Task<net::Exchange> send(net::Request request) override
    {
        net::Exchange answer = co_await m_http.send(std::move(request));
        ++answers;
        if (told)
            told();
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame frame) override
    {
        return m_http.stream(std::move(request), std::move(frame));
    }
    int answers = 0;
    std::function<void()> told;

private:
    net::QtHttp m_http;
};

// The adapter of one generation, connected to its fake, with whatever a test needs to look behind it.
struct LiveGateway
{
    Seen seen;
    FakeProcess &fake;
    CountingHttp http;
    FakeClock clock;
    const gateway::Adapter *adapter;
    std::unique_ptr<gateway::Admin> admin;
    Hints hints;

    explicit LiveGateway(const QString &generation)
        : fake(FakeProcess::of(generation)), clock(fake.now()), adapter(gateway::adapterOf(fake.text("kind")))
    {
        fake.control("reset");
        const QJsonObject suite = fake.suite();
        hints.alias = suite[QLatin1StringView("alias")].toString();
        hints.lifetime = suite[QLatin1StringView("lifetime")].toString(hints.lifetime);
        hints.window = suite[QLatin1StringView("budget_window")].toString(hints.window);
        hints.network = suite[QLatin1StringView("network")].toString(hints.network);
        connect(fake.connection(http, clock));
    }
    void connect(const gateway::Connection &connection)
    {
        admin = adapter->connect(connection);
        if (const auto identity = finished(admin->identity()))
            seen.note(*identity);
    }
    bool has(Feature feature) const { return admin->features().has(feature); }
    void pass(int seconds)
    {
        fake.control("clock", {{QStringLiteral("pass"), seconds}});
        clock.pass(seconds);
    }
    template<typename T>
    std::optional<Failure> failureOf(const Result<T> &result)
    {
        if (result)
            return {};
        seen.note(result.error());
        return result.error();
    }
    Result<QList<Key>> keys()
    {
        const auto all = finished(gateway::everyKey(*admin->keys()), std::chrono::seconds(20));
        for (const Key &key : all.value_or(QList<Key>()))
            seen.note(key);
        return all;
    }
    Result<Key> find(const QString &id)
    {
        const auto found = finished(admin->keys()->find(id), std::chrono::seconds(20));
        if (found)
            seen.note(*found);
        return found;
    }
    qint64 keysOnTheGateway()
    {
        const QString of = fake.suite()[QLatin1StringView("keys")].toString(QStringLiteral("keys"));
        const QJsonObject state = fake.control("state");
        return state[QLatin1StringView("rows")].toObject()[of].toInteger();
    }
    // Secrets of the data file, and those the gateway gave out since; the first that was seen anywhere.
    QString leak()
    {
        QStringList secrets = fake.secrets();
        for (const QJsonValue &one : fake.control("state")[QLatin1StringView("issued")].toArray())
            secrets << one.toString();
        return Seen::firstOf(secrets);
    }
};

} // namespace contract
