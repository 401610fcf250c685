// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/gateway.h"
#include <QObject>
#include <QThread>

namespace workspace {

// Starts and stops a proxy::Gateway on a thread of its own, because both block. All methods from the main thread;
// answers come back there as signals.
class GatewayThread final : public QObject
{
    Q_OBJECT

public:
    using Answer = tl::expected<proxy::Started, proxy::StartError>;

    GatewayThread();
    ~GatewayThread() override; // stops without a drain

    void start(proxy::Options options);
    const Answer &answer() const { return m_answer; } // of the last start
    void stop(int drainMs);
    void count();

signals:
    void startEnded();
    void stopped();
    void counted(proxy::Counters counters);

private:
    QObject *m_there; // lives on the thread
    proxy::Gateway m_gateway; // touched on the thread only
    Answer m_answer;
    QThread m_thread;
};

} // namespace workspace
