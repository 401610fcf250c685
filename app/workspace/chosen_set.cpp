// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/chosen_set.h"

namespace workspace {

ChosenSet::ChosenSet(ChangeService &service) : m_service(service)
{
    connect(&service, &Observable::changed, this, [this] {
        if (!m_service.state().loading)
            refresh();
    });
}

void ChosenSet::show(qint64 set)
{
    if (set == m_state.wanted)
        return;
    m_state = {};
    m_state.wanted = set;
    refresh();
}

void ChosenSet::refresh()
{
    m_loads.cancel();
    announce();
    if (m_state.wanted != 0)
        m_loads.run(load(m_state.wanted));
}

static QList<int> placesIn(const changes::ChangeSet &set)
{
    QList<int> places;
    const auto order = changes::orderOf(set);
    if (order)
        for (const qsizetype at : *order)
            places << set.steps.at(at).place;
    return places;
}

Task<> ChosenSet::load(qint64 number)
{
    const auto set = co_await m_service.find(number);
    m_state.failure = set ? std::nullopt : std::optional(set.error());
    if (!set)
        m_state.set.reset();
    announce();
    if (!set)
        co_return;
    const auto concerns = co_await m_service.concerns(*set);
    auto radius = co_await m_service.radius(*set);
    m_state.set = *set;
    m_state.order = placesIn(*set);
    m_state.concerns = concerns.value_or(QList<changes::Concern>());
    m_state.radius = radius ? std::optional(*radius) : std::nullopt;
    announce();
}

} // namespace workspace
