// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/upstream_gaps.h"
#include "pages/aliases/alias_place.h"
#include "pages/aliases/matrix_model.h"
#include <QWidget>

class QLabel;
class QPushButton;

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

class UpstreamsCard;

// Which channel serves which alias, to be walked with the arrow keys and changed with Space. What is changed is staged at
// once and marked; nothing is sent from here.
class MatrixView final : public QWidget
{
    Q_OBJECT

public:
    // `upstreams`: stands below it; taken over.
    MatrixView(const AliasPlace &place, UpstreamsCard *upstreams);
    void show(const QList<Alias> &catalog, const QList<changes::AliasChange> &staged);
    void forget(); // what was asked for here did not come about

signals:
    void changeWanted(const changes::AliasChange &change);
    void takeOutWanted(const QString &alias); // staged as a new one, and served by nobody any more
    void aliasWanted(const QString &alias); // its form
    void reviewWanted();

public slots:
    // Serves a model that an upstream has, under its own name, or stops serving one that is gone there.
    void stage(const aliases::UpstreamGap &gap);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *cellCard();
    void showRows();
    QList<changes::AliasChange> together() const;
    void showHead(qsizetype staged);
    void showCell();
    void toggle();
    void want(const MatrixRow &row, const QString &channel);
    const ChannelColumn *channel() const; // chosen; null: the name or the price is
    QString said(const MatrixRow &row, const ChannelColumn &channel) const;

    const AliasPlace &m_place;
    MatrixModel m_model;
    QList<Alias> m_catalog;
    QList<changes::AliasChange> m_staged;
    QHash<QString, changes::AliasChange> m_ours; // asked for, and not staged yet: two quick keys are two edits
    kit::Card *m_card;
    kit::Table *m_table;
    kit::Card *m_cell;
    QLabel *m_said;
    QLabel *m_reason;
    QPushButton *m_toggle;
    QPushButton *m_edit;
    QPushButton *m_review;
    UpstreamsCard *m_upstreams;
};

} // namespace pages
