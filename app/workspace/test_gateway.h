// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/result.h"
#include "base/secret.h"
#include "workspace/gateway_glance.h"
#include <QDateTime>
#include <QList>
#include <QUrl>

namespace workspace {

// One line of the live request log.
struct GatewayEvent
{
    QDateTime at;
    QString method;
    QString path;
    QString key;
    QString alias;
    QString upstream;
    int status = 0;
    QString ended;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<qint64> costNanos;
    std::optional<qint64> firstTokenMs;
    qint64 totalMs = 0;
    QString requestId;
};

// The embedded gateway of this data dir: run by this program, by another one, or not at all. Main thread.
class TestGateway : public Observable
{
    Q_OBJECT

public:
    enum class Mode { Stopped, Starting, Here, Elsewhere };
    struct State
    {
        Mode mode = Mode::Stopped;
        QUrl dataUrl;
        QUrl adminUrl;
        qint64 pid = 0;
        std::optional<QDateTime> startedAt;
        std::optional<Failure> failure; // of the last start
        quint64 requests = 0;
        quint64 refused = 0;
        quint64 openStreams = 0;
        quint64 rowsLost = 0; // calls that could not be recorded
        quint16 port = 8790; // wished for
        QList<GatewayEvent> log; // newest last, at most 2,000
        GatewayGlance glance; // as of the last look
    };

    virtual const State &state() const = 0;
    virtual void start(quint16 port) = 0; // 0: any
    virtual void startAnew(quint16 port) = 0; // its database, damaged or newer, is kept under another name
    virtual void stop() = 0; // drains; only in Mode::Here
    virtual void watch(bool watched) = 0; // routes and limits are looked at while somebody does
};

} // namespace workspace
