// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/alias_model.h"
#include <QWidget>

class QAction;

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

class PriceCard;

// What is known of one alias, beside the list: what is wrong with it, its routes, its prices, who falls back on it.
class AliasDetail final : public QWidget
{
    Q_OBJECT

public:
    // `prices`: what shows the price history; taken over.
    explicit AliasDetail(PriceCard *prices);
    // An alias that the catalog no longer holds is none.
    void show(const aliases::CatalogService::State &state, const QString &alias,
        const std::optional<changes::AliasChange> &staged = {});
    void setVerbs(QAction *edit, QAction *remove);

signals:
    void requestsWanted(const QString &filter); // its calls, in the filter language
    void reviewWanted(); // what is staged of it
    void takeOutWanted(); // out of the set

private:
    void build();
    void showFindings(const QList<aliases::Finding> &findings, const std::optional<changes::AliasChange> &staged);
    void showStaged(const changes::AliasChange &staged);
    void showFacts(const aliases::CatalogService::State &state, const Alias &alias);

    QString m_alias;
    QList<aliases::Finding> m_findings;
    std::optional<changes::AliasChange> m_staged;
    Alias m_shown;
    QWidget *m_notices;
    kit::Card *m_routesCard;
    kit::Table *m_routes;
    AliasRoutesModel *m_model;
    kit::Card *m_factsCard;
    QWidget *m_facts = nullptr;
    PriceCard *m_prices;
};

} // namespace pages
