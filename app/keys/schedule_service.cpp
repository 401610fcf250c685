// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/schedule_service.h"
#include <algorithm>

namespace keys {

const RotationSchedule *ScheduleService::of(const QString &keyId) const
{
    const auto found = std::ranges::find(m_state.all, keyId, &RotationSchedule::keyId);
    return found == m_state.all.cend() ? nullptr : &*found;
}

void ScheduleService::refresh()
{
    m_loads.cancel();
    m_loads.run(load());
}

Task<> ScheduleService::load()
{
    const auto all = co_await m_book.all();
    if (!all)
        m_state.failure = all.error();
    else if (*all == m_state.all)
        co_return;
    else
        m_state.all = *all;
    announce();
}

template<class T>
Task<> ScheduleService::write(Task<Result<T>> write)
{
    const auto kept = co_await std::move(write);
    m_state.failure.reset();
    if (!kept) {
        m_state.failure = kept.error();
        announce();
    }
    refresh();
}

void ScheduleService::set(const RotationSchedule &schedule)
{
    m_writes.run(write(m_book.set(schedule)));
}

void ScheduleService::remove(const QString &keyId)
{
    m_writes.run(write(m_book.remove(keyId)));
}

} // namespace keys
