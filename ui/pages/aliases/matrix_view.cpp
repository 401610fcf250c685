// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/matrix_view.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/row_model.h"
#include "kit/table.h"
#include "pages/aliases/upstreams_card.h"
#include <algorithm>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

MatrixView::MatrixView(const AliasPlace &place, UpstreamsCard *upstreams)
    : m_place(place)
    , m_card(new Card(tr("Aliases and channels")))
    , m_table(new Table(tr("Aliases and channels")))
    , m_cell(new Card(tr("Choose a cell")))
    , m_said(wrapped({}, Type::Body))
    , m_reason(wrapped({}, Type::Caption, Ink::Muted))
    , m_toggle(button(tr("Serve it here")))
    , m_edit(button(tr("Edit alias…")))
    , m_review(button(tr("Review changes")))
    , m_upstreams(upstreams)
{
    build();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::showCell);
    connect(m_toggle, &QPushButton::clicked, this, &MatrixView::toggle);
    connect(m_review, &QPushButton::clicked, this, &MatrixView::reviewWanted);
    connect(m_edit, &QPushButton::clicked, this,
        [this] { emit aliasWanted(m_table->currentIndex().data(IdRole).toString()); });
    connect(m_table, &QAbstractItemView::activated, this,
        [this](const QModelIndex &at) { emit aliasWanted(at.data(IdRole).toString()); });
}

void MatrixView::build()
{
    m_table->setObjectName(u"aliasMatrix"_s);
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new StatusCell(m_table));
    m_table->setItemDelegateForColumn(MatrixModel::Name, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(MatrixModel::PriceOf, new TextCell(m_table));
    m_table->freezeFirst();
    m_table->installEventFilter(this);
    m_card->setFlush();
    m_review->setObjectName(u"reviewMatrix"_s);
    m_card->addToHead(m_review);
    m_card->body()->addWidget(m_table, 1);
    auto *column = plainColumn(this, space::m);
    column->addWidget(m_card, 1);
    column->addWidget(cellCard());
    column->addWidget(m_upstreams);
    connect(m_upstreams, &UpstreamsCard::stageWanted, this, &MatrixView::stage);
}

QWidget *MatrixView::cellCard()
{
    m_said->setObjectName(u"matrixSaid"_s);
    m_toggle->setObjectName(u"matrixToggle"_s);
    m_edit->setObjectName(u"matrixEdit"_s);
    m_toggle->setToolTip(tr("Space does the same in the table"));
    m_cell->body()->addWidget(m_said);
    m_cell->body()->addWidget(row({m_toggle, m_edit, m_reason}, space::s, 2));
    return m_cell;
}

static QString nameOf(const changes::AliasChange &change)
{
    return changes::nameOf(changes::Edit(change));
}

static bool cameAbout(const changes::AliasChange &ours, const QList<changes::AliasChange> &staged)
{
    const auto same = std::ranges::find_if(staged, [&ours](const auto &each) { return nameOf(each) == nameOf(ours); });
    return same == staged.cend() ? ours.before == ours.after : *same == ours;
}

void MatrixView::show(const QList<Alias> &catalog, const QList<changes::AliasChange> &staged)
{
    m_catalog = catalog;
    m_staged = staged;
    m_ours.removeIf(
        [&staged](QHash<QString, changes::AliasChange>::iterator entry) { return cameAbout(entry.value(), staged); });
    showRows();
}

void MatrixView::forget()
{
    m_ours.clear();
    showRows();
}

QList<changes::AliasChange> MatrixView::together() const
{
    QList<changes::AliasChange> all = m_staged;
    all.removeIf([this](const changes::AliasChange &each) { return m_ours.contains(nameOf(each)); });
    for (const changes::AliasChange &ours : m_ours)
        if (ours.before != ours.after)
            all << ours;
    return all;
}

void MatrixView::showRows()
{
    const QList<changes::AliasChange> staged = together();
    const int columns = m_model.columnCount();
    m_model.apply(matrixRows(m_catalog, staged), channelsOf(m_catalog));
    if (columns != m_model.columnCount()) {
        m_table->setColumnWidth(MatrixModel::Name, scaled(190));
        m_table->setColumnWidth(MatrixModel::PriceOf, scaled(104));
        for (int column = MatrixModel::FirstChannel; column < m_model.columnCount(); ++column)
            m_table->setColumnWidth(column, scaled(148));
    }
    const bool some = m_model.rowCount() > 0 && m_model.columnCount() > MatrixModel::FirstChannel;
    if (!m_table->currentIndex().isValid() && some)
        m_table->setCurrentIndex(m_model.index(0, MatrixModel::FirstChannel));
    showHead(staged.size());
    showCell();
}

void MatrixView::showHead(qsizetype staged)
{
    const QString rows = tr("%Ln alias(es)", nullptr, m_model.rowCount());
    const QString channels = tr("%Ln channel(s)", nullptr, qMax(0, m_model.columnCount() - MatrixModel::FirstChannel));
    m_card->setTitle(staged > 0 ? tr("%1, %2, %3").arg(rows, channels, tr("%Ln edit(s) staged", nullptr, int(staged)))
                                : tr("%1, %2").arg(rows, channels));
    m_review->setVisible(staged > 0);
    m_review->setText(tr("Review %Ln change(s)", nullptr, int(staged)));
}

const ChannelColumn *MatrixView::channel() const
{
    return m_model.channelAt(m_table->currentIndex().column());
}

QString MatrixView::said(const MatrixRow &row, const ChannelColumn &channel) const
{
    const MatrixCell now = cellOf(row, channel.name);
    MatrixRow was = row;
    was.after = row.before;
    const MatrixCell before = cellOf(was, channel.name);
    QStringList out;
    if (now.served)
        out << tr("The channel is asked for %1, with the weight %2 that all of its aliases share.")
                   .arg(now.model)
                   .arg(channel.weight);
    else
        out << tr("The channel does not serve it.");
    if (now.staged)
        out << (before.served ? tr("On the gateway it is served as %1.").arg(before.model)
                              : tr("On the gateway it is off."));
    if (!row.after)
        out << tr("No channel is left: the alias would be gone.");
    return out.join(u' ');
}

void MatrixView::showCell()
{
    const QModelIndex at = m_table->currentIndex();
    const bool some = at.isValid() && at.row() < m_model.rowCount();
    const ChannelColumn *here = some ? channel() : nullptr;
    const QString against = reasonAgainstAliasEdit(m_place);
    m_reason->setText(against);
    m_edit->setEnabled(some && against.isEmpty());
    m_toggle->setEnabled(here && against.isEmpty());
    m_cell->setTitle(here ? tr("%1 through %2").arg(m_model.row(at.row()).name, here->name)
            : some        ? m_model.row(at.row()).name
                          : tr("Choose a cell"));
    m_said->setText(
        here ? said(m_model.row(at.row()), *here) : tr("Go to a channel to serve the alias there, or not."));
    if (here)
        m_toggle->setText(
            cellOf(m_model.row(at.row()), here->name).served ? tr("Stop serving it here") : tr("Serve it here"));
}

void MatrixView::toggle()
{
    if (!m_toggle->isEnabled())
        return;
    want(m_model.row(m_table->currentIndex().row()), channel()->name);
}

void MatrixView::stage(const aliases::UpstreamGap &gap)
{
    MatrixRow row{gap.alias, {}, {}};
    for (const MatrixRow &each : matrixRows(m_catalog, together()))
        if (each.name == gap.alias)
            row = each;
    if (cellOf(row, gap.upstream).served == (gap.what == aliases::UpstreamGap::What::Gone))
        want(row, gap.upstream); // else it is staged already
}

void MatrixView::want(const MatrixRow &row, const QString &channel)
{
    const changes::AliasChange change = toggled(row, channel);
    if (!change.before && !change.after)
        return emit takeOutWanted(row.name);
    m_ours.insert(row.name, change);
    if (cameAbout(change, m_staged))
        m_ours.remove(row.name);
    showRows();
    emit changeWanted(change);
}

bool MatrixView::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    toggle();
    return true;
}

} // namespace pages
