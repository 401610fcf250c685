// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "aliases/upstream_gaps.h"
#include "kit/row_model.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace kit {
class Table;
}

namespace pages {

// What the upstreams of a gateway serve by their own word, where that is not what its aliases lead to.
class UpstreamsCard final : public QWidget
{
    Q_OBJECT

public:
    UpstreamsCard();
    // `against`: why nothing can be staged; empty: it can.
    void show(const aliases::CatalogService::Upstreams &upstreams, const QList<Alias> &catalog, const QString &against);

signals:
    void askWanted();
    void stageWanted(const aliases::UpstreamGap &gap);

private:
    using Gap = aliases::UpstreamGap;
    static QList<kit::Column<Gap>> columns();
    void showVerb();
    void stage();

    QString m_against;
    kit::RowModel<Gap> m_model;
    kit::Table *m_table;
    QLabel *m_said;
    QPushButton *m_ask;
    QPushButton *m_stage;
};

} // namespace pages
