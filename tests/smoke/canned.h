// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "fakes/run_task.h"
#include "smoke/recorder.h"
#include <QScopeGuard>
#include <QThread>

using namespace Qt::StringLiterals;

// A gateway made of lists: plain answers in order, and one event stream whose frames come a given time apart.
class Canned : public net::Http
{
public:
    QList<net::Exchange> answers; // of send(); the last one is given again and again
    QByteArrayList events;
    QList<QByteArrayList> laterEvents; // of the second stream and so on
    qint64 apartNs = 1'000'000;
    net::Exchange end;
    QList<net::Request> requests;
    bool hangs = false; // after its last frame a stream stays open
    std::chrono::milliseconds closing{0}; // what leaving such a stream takes

    static net::Exchange json(const QByteArray &body, int status = 200)
    {
        net::Exchange exchange;
        exchange.status = status;
        exchange.headers = {{"Content-Type", "application/json"}, {"x-request-id", "req-1"}};
        exchange.body = body;
        return exchange;
    }
    static net::Exchange sse()
    {
        net::Exchange exchange;
        exchange.status = 200;
        exchange.headers = {{"content-type", "text/event-stream"}, {"x-request-id", "req-1"}};
        return exchange;
    }

    Task<net::Exchange> send(net::Request request) override
    {
        requests << request;
        const net::Exchange answer = answers.value(std::min(m_sent++, answers.size() - 1));
        co_await Pause(std::chrono::milliseconds(1));
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override
    {
        requests << request;
        const QByteArrayList play = m_streams == 0 ? events : laterEvents.value(m_streams - 1, events);
        ++m_streams;
        if (request.onHead)
            request.onHead(end);
        net::Frame frame;
        for (const QByteArray &event : play) {
            frame.data = event;
            frame.raw = "data: " + event + "\n\n";
            frame.atNs += apartNs;
            onFrame(frame);
        }
        const auto slow = qScopeGuard([this] { QThread::msleep(quint64(closing.count())); });
        const auto rest = std::chrono::milliseconds(hangs ? 60'000 : 1);
        co_await Pause(rest);
        net::Exchange last = end;
        last.timings.end = frame.atNs;
        co_return last;
    }

private:
    qsizetype m_sent = 0;
    qsizetype m_streams = 0;
};

// What a check needs to run without a run.
struct OnBench
{
    Canned http;
    Clock clock;
    smoke::Purse purse{1'000'000'000, {}};
    QList<smoke::Live> live;
    smoke::Recorder recorder{http, clock, purse, u"test"_s, [this](const smoke::Live &entry) { live << entry; }};
    smoke::Target target{
        QUrl(u"http://gw.test/v1"_s), {}, u"plain_openai"_s, u"fast"_s, Secret("sk-test-0123456789"), {}, {}};
    smoke::Pace pace;
    QStringList aliases{u"fast"_s};
    int nonces = 0;

    smoke::Verdict run(const QString &id)
    {
        pace.beforeRepeat = std::chrono::milliseconds(1);
        smoke::Bench bench{recorder, target, aliases, [this] { return u"gw-1-%1"_s.arg(++nonces); }, clock, pace};
        for (const smoke::Check *check : smoke::checks())
            if (smoke::idOf(*check) == id)
                return finished(check->run(bench));
        qFatal("no such check");
    }
};

inline std::optional<Outcome> outcomeOf(const smoke::Verdict &verdict, const QString &rule)
{
    for (const Reason &reason : verdict.reasons)
        if (reason.id == rule)
            return reason.outcome;
    return {};
}

inline QString entryOf(const smoke::Verdict &verdict, const QString &rule)
{
    for (const Reason &reason : verdict.reasons)
        if (reason.id == rule)
            return reason.entry;
    return {};
}

inline QString textOf(const smoke::Verdict &verdict, const QString &rule)
{
    for (const Reason &reason : verdict.reasons)
        if (reason.id == rule)
            return reason.text;
    return {};
}
