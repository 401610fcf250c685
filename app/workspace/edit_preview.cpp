// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/edit_preview.h"
#include "base/wait.h"
#include <algorithm>

using namespace std::chrono_literals;

namespace workspace {

static constexpr auto whileTyping = 60ms; // one look for several keys

void EditPreview::show(const changes::Edit &edit)
{
    if (m_edit == edit)
        return;
    m_edit = edit;
    m_loads.cancel();
    m_loads.run(load(edit));
}

void EditPreview::clear()
{
    m_loads.cancel();
    m_edit.reset();
    m_state = {};
    announce();
}

static bool isAbout(const changes::Step &step, const changes::Edit &edit)
{
    return changes::objectOf(step.wanted) == changes::objectOf(edit)
        && changes::nameOf(step.wanted) == changes::nameOf(edit);
}

Task<> EditPreview::load(changes::Edit edit)
{
    co_await Pause(whileTyping);
    changes::ChangeSet set;
    if (m_service.openSet() != 0) {
        const auto open = co_await m_service.find(m_service.openSet());
        set = open.value_or(set);
    }
    const changes::Step only{1, edit, changes::StepState::Pending, {}, {}, changes::StepRemark::None};
    changes::ChangeSet alone; // also of an edit that changes nothing yet: who calls it is known before
    alone.steps << only;
    State state;
    if (changes::stage(set, edit)) {
        const auto step = std::ranges::find_if(set.steps, [&edit](const auto &each) { return isAbout(each, edit); });
        const int place = step == set.steps.end() ? 0 : step->place;
        const auto concerns = co_await m_service.concerns(set);
        state.concerns = concerns.value_or(QList<changes::Concern>());
        state.concerns.removeIf([place](const changes::Concern &each) { return each.place != place; });
    }
    const auto radius = co_await m_service.radius(alone);
    state.radius = radius ? std::optional(*radius) : std::nullopt;
    m_state = state;
    announce();
}

} // namespace workspace
