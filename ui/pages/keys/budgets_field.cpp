// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/budgets_field.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/key_words.h"
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

static const QStringList calendar{u"day"_s, u"week"_s, u"month"_s, u"lifetime"_s};

static QString resetsWhen(const QString &window)
{
    if (window == u"day"_s)
        return BudgetsField::tr("daily, 00:00 UTC");
    if (window == u"week"_s)
        return BudgetsField::tr("weekly, Monday, 00:00 UTC");
    if (window == u"month"_s)
        return BudgetsField::tr("monthly, 1st, 00:00 UTC");
    return window == u"lifetime"_s ? BudgetsField::tr("never") : perWindow(window);
}

BudgetsField::BudgetsField(const KeyPlace &place)
    : m_place(place), m_grid(new QGridLayout), m_more(button(Glyph::Add, tr("Another budget"), Role::Quiet))
{
    QVBoxLayout *column = plainColumn(this);
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(space::m);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addStretch(1);
    m_more->setObjectName(u"addBudget"_s);
    m_more->setVisible(place.features.has(Feature::BudgetWindows));
    connect(m_more, &QPushButton::clicked, this, [this] {
        addLine({{}, freeWindow()});
        m_lines.last().amount->setFocus(Qt::OtherFocusReason);
        emit changed();
    });
    setValues({});
}

BudgetsField::Line BudgetsField::newLine(int at)
{
    Line line{nullptr, new QLineEdit, nullptr, new QComboBox, nullptr};
    line.amount->setObjectName(at == 0 ? u"keyBudget"_s : u"keyBudget%1"_s.arg(at + 1));
    line.amount->setPlaceholderText(tr("no limit"));
    for (const QString &window : calendar)
        line.window->addItem(resetsWhen(window), window);
    line.amount->setMinimumWidth(scaled(96)); // in large text the words of the window give way
    line.window->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.window->setMinimumContentsLength(12);
    auto *remove = iconButton(Glyph::Close, tr("Remove this budget"));
    remove->setObjectName(u"removeBudget%1"_s.arg(at + 1));
    remove->setVisible(at > 0);
    line.holder = row({line.window, remove}, space::s, 0);
    line.holder->setFocusProxy(line.window);
    line.amountRow = new FormRow(at == 0 ? tr("Budget, USD") : tr("Budget %1, USD").arg(at + 1), line.amount);
    line.windowRow = new FormRow(tr("Resets"), line.holder);
    line.window->setAccessibleName(at == 0 ? tr("Resets") : tr("Budget %1 resets").arg(at + 1));
    connect(remove, &QToolButton::clicked, this, [this, at] { removeLine(at); });
    connect(line.amount, &QLineEdit::textChanged, this, &BudgetsField::changed);
    connect(line.window, &QComboBox::currentIndexChanged, this, &BudgetsField::changed);
    return line;
}

void BudgetsField::addLine(const BudgetDraft &value)
{
    const int at = int(m_lines.size());
    const Line line = newLine(at);
    const bool can = m_place.features.has(Feature::Budget);
    const bool windows = can && m_place.features.has(Feature::BudgetWindows);
    if (at == 0)
        line.amountRow->withHint(
            can ? tr("Calls are refused when it is spent.") : reasonAgainst(m_place, Feature::Budget));
    if (!windows)
        line.windowRow->withHint(reasonAgainst(m_place, can ? Feature::BudgetWindows : Feature::Budget));
    line.amount->setEnabled(can);
    line.window->setEnabled(windows);
    line.amount->setText(value.amount);
    if (line.window->findData(value.window) < 0) // opening the form changes nothing
        line.window->addItem(resetsWhen(value.window), value.window);
    line.window->setCurrentIndex(line.window->findData(value.window));
    m_grid->addWidget(line.amountRow, at, 0);
    m_grid->addWidget(line.windowRow, at, 1);
    m_lines << line;
    offerMore();
}

// Only the last lines move up, so the names of those that stay are right again.
void BudgetsField::removeLine(int at)
{
    QList<BudgetDraft> left = values();
    left.removeAt(at);
    setValues(left);
    m_more->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void BudgetsField::setValues(const QList<BudgetDraft> &values)
{
    for (const Line &line : std::exchange(m_lines, {})) {
        line.amount->setObjectName(QString()); // the new line has it
        for (FormRow *row : {line.amountRow, line.windowRow}) {
            row->hide();
            m_grid->removeWidget(row);
            row->deleteLater(); // the verb that asked for it is inside
        }
    }
    const bool windows = m_place.features.has(Feature::BudgetWindows);
    if (values.isEmpty())
        addLine({{}, windows ? u"month"_s : u"lifetime"_s});
    for (const BudgetDraft &value : values)
        addLine(value);
}

QList<BudgetDraft> BudgetsField::values() const
{
    QList<BudgetDraft> out;
    for (const Line &line : m_lines)
        out << BudgetDraft{line.amount->text(), line.window->currentData().toString()};
    return out;
}

QString BudgetsField::freeWindow() const
{
    QStringList left = calendar;
    for (const BudgetDraft &value : values())
        left.removeAll(value.window);
    return left.value(0);
}

void BudgetsField::offerMore()
{
    m_more->setEnabled(m_place.features.has(Feature::Budget) && !freeWindow().isEmpty());
}

void BudgetsField::accept()
{
    offerMore();
    for (const Line &line : std::as_const(m_lines))
        line.amountRow->accept();
}

void BudgetsField::refuse(int line, const QString &reason)
{
    m_lines.at(line).amountRow->refuse(reason);
}

} // namespace pages
