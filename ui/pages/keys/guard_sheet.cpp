// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/guard_sheet.h"
#include "base/money.h"
#include "guards/guard_words.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "workspace/store_ports.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

GuardSheet::GuardSheet(
    const Key &key, const QList<guards::GuardService::Line> &lines, const KeyPlace &place, QWidget *window)
    : m_key(key)
    , m_lines(lines)
    , m_place(place)
    , m_sheet(new Sheet(tr("Guard of key “%1”").arg(key.name), tr("on %1").arg(place.profile), window))
    , m_amount(new QLineEdit)
    , m_window(new QComboBox)
    , m_act(new QComboBox)
    , m_meaning(wrapped({}, Type::Body))
    , m_remove(button(tr("Remove guard"), Role::Danger))
    , m_save(button(tr("Set guard"), Role::Primary))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"guardSheet"_s);
    build();
    buildFoot();
    m_sheet->setWidth(560);
    connect(m_sheet, &Sheet::closeWanted, this, &GuardSheet::close);
    if (!m_lines.isEmpty())
        m_window->setCurrentIndex(m_window->findData(m_lines.first().guard.window));
    showWindow();
    m_sheet->open();
    m_amount->setFocus(Qt::OtherFocusReason);
}

void GuardSheet::build()
{
    m_amount->setObjectName(u"guardAmount"_s);
    m_window->setObjectName(u"guardWindow"_s);
    m_act->setObjectName(u"guardAct"_s);
    m_meaning->setObjectName(u"guardMeaning"_s);
    m_window->addItem(tr("a day"), u"day"_s);
    m_window->addItem(tr("a week, from Monday"), u"week"_s);
    m_window->addItem(tr("a month"), u"month"_s);
    m_act->addItem(tr("Tell me"), int(GuardAct::Notify));
    if (m_place.features.has(Feature::DisableKey) && !m_place.readOnly)
        m_act->addItem(tr("Disable the key until the next one begins"), int(GuardAct::Disable));
    if (m_place.features.has(Feature::Budget) && !m_place.readOnly)
        m_act->addItem(tr("Lower its lifetime budget to what is spent until then"), int(GuardAct::Lower));
    m_amountRow = new FormRow(tr("At most, in USD"), m_amount);
    QVBoxLayout *body = m_sheet->body();
    body->addWidget(new Notice(Status::Warn, tr("Only while this program runs"),
        tr("The gateway knows nothing of this limit. It is judged by the usage read here, some seconds after the "
           "calls, "
           "and nobody acts while the window is closed. Where the gateway has budgets of its own, use those.")));
    body->addWidget(row({m_amountRow, new FormRow(tr("In"), m_window)}, space::m));
    body->addWidget(new FormRow(tr("When it is spent"), m_act));
    body->addWidget(m_meaning);
    connect(m_window, &QComboBox::currentIndexChanged, this, &GuardSheet::showWindow);
    connect(m_amount, &QLineEdit::textChanged, this, &GuardSheet::judge);
    connect(m_act, &QComboBox::currentIndexChanged, this, &GuardSheet::judge);
}

void GuardSheet::buildFoot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelGuard"_s);
    m_remove->setObjectName(u"removeGuard"_s);
    m_save->setObjectName(u"setGuard"_s);
    m_sheet->foot()->addWidget(m_remove);
    m_sheet->foot()->addStretch(1);
    m_sheet->foot()->addWidget(cancel);
    m_sheet->foot()->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &GuardSheet::close);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit wanted(guard());
        close();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        emit removeWanted(present()->id);
        close();
    });
}

const Guard *GuardSheet::present() const
{
    for (const guards::GuardService::Line &line : m_lines)
        if (line.guard.window == m_window->currentData().toString())
            return &line.guard;
    return nullptr;
}

void GuardSheet::showWindow()
{
    const Guard *now = present();
    m_amount->setText(now ? money::decimal(now->nanos) : QString());
    m_act->setCurrentIndex(qMax(0, m_act->findData(int(now ? now->act : GuardAct::Notify))));
    m_remove->setVisible(now);
    judge();
}

Guard GuardSheet::guard() const
{
    Guard out = present() ? *present() : Guard();
    out.keyId = m_key.id;
    out.key = m_key.name;
    out.nanos = money::nanosOf(m_amount->text().trimmed()).value_or(0);
    out.window = m_window->currentData().toString();
    out.zone = QString::fromLatin1(m_place.zone.id());
    out.act = GuardAct(m_act->currentData().toInt());
    out.by = workspace::systemUser();
    return out;
}

void GuardSheet::judge()
{
    const Guard made = guard();
    const bool sound = made.nanos > 0;
    if (sound || m_amount->text().isEmpty())
        m_amountRow->accept();
    else
        m_amountRow->refuse(tr("An amount in USD above zero, as 5 or 0.25."));
    m_save->setEnabled(sound);
    m_meaning->setText(sound ? tr("Warns at %1 % of %2. When it is spent it %3.")
                                   .arg(made.warnPercent)
                                   .arg(guards::limitOf(made), guards::inWords(made.act))
                             : tr("With an amount, what the guard will do stands here.")); // it keeps the room
}

void GuardSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
