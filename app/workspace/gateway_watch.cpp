// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_watch.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

static constexpr auto betweenLooks = 2s;
static constexpr qsizetype mostRows = 10'000;

GatewayWatch::GatewayWatch(QString dataDir) : m_calls(std::move(dataDir))
{
    m_timer.setInterval(betweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &GatewayWatch::look);
}

void GatewayWatch::watch(bool watched)
{
    if (watched == m_timer.isActive())
        return;
    if (!watched)
        return m_timer.stop();
    m_timer.start();
    look();
}

void GatewayWatch::look()
{
    if (m_looks.count() == 0)
        m_looks.run(lookTask());
}

void GatewayWatch::forget()
{
    m_looks.cancel();
    if (m_state == GatewayGlance())
        return;
    m_state = {};
    announce();
}

Task<> GatewayWatch::lookTask()
{
    m_next = m_state;
    const Result<> asked = co_await ask();
    m_next.failure = asked ? std::nullopt : std::optional(asked.error());
    m_next.looked = true;
    if (m_next == m_state)
        co_return;
    m_state = m_next;
    announce();
}

Task<Result<>> GatewayWatch::ask()
{
    co_await orReturn(m_calls.reach());
    const QJsonArray aliases = co_await orReturn(m_calls.items(u"aliases"_s, mostRows));
    const QJsonArray routes = co_await orReturn(m_calls.items(u"routes"_s, mostRows));
    const QJsonArray keys = co_await orReturn(m_calls.items(u"keys"_s, mostRows));
    m_next.routes = routesIn(aliases, routes);
    m_next.limits = limitsIn(keys);
    co_return Result<>();
}

} // namespace workspace
