// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/key_history.h"
#include "pages/key_place.h"
#include "usage/explorer.h"

namespace pages {

constexpr int traceDays = 30;

// What this machine remembers of a key, beside the gateway's own word. Empty: nothing is known.
struct KeyTraces
{
    usage::Totals totals; // of the last 30 days, from the local store
    QList<double> days; // spend of each of them, USD; NaN: not known
    QList<keys::Past> past; // newest first

    friend bool operator==(const KeyTraces &, const KeyTraces &) = default;
};

// Reads both for the key that is chosen. The page owns it; without sources it knows nothing.
class KeyTracer final : public QObject
{
    Q_OBJECT

public:
    KeyTracer(std::unique_ptr<usage::Explorer> usage, std::unique_ptr<keys::KeyHistory> history);
    // Reads again when it is another one, or has others before it whose usage goes on with it.
    void follow(const Key &key, const QStringList &before, const KeyPlace &place, const QDateTime &now);
    void renew(); // after a change or a refresh: the next follow() reads again
    KeyTraces traces(const Key &key) const; // as far as read

signals:
    void changed();

private:
    std::unique_ptr<usage::Explorer> m_usage;
    std::unique_ptr<keys::KeyHistory> m_history;
    QString m_key;
    QString m_rows; // of it and of those before it, in the filter language
    bool m_stale = false;
};

// The spend of each day, from the steps that have rows: without calls nothing was spent.
QList<double> dailySpend(const QList<usage::Bucket> &series, const QDate &last, const QTimeZone &zone);

} // namespace pages
