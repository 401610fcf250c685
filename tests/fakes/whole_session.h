// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "fakes/fake_admin.h"
#include "fakes/fake_rotation.h"
#include "fakes/memory_catalogs.h"
#include "guards/guard_service.h"
#include "net/http.h"
#include "smoke/run_service.h"
#include "usage/left_to_spend.h"
#include "usage/sync_service.h"
#include "workspace/change_service.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"

// A clock that stands where it is put.
class FakeClock final : public Clock
{
public:
    QDateTime at = QDateTime(QDate(2026, 6, 18), QTime(14, 32, 5), Qt::UTC);
    QDateTime now() const override { return at; }
};

class FakeArchive final : public smoke::RunArchive
{
public:
    QList<RunReport> kept; // newest first
    Task<Result<>> save(RunReport report, QList<smoke::Evidence>) override
    {
        kept.prepend(report);
        co_return Result<>();
    }
    Task<Result<QList<RunReport>>> recent(int count) override
    {
        co_return kept.first(qMin<qsizetype>(count, kept.size()));
    }
};

// A stream whose pieces come 2 ms apart; a plain request gets an empty list of models.
class DrippingHttp final : public net::Http
{
public:
    int pieces = 500;
    Task<net::Exchange> send(net::Request) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = R"({"object":"list","data":[]})";
        co_return exchange;
    }
    Task<net::Exchange> stream(net::Request, net::OnFrame onFrame) override
    {
        net::Exchange exchange;
        exchange.status = 200;
        exchange.headers = {{"content-type", "text/event-stream"}};
        net::Frame frame;
        for (int i = 0; i < pieces; ++i) {
            co_await Pause(std::chrono::milliseconds(2));
            frame.data = R"({"id":"1","model":"fast","choices":[{"delta":{"content":"word "}}]})";
            frame.raw = "data: " + frame.data + "\n\n";
            frame.atNs += 2'000'000;
            onFrame(frame);
        }
        co_return exchange;
    }
};

class FakeUsageSource final : public gateway::UsageSource
{
public:
    QList<UsageRecord> rows;
    std::optional<Failure> refuses;
    Task<Result<gateway::UsagePage>> after(QString cursor) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (refuses)
            co_return tl::unexpected<Failure>(*refuses);
        gateway::UsagePage page;
        page.rows = rows.mid(cursor.toInt());
        page.next = QString::number(rows.size());
        co_return page;
    }
};

class FakeLimits final : public gateway::Limits
{
public:
    QList<Allowance> all;
    std::optional<Failure> refuses;
    int asked = 0;
    Task<Result<QList<Allowance>>> allowances() override
    {
        ++asked;
        co_await Pause(std::chrono::milliseconds(1));
        if (refuses)
            co_return tl::unexpected<Failure>(*refuses);
        co_return all;
    }
};

class FakeTestGateway final : public workspace::TestGateway
{
public:
    State now;
    QList<int> started; // ports
    QList<int> startedAnew;
    int stopped = 0;
    const State &state() const override { return now; }
    void start(quint16 port) override { started << port; }
    void startAnew(quint16 port) override { startedAnew << port; }
    void stop() override { ++stopped; }
    void watch(bool watched) override { isWatched = watched; }
    bool isWatched = false;
    void tell() { announce(); }
};

class FakeSession final : public workspace::Session
{
public:
    FakeSession(const Profile &profile, store::Store &store, const Clock &clock)
        : keyService(admin, journal, cache, clock)
        , catalogService(admin, catalogs, clock)
        , changeService({admin, store, journal, clock, profile.id, {}, [this] { return now.aliases; }})
        , syncService(store, profile.id, &source, clock)
        , left(&limits, clock)
        , guardService({admin, store, journal, clock, profile.id})
        , runs(http, archive, clock)
    {
        now.profile = profile;
        now.reach = Reach::Connected;
        now.roundTripMs = 84;
    }
    State now;
    FakeAdmin admin;
    MemoryJournal journal;
    MemoryKeyCache cache;
    MemoryCatalogs catalogs;
    FakeUsageSource source;
    FakeLimits limits;
    DrippingHttp http;
    FakeArchive archive;
    FakeRotation rotation;
    keys::KeyService keyService;
    aliases::CatalogService catalogService;
    workspace::ChangeService changeService;
    usage::SyncService syncService;
    usage::LeftToSpend left;
    guards::GuardService guardService;
    smoke::RunService runs;
    QList<net::LaneState> budget;
    int checks = 0;
    QStringList smoked; // aliases of the last run asked for

    const State &state() const override { return now; }
    gateway::Features features() const override { return admin.features(); }
    QList<net::LaneState> requestBudget() const override { return budget; }
    void check() override { ++checks; }
    keys::KeyService &keys() override { return keyService; }
    keys::RotationWork &rotationWork() override { return rotation; }
    aliases::CatalogService &catalog() override { return catalogService; }
    workspace::ChangeService &changes() override { return changeService; }
    usage::SyncService &sync() override { return syncService; }
    usage::LeftToSpend &leftToSpend() override { return left; }
    guards::GuardService &guards() override { return guardService; }
    smoke::RunService &smoke() override { return runs; }
    void runSmoke(QStringList, QStringList aliases) override { smoked = aliases; }
    smoke::Plan planToRefuse(const Secret &key, const QStringList &, std::chrono::milliseconds) const override
    {
        smoke::Plan plan;
        plan.target.key = key;
        return plan;
    }
    void tell() { announce(); }
};
