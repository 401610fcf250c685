// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/offset_page.h"

using namespace Qt::StringLiterals;

namespace gateway {

Result<OffsetPlace> OffsetPlace::of(const QString &cursor)
{
    if (cursor.isEmpty())
        return OffsetPlace{};
    const qsizetype slash = cursor.indexOf(u'/');
    bool number = false;
    const int offset = cursor.left(slash).toInt(&number);
    if (slash < 0 || !number || offset < 1)
        return fail(FailureKind::Rejected, u"no place in this list: "_s + cursor);
    return OffsetPlace{offset, cursor.mid(slash + 1)};
}

Result<Page<Key>> pageAt(const OffsetPlace &place, QList<Key> rows, bool more)
{
    Page<Key> page;
    const int end = place.asked() + int(rows.size());
    if (!rows.isEmpty() && more)
        page.next = u"%1/%2"_s.arg(end).arg(rows.last().id);
    const auto known = std::ranges::find(rows, place.lastId, &Key::id);
    if (!place.lastId.isEmpty() && known == rows.end())
        return fail(FailureKind::Conflict, u"the list changed while it was read: read it again"_s);
    if (!place.lastId.isEmpty())
        rows.erase(rows.begin(), known + 1);
    page.rows = std::move(rows);
    return page;
}

} // namespace gateway
