// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include <QDateTime>
#include <QMap>

namespace aliases {

struct Snapshot;

// What an alias, or one of its routes, cost from when to when, as far as snapshots tell: it changed some time between the
// last sight of the span before and the first one of this. UTC.
struct PriceSpan
{
    QString alias;
    QString route; // "upstream/model"; empty: the alias's own price
    Price price;
    QDateTime firstSeen;
    QDateTime lastSeen;
    bool current = false; // it is what the newest snapshot says

    friend bool operator==(const PriceSpan &, const PriceSpan &) = default;
};

// Takes the snapshots of a catalog one after the other, oldest first; the newest may be taken again when it was seen later.
class PriceHistory
{
public:
    void take(const Snapshot &snapshot, const QList<Alias> &catalog);
    // By alias and route, the newest first.
    QList<PriceSpan> spans() const;

private:
    void take(const Snapshot &snapshot, const QString &alias, const QString &route, const Price &price);

    QList<PriceSpan> m_spans;
    QMap<QPair<QString, QString>, qsizetype> m_current; // alias and route; index of the span that goes on
    QMap<QPair<QString, QString>, qsizetype> m_seen; // of the snapshot that is taken
};

} // namespace aliases
