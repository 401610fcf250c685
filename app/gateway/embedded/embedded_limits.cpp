// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_limits.h"
#include "base/or_return.h"
#include "gateway/embedded/embedded_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::embedded {

Task<Result<QList<Allowance>>> EmbeddedLimits::allowances()
{
    QList<Allowance> all;
    QString cursor;
    do {
        Call call{"GET", u"keys"_s, pageQuery(cursor)};
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        const Page<QList<Allowance>> page = co_await orReturn(readAllowancePage(answer.body));
        for (const QList<Allowance> &ofKey : page.rows)
            all += ofKey;
        if (page.next == cursor && !cursor.isEmpty())
            co_return fail(FailureKind::Decode, u"key list.next: the same page again"_s);
        cursor = page.next;
    } while (!cursor.isEmpty());
    co_return all;
}

} // namespace gateway::embedded
