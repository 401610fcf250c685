// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/staged_set.h"

namespace workspace {

StagedSet::StagedSet(ChangeService &service) : m_service(service)
{
    connect(&service, &Observable::changed, this, &StagedSet::follow);
    follow();
}

void StagedSet::follow()
{
    if (m_service.state().loading)
        return;
    m_loads.cancel();
    m_loads.run(load(m_service.openSet()));
}

Task<> StagedSet::load(qint64 number)
{
    QList<changes::Step> waiting;
    if (number != 0) {
        const auto set = co_await m_service.find(number);
        if (!set)
            co_return; // who shows the sets says so
        waiting = set->steps;
        waiting.removeIf([](const changes::Step &step) { return step.state != changes::StepState::Pending; });
    }
    if (m_state.set == number && m_state.steps == waiting)
        co_return;
    m_state = {number, waiting};
    announce();
}

QList<changes::AliasChange> StagedSet::aliases() const
{
    QList<changes::AliasChange> out;
    for (const changes::Step &step : m_state.steps)
        if (const auto *change = std::get_if<changes::AliasChange>(&step.wanted))
            out << *change;
    return out;
}

int StagedSet::placeOf(const QString &alias) const
{
    for (const changes::Step &step : m_state.steps)
        if (std::holds_alternative<changes::AliasChange>(step.wanted) && changes::nameOf(step.wanted) == alias)
            return step.place;
    return 0;
}

} // namespace workspace
