// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"

namespace gateway {

// A place in a list that is read by offset. Text form (the cursor): "OFFSET/ID", the id of the row before it. That row is
// asked for once more, so that rows which were added or taken away meanwhile are noticed.
struct OffsetPlace
{
    int offset = 0;
    QString lastId;

    int asked() const { return lastId.isEmpty() ? offset : offset - 1; }
    static Result<OffsetPlace> of(const QString &cursor); // Rejected: none of ours
};

// The rows that were asked for at `place`, without those already read; `more`: others follow. Conflict: rows went away
// meanwhile, so some may have been passed over: read the list again.
Result<Page<Key>> pageAt(const OffsetPlace &place, QList<Key> rows, bool more);

} // namespace gateway
