// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/breakdown.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/table.h"
#include "kit/table_tools.h"
#include "pages/usage/course.h"
#include "pages/usage/day_chart.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

enum { Name, Amount, Share, Requests, Errors, TokensIn, TokensOut, Days };

// The days before the first known one say nothing: without them the courses have the whole width.
static void dropUnknownStart(QList<BreakdownRow> &rows)
{
    const auto unknown = [](double value) { return std::isnan(value); };
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (const BreakdownRow &row : rows)
        least = std::min<qsizetype>(
            least, std::find_if_not(row.course.cbegin(), row.course.cend(), unknown) - row.course.cbegin());
    for (BreakdownRow &row : rows)
        row.course = row.course.mid(least);
}

QList<BreakdownRow> breakdownRows(const Shown &shown)
{
    const auto all = amount(shown.now.totals, shown.choice.measure);
    QList<BreakdownRow> out;
    for (const usage::Bucket &bucket : shown.now.breakdown) {
        const auto value = amount(bucket.totals, shown.choice.measure);
        BreakdownRow row{bucket.group, bucket.totals, format::none(), value.value_or(-1)};
        if (value && shown.choice.measure == Measure::Spend)
            row.amount = format::money(std::llround(*value * 1e9));
        else if (value)
            row.amount = format::compact(std::llround(*value));
        if (value && all && *all > 0)
            row.share = *value / *all;
        row.course = courseOf(shown, bucket.group);
        out << row;
    }
    dropUnknownStart(out);
    return out;
}

static QString countOf(std::optional<qint64> n)
{
    return n ? format::compact(*n) : format::none();
}

static QString errorsOf(const usage::Totals &totals)
{
    if (totals.errors == 0 || totals.requests == 0)
        return format::count(0);
    return format::percent(double(totals.errors) / double(totals.requests));
}

static QString headOf(usage::GroupBy group)
{
    switch (group) {
    case usage::GroupBy::Key:
        return Breakdown::tr("Key");
    case usage::GroupBy::Model:
        return Breakdown::tr("Model");
    case usage::GroupBy::Upstream:
        return Breakdown::tr("Upstream");
    case usage::GroupBy::Status:
        return Breakdown::tr("Status");
    case usage::GroupBy::Alias:
    case usage::GroupBy::None:
        break;
    }
    return Breakdown::tr("Alias");
}

static QVariant shareCell(const BreakdownRow &row, int role)
{
    if (role == cell::Used && row.share >= 0)
        return row.share;
    return role == cell::Order ? QVariant(row.share) : QVariant();
}

static QVariant daysCell(const BreakdownRow &row, int role)
{
    if (role != cell::Values)
        return role == cell::Order ? QVariant(row.value) : QVariant();
    QVariantList out;
    for (double v : row.course)
        out << v;
    return out;
}

static std::function<QVariant(const BreakdownRow &, int)> order(std::function<QVariant(const BreakdownRow &)> by)
{
    return [by](const BreakdownRow &row, int role) { return role == cell::Order ? by(row) : QVariant(); };
}

static QList<Column<BreakdownRow>> columnsFor(const Shown &shown)
{
    const bool spend = shown.choice.measure == Measure::Spend;
    const QString head = spend ? measureName(Measure::Spend) + u", "_s + currency() : measureName(shown.choice.measure);
    const auto sortNumber = [](std::optional<qint64> n) { return QVariant(n.value_or(-1)); };
    return {
        {headOf(shown.choice.group),
            [by = shown.choice.group](const BreakdownRow &r) { return groupName(r.group, by); }, Qt::AlignLeft,
            order([](const BreakdownRow &r) { return r.group; })},
        {head, [](const BreakdownRow &r) { return r.amount; }, Qt::AlignRight,
            order([](const BreakdownRow &r) { return r.value; })},
        {Breakdown::tr("Share"),
            [](const BreakdownRow &r) { return r.share < 0 ? format::none() : format::percent(r.share); },
            Qt::AlignLeft, shareCell},
        {Breakdown::tr("Requests"), [](const BreakdownRow &r) { return format::count(r.totals.requests); },
            Qt::AlignRight, order([](const BreakdownRow &r) { return r.totals.requests; })},
        {Breakdown::tr("Errors"), [](const BreakdownRow &r) { return errorsOf(r.totals); }, Qt::AlignRight,
            order([](const BreakdownRow &r) {
                return double(r.totals.errors) / double(qMax<qint64>(1, r.totals.requests));
            })},
        {Breakdown::tr("Tokens in"), [](const BreakdownRow &r) { return countOf(r.totals.inputTokens); },
            Qt::AlignRight, order([sortNumber](const BreakdownRow &r) { return sortNumber(r.totals.inputTokens); })},
        {Breakdown::tr("Tokens out"), [](const BreakdownRow &r) { return countOf(r.totals.outputTokens); },
            Qt::AlignRight, order([sortNumber](const BreakdownRow &r) { return sortNumber(r.totals.outputTokens); })},
        {shown.span.step == usage::Step::Hour ? Breakdown::tr("Hours") : Breakdown::tr("Days"),
            [](const BreakdownRow &) { return QVariant(); }, Qt::AlignLeft, daysCell},
    };
}

class Breakdown::Model final : public RowModel<BreakdownRow>
{
public:
    explicit Model(const Shown &shown) : RowModel(columnsFor(shown), [](const BreakdownRow &r) { return r.group; }) {}
};

Breakdown::Breakdown(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Breakdown")))
    , m_table(new Table(tr("Breakdown")))
    , m_sorted(new QSortFilterProxyModel(this))
{
    plainColumn(this)->addWidget(m_card);
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy as TSV"));
    copy->setObjectName(u"copyBreakdown"_s);
    m_table->setObjectName(u"breakdown"_s);
    m_table->setItemDelegateForColumn(Name, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(Share, new ShareCell(m_table));
    m_table->setItemDelegateForColumn(Days, new SparkCell(m_table));
    m_sorted->setSortRole(cell::Order);
    m_card->addToHead(columnChooser(m_table));
    m_card->addToHead(copy);
    m_card->setFlush();
    m_card->body()->addWidget(m_table);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 8);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asTsv(*m_table)); });
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &at) { emit groupChosen(at.data(IdRole).toString()); });
}

// Heads depend on the choice, so another choice of them is another model.
void Breakdown::setModel(const Shown &shown)
{
    const bool first = !m_model;
    const Model *old = m_model;
    m_model = new Model(shown);
    m_model->setParent(this);
    m_sorted->setSourceModel(m_model);
    delete old;
    if (!first)
        return;
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(Amount, Qt::DescendingOrder);
    keepSelection(m_table);
}

void Breakdown::tell(const Shown &shown)
{
    const bool fits = m_choice && m_choice->group == shown.choice.group && m_choice->measure == shown.choice.measure;
    if (!fits) {
        setModel(shown);
        m_table->setColumnWanted(Requests, shown.choice.measure != Measure::Requests); // it is the amount then
    }
    m_choice = shown.choice;
    m_model->apply(breakdownRows(shown));
    m_table->setWidths({176, 88, 112, 78, 62, 78, 82, 0});
    m_table->setGrowing({Amount, Name});
    m_table->setYielding({TokensOut, TokensIn, Errors, Requests});
}

} // namespace pages
