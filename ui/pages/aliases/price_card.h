// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/price_history.h"
#include "kit/row_model.h"
#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace kit {
class Table;
}

namespace pages {

// What one alias, and each of its routes with a price of its own, cost from when to when, and where the price is from.
class PriceCard final : public QWidget
{
    Q_OBJECT

public:
    // `source`: aliases::priceSourceOf() the gateway.
    PriceCard(const QString &source, const QTimeZone &zone);
    // Of all aliases; the newest first.
    void show(const QList<aliases::PriceSpan> &spans, const QString &alias);

private:
    using Span = aliases::PriceSpan;
    QList<kit::Column<Span>> columns() const;

    const QString m_source;
    const QTimeZone m_zone;
    kit::RowModel<Span> m_model;
    kit::Table *m_table;
    QLabel *m_say;
};

} // namespace pages
