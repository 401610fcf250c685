// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_thread.h"

namespace workspace {

GatewayThread::GatewayThread() : m_there(new QObject)
{
    m_thread.setObjectName(QStringLiteral("gateway"));
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

GatewayThread::~GatewayThread()
{
    QMetaObject::invokeMethod(
        m_there, [this] { m_gateway.stop(0); }, Qt::QueuedConnection);
    m_there->deleteLater();
    m_thread.quit(); // posted calls are done first
    m_thread.wait();
}

void GatewayThread::start(proxy::Options options)
{
    const auto begin = [this, options = std::move(options)] {
        Answer answer = m_gateway.start(options);
        const auto tell = [this, answer = std::move(answer)] {
            m_answer = answer;
            emit startEnded();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_there, begin, Qt::QueuedConnection);
}

void GatewayThread::stop(int drainMs)
{
    const auto end = [this, drainMs] {
        m_gateway.stop(drainMs);
        QMetaObject::invokeMethod(this, &GatewayThread::stopped, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_there, end, Qt::QueuedConnection);
}

void GatewayThread::count()
{
    const auto look = [this] {
        const proxy::Counters counters = m_gateway.counters();
        QMetaObject::invokeMethod(
            this, [this, counters] { emit counted(counters); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_there, look, Qt::QueuedConnection);
}

} // namespace workspace
