// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "kit/table.h"
#include "pages/overview/cards.h"
#include <algorithm>
#include <QHeaderView>
#include <QStackedWidget>

namespace pages {

using namespace kit;

namespace {

QVariant nameRole(const PartRow &row, int role)
{
    return role == cell::State ? QVariant(int(row.status)) : QVariant();
}

QVariant whatRole(const PartRow &row, int role)
{
    return role == Qt::ToolTipRole ? QVariant(row.what) : QVariant();
}

class PartModel final : public RowModel<PartRow>
{
public:
    PartModel()
        : RowModel(
            {
                {QString(), [](const PartRow &r) { return r.name; }, Qt::AlignLeft, nameRole},
                {QString(), [](const PartRow &r) { return r.what; }, Qt::AlignLeft, whatRole},
                {QString(), [](const PartRow &r) { return r.figure; }, Qt::AlignRight},
            },
            [](const PartRow &r) { return r.id; })
    {}
};

} // namespace

PartCard::PartCard(const QString &title, const QString &nothing, const QString &verb)
    : m_card(new Card(title))
    , m_pill(new Pill(Status::Neutral, {}))
    , m_model(new PartModel)
    , m_table(new Table(title))
    , m_sides(new QStackedWidget)
{
    plainColumn(this, 0)->addWidget(m_card);
    m_model->setParent(this);
    m_pill->hide();
    m_card->addToHead(m_pill);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(0, new StatusCell(m_table));
    m_table->horizontalHeader()->hide();
    m_table->setWidths({150, 0, 84});
    m_table->setGrowing({2, 0});
    m_table->setCompact();
    m_table->setFocusPolicy(Qt::TabFocus);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &at) { emit chosen(at.data(IdRole).toString()); });
    QPushButton *offer = button(verb);
    connect(offer, &QPushButton::clicked, this, &PartCard::verbChosen);
    offer->setVisible(!verb.isEmpty());
    QWidget *none = stacked({paragraph(nothing), row({offer, spacer()}), spacer()}, space::s, 2);
    none->layout()->setContentsMargins(space::l, 0, space::l, space::s);
    m_sides->addWidget(m_table);
    m_sides->addWidget(none);
    m_card->setFlush();
    m_card->body()->addWidget(m_sides, 1);
}

void PartCard::show(const QList<PartRow> &rows)
{
    m_model->apply(rows);
    m_sides->setCurrentIndex(rows.isEmpty() ? 1 : 0);
}

void PartCard::showPill(Status status, const QString &text)
{
    m_pill->show(status, text);
    m_pill->setVisible(!text.isEmpty());
}

void PartCard::fitAmounts()
{
    m_table->setWidths({110, 0, 116});
}

void PartCard::fitSentences()
{
    m_table->setWidths({110, 0, 0});
    m_table->setColumnHidden(2, true);
}

Status statusOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Status::Ok;
    case Outcome::Skipped:
    case Outcome::Unsupported:
        return Status::Skipped;
    case Outcome::Warned:
        return Status::Warn;
    case Outcome::Inconclusive:
        return Status::Unknown;
    case Outcome::Failed:
        break;
    }
    return Status::Bad;
}

// What decided the verdict, in its own words; a passed check has its alias.
static QString whatOf(const CheckReport &check)
{
    for (const Reason &reason : check.reasons)
        if (reason.outcome == check.outcome && check.outcome != Outcome::Passed)
            return reason.text;
    return check.alias;
}

QList<PartRow> runRows(const RunReport &run, int most)
{
    QList<CheckReport> checks = run.checks;
    std::stable_sort(
        checks.begin(), checks.end(), [](const CheckReport &a, const CheckReport &b) { return a.outcome > b.outcome; });
    QList<PartRow> rows;
    for (const CheckReport &check : checks.first(qMin<qsizetype>(most, checks.size())))
        rows << PartRow{check.check + check.variant + check.alias, statusOf(check.outcome), check.title, whatOf(check),
            check.totalMs ? format::duration(*check.totalMs) : format::none()};
    return rows;
}

} // namespace pages
