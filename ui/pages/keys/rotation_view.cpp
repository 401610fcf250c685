// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/rotation_view.h"
#include "kit/card.h"
#include "kit/chart_panel.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/line_chart.h"
#include "kit/page_header.h"
#include "kit/pane_row.h"
#include "kit/table.h"
#include "pages/chart_file.h"
#include "pages/words.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using keys::RotationStep;
using Caller = keys::RotationCourse::Caller;

static QList<Column<Caller>> callerColumns(const Clock &clock)
{
    const auto alias = [](const Caller &c) { return c.alias.isEmpty() ? RotationView::tr("no alias") : c.alias; };
    return {{RotationView::tr("Alias called"), alias},
        {RotationView::tr("Calls"), [](const Caller &c) { return format::count(c.calls); }, Qt::AlignRight},
        {RotationView::tr("Last"), [&clock](const Caller &c) { return ago(c.last, clock.now()); }, Qt::AlignRight}};
}

RotationView::RotationView(keys::RotationService &service, KeyPlace place, const Clock &clock)
    : m_service(service)
    , m_place(std::move(place))
    , m_clock(clock)
    , m_callers(callerColumns(clock), [](const Caller &c) { return c.alias; })
    , m_header(new PageHeader(QString()))
    , m_notices(new QVBoxLayout)
    , m_steps(new StepList(tr("Steps of the rotation")))
    , m_ask(new Card)
    , m_name(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_hours(new QSpinBox)
    , m_secret(new QLineEdit)
    , m_note(new QLineEdit)
    , m_chart(new LineChart(tr("Calls per hour with the old key and with the new one")))
    , m_panel(new ChartPanel(tr("Calls per hour, last 3 days"), m_chart))
    , m_table(new Table(tr("Who still uses the old key")))
    , m_noCallers(wrapped({}, Type::Body, Ink::Muted))
    , m_who(new Card(tr("Who still uses the old key")))
    , m_facts(new QVBoxLayout)
    , m_requests(button(tr("See its requests")))
    , m_reopen(button(tr("Enable the old key again")))
    , m_abandon(button(tr("Give up"), Role::Quiet))
    , m_back(button(tr("Back to keys")))
    , m_primary(button(QString(), Role::Primary))
{
    build();
    follow();
}

void RotationView::build()
{
    QVBoxLayout *column = pageColumn(this);
    column->addWidget(m_header);
    auto *steps = new Card;
    steps->setFlush();
    steps->body()->addWidget(m_steps, 1);
    auto *panes = new PaneRow(720);
    panes->add(steps, 5, 900);
    panes->add(middle(), 11, 0);
    panes->add(side(), 7, 0);
    column->addWidget(panes, 1);
    column->addWidget(footLine());
}

QWidget *RotationView::middle()
{
    m_table->setObjectName(u"rotationCallers"_s);
    m_table->setModel(&m_callers);
    m_table->setWidths({0, 90, 90});
    m_table->setCompact();
    m_who->setFlush();
    m_who->body()->addWidget(m_table);
    QWidget *none = stacked({m_noCallers});
    none->layout()->setContentsMargins(space::l, 0, space::l, space::m);
    m_who->body()->addWidget(none);
    auto *made = new QWidget;
    QVBoxLayout *column = plainColumn(made, space::m);
    column->addLayout(m_notices);
    column->addWidget(askCard());
    column->addWidget(m_panel, 1);
    column->addWidget(m_who);
    column->addStretch(0);
    return scrolled(made);
}

QWidget *RotationView::askCard()
{
    m_name->setObjectName(u"rotationName"_s);
    m_reason->setObjectName(u"rotationReason"_s);
    m_hours->setObjectName(u"rotationHours"_s);
    m_secret->setObjectName(u"rotationSecret"_s);
    m_note->setObjectName(u"rotationNote"_s);
    m_hours->setRange(1, 24 * 90);
    m_hours->setSuffix(tr(" h"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_beginRows =
        stacked({new FormRow(tr("Name of the new key"), m_name),
                    (new FormRow(tr("Why"), m_reason))->withHint(tr("Kept with the rotation: “yearly, OPS-2318”.")),
                    (new FormRow(tr("Drained after so long without a call"), m_hours))
                        ->withHint(tr("Longer than the longest pause of its callers: jobs at weekends want 72 h."))},
            space::m);
    m_secretRow = new FormRow(QString(), m_secret);
    m_secretRow->withHint(tr("Used for these calls and kept nowhere."));
    m_noteRow = new FormRow(QString(), m_note);
    m_ask->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_ask->body()->addWidget(stacked({m_beginRows, m_secretRow, m_noteRow}, space::m));
    return m_ask;
}

QWidget *RotationView::side()
{
    m_requests->setObjectName(u"rotationRequests"_s);
    m_reopen->setObjectName(u"rotationReopen"_s);
    auto *card = new Card(tr("If it goes wrong"));
    card->body()->addWidget(paragraph(tr("Until the old key is disabled nothing is lost: it works. After that it can "
                                         "be enabled again, until it is deleted."),
        Ink::Text));
    card->body()->addLayout(m_facts);
    card->body()->addSpacing(space::s);
    card->body()->addWidget(flow({m_requests, m_reopen}));
    return scrolled(stacked({card, spacer()}, space::m, 1));
}

QWidget *RotationView::footLine()
{
    m_abandon->setObjectName(u"rotationAbandon"_s);
    m_back->setObjectName(u"rotationBack"_s);
    m_primary->setObjectName(u"rotationPrimary"_s);
    QWidget *made = kit::foot({m_abandon}, {}, {m_back, m_primary});
    m_why = made->findChild<QLabel *>(u"reason"_s);
    return made;
}

void RotationView::follow()
{
    connect(&m_service, &Observable::changed, this, &RotationView::showState);
    connect(m_secret, &QLineEdit::textChanged, this, &RotationView::showVerbs);
    connect(m_note, &QLineEdit::textChanged, this, &RotationView::showVerbs);
    connect(m_name, &QLineEdit::textChanged, this, &RotationView::showVerbs);
    connect(m_primary, &QPushButton::clicked, this, &RotationView::act);
    connect(m_reopen, &QPushButton::clicked, this, [this] { m_service.reopen(); });
    connect(m_abandon, &QPushButton::clicked, this, [this] { m_service.abandon(); });
    connect(m_panel, &ChartPanel::exportWanted, this,
        [this] { exportChart(this, *m_chart, u"rotation.csv"_s, [this](const QString &text) { emit said(text); }); });
    connect(m_back, &QPushButton::clicked, this, &RotationView::closed);
    connect(m_requests, &QPushButton::clicked, this,
        [this] { emit requestsWanted(m_service.state().shown ? m_service.state().shown->oldName : m_key.name); });
}

void RotationView::start(const Key &key, const QList<Key> &all)
{
    m_key = key;
    m_secret->clear();
    m_note->clear();
    m_reason->clear();
    m_hours->setValue(24);
    m_name->setText(m_service.freeNameFor(key, all));
    const keys::Rotation *under = m_service.underWay(key.id);
    m_service.show(under ? under->id : 0);
    (under ? static_cast<QWidget *>(m_primary) : m_name)->setFocus(Qt::OtherFocusReason);
}

// What is typed is spent by the step it was asked for.
void RotationView::act()
{
    const keys::RotationService::State &state = m_service.state();
    const Secret secret(m_secret->text().toUtf8());
    const QString note = m_note->text().trimmed();
    m_secret->clear();
    if (!state.shown)
        return m_service.begin({m_key, m_name->text().trimmed(), m_reason->text().trimmed(), m_hours->value()});
    m_note->clear();
    switch (state.shown->next().value_or(RotationStep::Create)) {
    case RotationStep::Prove:
        return m_service.prove(secret);
    case RotationStep::HandOver:
        return m_service.handOver(note);
    case RotationStep::Drain:
    case RotationStep::Disable:
        return m_service.disable(note);
    case RotationStep::Refused:
        return m_service.refuse(secret, note);
    case RotationStep::Delete:
        emit removalWanted();
        return;
    case RotationStep::Create:
        return;
    }
}

} // namespace pages
