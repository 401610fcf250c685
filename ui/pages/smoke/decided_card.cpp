// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/decided_card.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/smoke/smoke_words.h"
#include "pages/words.h"
#include "smoke/next_step.h"
#include <algorithm>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace smoke_words;

static constexpr int rowsShown = 4;

static QString whyOf(const CheckReport &report)
{
    const Reason *reason = smoke::decidingReason(report);
    if (report.outcome != Outcome::Passed && reason)
        return u"%1  %2"_s.arg(reason->id, reason->text);
    return DecidedCard::tr("%n assertion(s) hold", nullptr, int(report.reasons.size()));
}

static QVariant checkRole(const DecidedRow &row, int role)
{
    if (role == kit::cell::State)
        return int(statusOf(row.report.outcome));
    return role == Qt::ToolTipRole ? QVariant(whyOf(row.report)) : QVariant();
}

static QVariant runRole(const RunReport &run, int role)
{
    return role == kit::cell::State ? QVariant(int(statusOf(run.outcome()))) : QVariant();
}

static QString troubleOf(const RunReport &run)
{
    const auto bad = std::count_if(run.checks.cbegin(), run.checks.cend(),
        [](const CheckReport &check) { return check.outcome == Outcome::Failed; });
    const QString checks = DecidedCard::tr("%n check(s)", nullptr, int(run.checks.size()));
    return bad == 0 ? checks : DecidedCard::tr("%1, %2 failed").arg(checks).arg(bad);
}

static QString endOf(const RunReport &run)
{
    if (!run.ended)
        return DecidedCard::tr("cut off");
    if (run.endedBy == u"cancelled")
        return DecidedCard::tr("stopped by hand");
    if (run.endedBy == u"cost cap")
        return DecidedCard::tr("stopped by the cost cap");
    return run.endedBy.isEmpty() ? DecidedCard::tr("ran to its end") : DecidedCard::tr("stopped: the key was refused");
}

static QList<kit::Column<DecidedRow>> checkColumns()
{
    return {
        {DecidedCard::tr("Check"), [](const DecidedRow &r) { return fullTitleOf(r.report); }, Qt::AlignLeft,
            [](const DecidedRow &r, int role) {
                return role == Qt::ToolTipRole ? QVariant(fullTitleOf(r.report)) : QVariant();
            }},
        {DecidedCard::tr("Verdict"), [](const DecidedRow &r) { return wordOf(r.report.outcome); }, Qt::AlignLeft,
            checkRole},
        {DecidedCard::tr("Why"), [](const DecidedRow &r) { return whyOf(r.report); }, Qt::AlignLeft,
            [](const DecidedRow &r, int role) {
                return role == Qt::ToolTipRole ? QVariant(whyOf(r.report)) : QVariant();
            }},
        {DecidedCard::tr("Next step"), [](const DecidedRow &r) { return smoke::nextStep(r.report); }, Qt::AlignLeft,
            [](const DecidedRow &r, int role) {
                return role == Qt::ToolTipRole ? QVariant(smoke::nextStep(r.report)) : QVariant();
            }},
    };
}

static QList<kit::Column<RunReport>> runColumns()
{
    return {
        {DecidedCard::tr("Started"), [](const RunReport &r) { return clock(r.started); }},
        {DecidedCard::tr("Verdict"), [](const RunReport &r) { return wordOf(r.outcome()); }, Qt::AlignLeft, runRole},
        {DecidedCard::tr("Checks"), [](const RunReport &r) { return troubleOf(r); }},
        {DecidedCard::tr("End"), [](const RunReport &r) { return endOf(r); }},
    };
}

DecidedCard::DecidedCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new kit::Card(tr("Already decided in this run")))
    , m_which(new kit::Segmented(tr("List"), {tr("This run"), tr("Last runs")}))
    , m_stack(new QStackedWidget)
    , m_none(kit::paragraph({}))
    , m_checks(new kit::RowModel<DecidedRow>(checkColumns(), [](const DecidedRow &r) { return nameOf(r.report); }))
    , m_runs(new kit::RowModel<RunReport>(runColumns(), [](const RunReport &r) { return r.id; }))
{
    m_checks->setParent(this);
    m_runs->setParent(this);
    build();
}

// Four rows and the head: the list scrolls, the panes above keep their room.
static int heightOf(const QWidget *table)
{
    const int row = qMax(int(kit::space::rowCompact), table->fontMetrics().height() + 8);
    return row * (rowsShown + 1) + kit::space::m;
}

void DecidedCard::build()
{
    m_which->setObjectName(u"which"_s);
    m_card->addToHead(m_which);
    m_card->setFlush();
    m_stack->addWidget(checkTable());
    m_stack->addWidget(runTable());
    auto *column = new QVBoxLayout;
    auto *holder = new QWidget;
    holder->setLayout(column);
    column->setContentsMargins(kit::space::l, kit::space::s, kit::space::l, kit::space::s);
    column->addWidget(m_none);
    column->addStretch(1);
    m_stack->addWidget(holder);
    m_stack->setFixedHeight(heightOf(m_stack));
    m_card->body()->addWidget(m_stack);
    kit::plainColumn(this)->addWidget(m_card);
    connect(m_which, &kit::Segmented::chosen, this, &DecidedCard::showList);
}

kit::Table *DecidedCard::checkTable()
{
    auto *table = new kit::Table(tr("Verdicts"));
    table->setObjectName(u"decided"_s);
    table->setModel(m_checks);
    table->setItemDelegateForColumn(1, new kit::StatusCell(table));
    table->setWidths({300, 120, 0, 280});
    table->setYielding({3});
    table->setCompact();
    const auto choose = [this](const QModelIndex &at) {
        if (at.isValid())
            emit checkChosen(m_checks->row(at.row()).item);
    };
    connect(table, &QAbstractItemView::activated, this, choose);
    connect(table, &QAbstractItemView::clicked, this, choose);
    return table;
}

kit::Table *DecidedCard::runTable()
{
    auto *table = new kit::Table(tr("Last runs"));
    table->setObjectName(u"runs"_s);
    table->setModel(m_runs);
    table->setItemDelegateForColumn(1, new kit::StatusCell(table));
    table->setWidths({170, 120, 0, 240});
    table->setCompact();
    const auto choose = [this](const QModelIndex &at) {
        if (at.isValid() && !m_busy)
            emit runChosen(m_runs->row(at.row()).id);
    };
    connect(table, &QAbstractItemView::activated, this, choose);
    connect(table, &QAbstractItemView::clicked, this, choose);
    return table;
}

void DecidedCard::showItems(const QList<smoke::Item> &items)
{
    QList<DecidedRow> rows;
    for (int at = 0; at < items.size(); ++at)
        if (items.at(at).progress == smoke::Item::Progress::Done)
            rows << DecidedRow{at, items.at(at).report};
    std::stable_sort(rows.begin(), rows.end(),
        [](const DecidedRow &a, const DecidedRow &b) { return a.report.outcome > b.report.outcome; });
    m_checks->apply(rows);
    showList(m_which->current());
}

// A list without rows says in one sentence what will stand there.
void DecidedCard::showList(int which)
{
    const bool none = (which == 0 ? m_checks->rowCount() : m_runs->rowCount()) == 0;
    if (none)
        m_none->setText(which == 0
                ? tr("No check is decided yet. Each stands here with its verdict as soon as it ends.")
                : tr("No run is kept yet. Each stands here with its verdict as soon as it ends."));
    m_stack->setCurrentIndex(none ? 2 : which);
    m_card->setTitle(which == 0 ? tr("Already decided in this run") : tr("Last runs"));
}

// Before the first run of this page there is nothing to decide: the last runs come first then.
void DecidedCard::showRuns(const QList<RunReport> &runs)
{
    m_runs->apply(runs);
    if (!runs.isEmpty() && !std::exchange(m_placed, true) && m_checks->rowCount() == 0) {
        m_which->setCurrent(1);
    }
    showList(m_which->current());
}

void DecidedCard::setBusy(bool busy)
{
    if (busy && !m_busy) {
        m_which->setCurrent(0);
        showList(0);
    }
    m_busy = busy;
}

} // namespace pages
