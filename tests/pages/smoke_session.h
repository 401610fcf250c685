// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/navigation.h"
#include "smoke/canned.h"
#include "smoke/run_service.h"
#include "workspace/workspace.h"
#include <QElapsedTimer>

// A session of its own for the smoke page: a gateway that streams slowly, an archive in memory.
namespace smoke_session {

using namespace std::chrono_literals;

class Archive : public smoke::RunArchive
{
public:
    QList<RunReport> kept;
    std::chrono::milliseconds wait{0};
    bool full = false;
    QList<smoke::Evidence> evidence; // of every kept run
    std::optional<Failure> unreadable;

    Task<Result<>> save(RunReport report, QList<smoke::Evidence>) override
    {
        if (full)
            co_return fail(FailureKind::Storage, u"disk full"_s);
        kept.prepend(report);
        co_return Result<>();
    }
    Task<Result<QList<RunReport>>> recent(int) override
    {
        co_await Pause(wait);
        co_return kept;
    }
    Task<Result<QList<smoke::Evidence>>> calls(RunReport) override
    {
        co_await Pause(2ms);
        if (unreadable)
            co_return tl::unexpected<Failure>(*unreadable);
        co_return evidence;
    }
};

// Streams a list, a few milliseconds between the pieces; everything else is answered well.
class Slow : public net::Http
{
public:
    int pieces = 60;
    std::chrono::milliseconds apart{2};
    int stallAt = -1;
    bool hangs = false;

    Task<net::Exchange> send(net::Request request) override
    {
        co_await Pause(1ms);
        co_return answerTo(request);
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override
    {
        QElapsedTimer clock;
        clock.start();
        net::Exchange end = Canned::sse();
        end.timings.sent = 1'000'000;
        end.timings.firstHeader = 12'000'000;
        end.headers << net::Header{"set-cookie", "session=abc"};
        if (request.onHead)
            request.onHead(end);
        for (int i = 1; i <= pieces + 3; ++i) {
            const auto wait = i == stallAt ? 400ms : apart;
            if (wait > 0ms)
                co_await Pause(wait);
            onFrame(frameAt(i, clock.nsecsElapsed()));
        }
        while (hangs)
            co_await Pause(1000ms);
        end.timings.end = clock.nsecsElapsed();
        co_return end;
    }

private:
    net::Exchange answerTo(const net::Request &request)
    {
        const bool known = !request.headers.isEmpty() && request.headers.first().value.endsWith("0123456789");
        if (!known)
            return Canned::json(R"({"error":{"message":"no"}})", 401);
        if (request.method == "GET")
            return Canned::json(R"({"data":[{"id":"fast"},{"id":"smart-select"}]})");
        const qsizetype at = request.body.indexOf("gw-");
        const QByteArray nonce = request.body.mid(at, request.body.indexOf(' ', at) - at);
        return Canned::json(R"({"id":")" + QByteArray::number(++m_ids)
            + R"(","model":"mistral-large-latest","choices":[{"message":{"role":"assistant","content":")" + nonce
            + R"("},"finish_reason":"stop"}]})");
    }
    net::Frame frameAt(int i, qint64 atNs) const
    {
        net::Frame frame;
        frame.atNs = atNs;
        frame.data = i <= pieces ? R"({"id":"1","model":"mistral-large-latest","choices":[{"delta":{"content":")"
                + QByteArray::number(i) + R"(.\n"}}]})"
            : i == pieces + 1 ? QByteArray(R"({"id":"1","choices":[{"delta":{},"finish_reason":"length"}]})")
            : i == pieces + 2
            ? QByteArray(R"({"id":"1","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":400}})")
            : QByteArray("[DONE]");
        frame.raw = "data: " + frame.data + "\n\n";
        return frame;
    }
    int m_ids = 0;
};

class Session : public workspace::Session
{
public:
    Slow http;
    Archive archive;
    Clock clock;
    smoke::RunService service{http, archive, clock};
    State m_state;

    Session()
    {
        for (const auto *name : {"fast", "smart-select"})
            m_state.aliases << Alias{QString::fromLatin1(name), {}, {}, {}};
        m_state.reach = Reach::Connected;
    }
    const State &state() const override { return m_state; }
    gateway::Features features() const override { return {}; }
    QList<net::LaneState> requestBudget() const override { return {}; }
    void check() override {}
    keys::KeyService &keys() override { qFatal("not asked for"); }
    keys::RotationWork &rotationWork() override { qFatal("not asked for"); }
    aliases::CatalogService &catalog() override { qFatal("not asked for"); }
    workspace::ChangeService &changes() override { qFatal("not asked for"); }
    usage::SyncService &sync() override { qFatal("not asked for"); }
    usage::LeftToSpend &leftToSpend() override { qFatal("not asked for"); }
    guards::GuardService &guards() override { qFatal("not asked for"); }
    smoke::RunService &smoke() override { return service; }
    void runSmoke(QStringList checks, QStringList aliases) override
    {
        smoke::Plan plan;
        plan.suite = u"default"_s;
        plan.checks = checks;
        plan.aliases = aliases;
        plan.target = {QUrl(u"http://gw.test/v1"_s), {}, u"plain_openai"_s, {}, Secret("sk-test-0123456789"), {}, {}};
        plan.pace.beforeRepeat = 1ms;
        service.start(plan);
    }
    smoke::Plan planToRefuse(const Secret &, const QStringList &, std::chrono::milliseconds) const override
    {
        qFatal("not asked for");
    }
    void tell() { announce(); }
};

class Silent : public pages::Navigation
{
public:
    QString performed; // the verb asked for last: "keys/prove"
    void open(const QString &, const QString &) override {}
    void perform(const QString &page, const QString &verb) override { performed = page + u'/' + verb; }
    void toast(const QString &) override {}
    void toast(const QString &, const QString &, std::function<void()>, std::function<void()>) override {}
    void badge(const QString &, const QString &, int) override {}
    void addConnection(const QString &) override {}
    void switchTo(const QString &) override {}
    QWidget *frame() override { return nullptr; }
};

} // namespace smoke_session
