// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/live_feed.h"
#include "smoke/words.h"
#include <utility>

namespace smoke {

void LiveFeed::add(Live entry)
{
    m_entries << std::move(entry);
    if (m_entries.size() <= mostEntries)
        return;
    constexpr qsizetype half = mostEntries / 2; // in one go: removing at the front costs a move of all
    m_entries.remove(0, half);
    m_dropped += half;
}

QList<Live> LiveFeed::take()
{
    QList<Live> taken = std::exchange(m_entries, {});
    if (m_dropped > 0) {
        const QString text = translate("smoke", "%1 earlier pieces are not shown here; the evidence has them.");
        taken.prepend({Live::What::Note, text.arg(m_dropped), 0, taken.first().item});
    }
    m_dropped = 0;
    return taken;
}

} // namespace smoke
