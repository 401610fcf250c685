// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/tombstones.h"
#include "store/store.h"

namespace workspace {

void Tombstones::refresh()
{
    m_loads.cancel();
    m_loads.run(load());
}

Task<> Tombstones::load()
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::tombstonesIn(db, profile); };
    const auto stones = co_await m_store.read(read);
    m_state.failure = stones ? std::nullopt : std::optional(stones.error());
    if (stones)
        m_state.stones = *stones;
    m_state.loaded = true;
    announce();
}

} // namespace workspace
