// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"

namespace smoke {

// What was said and not yet taken. Bounded: when nobody takes it, the oldest goes and the gap is said.
class LiveFeed
{
public:
    static constexpr qsizetype mostEntries = 4096;

    void add(Live entry);
    QList<Live> take();

private:
    QList<Live> m_entries;
    qint64 m_dropped = 0;
};

} // namespace smoke
