// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/requests_view.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/format.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/skeleton.h"
#include "kit/table.h"
#include "kit/table_tools.h"
#include "pages/requests/record_pane.h"
#include "pages/requests/requests_model.h"
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

enum Side { RowsSide, SkeletonSide, OtherSide };
using M = RequestsModel;

RequestsView::RequestsView(const QTimeZone &zone, const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_model(new RequestsModel(zone, today))
    , m_table(new Table(tr("Requests")))
    , m_foot(elided({}, Type::Caption, Ink::Muted))
    , m_record(new RecordPane(zone))
    , m_sides(new QStackedWidget)
{
    m_model->setParent(this);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(space::m);
    split->addWidget(list());
    split->addWidget(m_record);
    split->setStretchFactor(0, 1);
    split->setSizes({900, scaled(360)});
    m_record->setMinimumWidth(scaled(340));
    m_record->setMaximumWidth(scaled(720));
    m_sides->addWidget(split);
    auto *waiting = new Card;
    waiting->body()->addWidget(new Skeleton(14));
    m_sides->addWidget(waiting);
    m_sides->addWidget(new QWidget);
    m_sides->setCurrentIndex(OtherSide);
    plainColumn(this)->addWidget(m_sides);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, &RequestsView::showSide);
    connect(m_record, &RecordPane::likeThisWanted, this, &RequestsView::likeThisWanted);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestsView::scrolled);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RequestsView::showChosen,
        Qt::QueuedConnection); // it also comes while the model is changing its rows
}

QWidget *RequestsView::list()
{
    auto *card = new Card;
    m_table->setObjectName(u"requests"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(M::Ended, new StatusCell(m_table));
    for (const int mono : {M::AliasName, M::ServedBy, M::Upstream})
        m_table->setItemDelegateForColumn(mono, new MonoCell(m_table));
    m_table->setCompact();
    for (int column = M::Upstream; column <= M::FirstToken; ++column)
        m_table->setColumnWanted(column, false);
    m_table->setYielding({M::FirstToken, M::TokensIn, M::TokensOut, M::HttpStatus, M::Upstream, M::Total, M::KeyName});
    m_table->setGrowing({M::Cost, M::Time, M::Ended, M::KeyName, M::AliasName});
    keepSelection(m_table);
    card->setFlush();
    card->body()->addWidget(m_table, 1);
    m_foot->setObjectName(u"loaded"_s);
    QWidget *foot = stacked({m_foot});
    foot->layout()->setContentsMargins(space::l, 0, space::l, space::s);
    card->body()->addWidget(foot);
    return card;
}

QToolButton *RequestsView::columnChooser()
{
    return kit::columnChooser(m_table);
}

void RequestsView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RequestsView::tell(const usage::RequestList::State &state)
{
    const bool first = !m_state.loaded;
    m_state = state;
    if (state.loading && !state.loaded && !m_patience.isActive())
        m_patience.start();
    if (!state.loaded)
        return state.loading ? void() : showSide();
    m_patience.stop();
    apply(state.rows);
    if (first)
        m_table->setWidths({110, 128, 116, 112, 0, 76, 72, 100, 58, 78, 82, 82});
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    const QString all = format::count(state.total);
    m_foot->setText(state.more ? tr("%1 of %2 loaded, more as you scroll").arg(format::count(state.rows.size()), all)
                               : tr("%Ln request(s)", nullptr, int(state.total)));
    m_foot->update();
    showChosen();
    showSide();
}

// Rows that join above the first visible one push the view down by as much: what is read stays where it is.
void RequestsView::apply(const QList<UsageRecord> &rows)
{
    QScrollBar *bar = m_table->verticalScrollBar();
    const int top = m_table->rowAt(0);
    const bool atTop = bar->value() == 0 || top < 0;
    const QString id = atTop ? QString() : m_model->index(top, 0).data(IdRole).toString();
    const int offset = atTop ? 0 : m_table->rowViewportPosition(top);
    m_model->apply(rows);
    if (id.isEmpty())
        return;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->row(i).sourceId == id)
            return bar->setValue(i * m_table->verticalHeader()->defaultSectionSize() - offset);
}

void RequestsView::showChosen()
{
    const QModelIndex at = m_table->currentIndex();
    m_record->tell(at.isValid() ? std::optional(m_model->row(at.row())) : std::nullopt);
}

void RequestsView::showSide()
{
    if (m_state.loaded && (!m_state.rows.isEmpty() || m_state.loading))
        return m_sides->setCurrentIndex(RowsSide);
    if (m_state.loading)
        return m_sides->setCurrentIndex(SkeletonSide);
    const QWidget *old = m_sides->widget(OtherSide);
    m_sides->addWidget(m_state.loaded ? emptySide() : new QWidget);
    m_sides->setCurrentIndex(m_sides->count() - 1);
    delete old;
}

QWidget *RequestsView::emptySide()
{
    const bool filtered = !m_state.query.filter.isEmpty() || m_state.query.from.isValid();
    EmptyState *empty = nullptr;
    if (filtered)
        empty = new EmptyState(Glyph::Filter, tr("No request matches"),
            tr("Every stored call is hidden by the period or the filter above."));
    else if (m_fetches)
        empty = new EmptyState(Glyph::Requests, tr("No requests stored yet"),
            tr("Calls show here once the gateway has recorded them. A CSV file joins with “gwctl usage import”."));
    else
        empty = new EmptyState(Glyph::Requests, tr("This gateway tells no usage"),
            tr("Its calls show here from a CSV file: “gwctl usage import” reads one."));
    if (filtered || m_fetches)
        connect(empty->setPrimary(filtered ? tr("Clear the filter") : tr("Fetch now")), &QPushButton::clicked, this,
            filtered ? &RequestsView::everythingWanted : &RequestsView::fetchWanted);
    auto *card = new Card;
    card->body()->addWidget(empty, 1);
    return card;
}

void RequestsView::scrolled()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    const int ahead = 20 * m_table->verticalHeader()->defaultSectionSize();
    if (m_state.more && !m_state.loading && bar->value() > 0 && bar->value() > bar->maximum() - ahead)
        emit moreWanted();
}

} // namespace pages
