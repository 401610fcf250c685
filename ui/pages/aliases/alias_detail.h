// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/alias_model.h"
#include <QWidget>

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

// What is known of one alias, beside the list: what is wrong with it, its routes, its prices, who falls back on it.
class AliasDetail final : public QWidget
{
    Q_OBJECT

public:
    AliasDetail();
    // An alias that the catalog no longer holds is none.
    void show(const aliases::CatalogService::State &state, const QString &alias);

signals:
    void requestsWanted(const QString &filter); // its calls, in the filter language

private:
    void build();
    void showFindings(const QList<aliases::Finding> &findings);
    void showFacts(const aliases::CatalogService::State &state, const Alias &alias);

    QString m_alias;
    QList<aliases::Finding> m_findings;
    Alias m_shown;
    QWidget *m_notices;
    kit::Card *m_routesCard;
    kit::Table *m_routes;
    AliasRoutesModel *m_model;
    kit::Card *m_factsCard;
    QWidget *m_facts = nullptr;
};

} // namespace pages
