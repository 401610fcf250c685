// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/raise_sheet.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/sheet.h"
#include "pages/key_words.h"
#include "pages/keys/key_draft.h"
#include <algorithm>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

RaiseSheet::RaiseSheet(const Key &key, const KeyPlace &place, const QDateTime &now, QWidget *window)
    : m_key(key)
    , m_place(place)
    , m_now(now)
    , m_sheet(new Sheet(tr("Raise a budget of “%1” for a while").arg(key.name), tr("on %1").arg(place.profile), window))
    , m_budget(new QComboBox)
    , m_amount(new QLineEdit)
    , m_days(new QComboBox)
    , m_amountRow(new FormRow(tr("By, in USD"), m_amount))
    , m_meaning(wrapped({}, Type::Body))
    , m_raise(button(tr("Raise"), Role::Primary))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"raiseSheet"_s);
    build();
    buildFoot();
    m_sheet->setWidth(560);
    connect(m_sheet, &Sheet::closeWanted, this, &RaiseSheet::close);
    judge();
    m_sheet->open();
    m_amount->setFocus(Qt::OtherFocusReason);
}

void RaiseSheet::build()
{
    m_budget->setObjectName(u"raiseBudget"_s);
    m_amount->setObjectName(u"raiseAmount"_s);
    m_days->setObjectName(u"raiseDays"_s);
    m_meaning->setObjectName(u"raiseMeaning"_s);
    for (const Budget &budget : m_key.budgets)
        m_budget->addItem(
            u"%1 %2"_s.arg(format::moneyWithCode(budget.nanos, u"USD"_s), perWindow(budget.window)), budget.window);
    for (const int days : {1, 3, 7, 30})
        m_days->addItem(tr("%Ln day(s)", nullptr, days), days);
    QVBoxLayout *body = m_sheet->body();
    body->addWidget(new FormRow(tr("Budget"), m_budget));
    body->addWidget(row({m_amountRow, new FormRow(tr("For"), m_days)}, space::m));
    body->addWidget(m_meaning);
    for (QComboBox *each : {m_budget, m_days})
        connect(each, &QComboBox::currentIndexChanged, this, &RaiseSheet::judge);
    connect(m_amount, &QLineEdit::textChanged, this, &RaiseSheet::judge);
}

void RaiseSheet::buildFoot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelRaise"_s);
    m_raise->setObjectName(u"raiseNow"_s);
    m_sheet->foot()->addStretch(1);
    m_sheet->foot()->addWidget(cancel);
    m_sheet->foot()->addWidget(m_raise);
    connect(cancel, &QPushButton::clicked, this, &RaiseSheet::close);
    connect(m_raise, &QPushButton::clicked, this, [this] {
        emit wanted(m_budget->currentData().toString(), more(), until());
        close();
    });
}

qint64 RaiseSheet::more() const
{
    return qMax<qint64>(0, amountOf(m_amount->text()).value_or(0));
}

QDateTime RaiseSheet::until() const
{
    return m_now.addDays(m_days->currentData().toInt());
}

void RaiseSheet::judge()
{
    const bool sound = more() > 0;
    if (sound || m_amount->text().isEmpty())
        m_amountRow->accept();
    else
        m_amountRow->refuse(tr("An amount in USD above zero, as 5 or 0.25."));
    m_raise->setEnabled(sound);
    const auto budget = std::ranges::find(m_key.budgets, m_budget->currentData().toString(), &Budget::window);
    const QString end = dayAndTime(until(), m_place.zone);
    const QString here = m_place.features.has(Feature::BudgetRaise)
        ? tr("The gateway itself takes it back then.")
        : tr("The gateway knows no such thing: this program takes it back then, or when it runs next.");
    m_meaning->setText(budget == m_key.budgets.end() || !sound
            ? here
            : tr("%1 %2 until %3.")
                    .arg(format::moneyWithCode(budget->nanos + more(), u"USD"_s), perWindow(budget->window), end)
                + u' ' + here);
}

void RaiseSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
