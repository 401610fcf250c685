// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_traces.h"
#include "pages/key_words.h"
#include <limits>

using namespace Qt::StringLiterals;

namespace pages {

KeyTracer::KeyTracer(std::unique_ptr<usage::Explorer> usage, std::unique_ptr<keys::KeyHistory> history)
    : m_usage(std::move(usage)), m_history(std::move(history))
{
    if (m_usage)
        connect(m_usage.get(), &Observable::changed, this, &KeyTracer::changed);
    if (m_history)
        connect(m_history.get(), &Observable::changed, this, &KeyTracer::changed);
}

static usage::Explorer::Wish wishFor(const QString &rows, const KeyPlace &place, const QDateTime &now)
{
    const QDate today = now.toTimeZone(place.zone).date();
    usage::Explorer::Wish wish;
    wish.query.profile = place.profileId;
    wish.query.from = today.addDays(1 - traceDays).startOfDay(place.zone).toUTC();
    wish.query.to = today.addDays(1).startOfDay(place.zone).toUTC();
    wish.query.filter = rows;
    wish.series = usage::GroupBy::None;
    wish.zone = place.zone;
    return wish;
}

static QString rowsOfAll(const Key &key, const QStringList &before)
{
    QStringList parts{rowsOf(key)};
    for (const QString &name : before) {
        Key other;
        other.name = name;
        parts << rowsOf(other);
    }
    return parts.join(u" or "_s);
}

void KeyTracer::follow(const Key &key, const QStringList &before, const KeyPlace &place, const QDateTime &now)
{
    const QString rows = rowsOfAll(key, before);
    if (key.id == m_key && rows == m_rows && !m_stale)
        return;
    m_key = key.id;
    m_rows = rows;
    m_stale = false;
    if (m_usage)
        m_usage->show(wishFor(rows, place, now));
    if (m_history)
        m_history->show(key.id);
}

void KeyTracer::renew()
{
    m_stale = true;
}

KeyTraces KeyTracer::traces(const Key &key) const
{
    KeyTraces out;
    if (key.id != m_key)
        return out;
    if (m_history && m_history->state().key == key.id)
        out.past = m_history->state().past;
    if (!m_usage || !m_usage->state().loaded || m_usage->state().failure
        || m_usage->state().wish.query.filter != m_rows)
        return out;
    const usage::Explorer::State &state = m_usage->state();
    out.totals = state.totals;
    out.days =
        dailySpend(state.series, state.wish.query.to.toTimeZone(state.wish.zone).date().addDays(-1), state.wish.zone);
    return out;
}

QList<double> dailySpend(const QList<usage::Bucket> &series, const QDate &last, const QTimeZone &zone)
{
    QList<double> out(traceDays, 0.0);
    for (const usage::Bucket &bucket : series) {
        const qint64 at = traceDays - 1 - bucket.start.toTimeZone(zone).date().daysTo(last);
        if (at >= 0 && at < traceDays)
            out[at] = bucket.totals.costNanos ? double(*bucket.totals.costNanos) / 1e9
                                              : std::numeric_limits<double>::quiet_NaN();
    }
    return out;
}

} // namespace pages
