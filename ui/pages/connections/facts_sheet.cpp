// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/facts_sheet.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/sheet.h"
#include "pages/words.h"
#include "workspace/workspace.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

static constexpr int mostDays = 36'500;

static QLineEdit *field(const QString &name)
{
    auto *made = new QLineEdit;
    made->setObjectName(name);
    return made;
}

static QComboBox *choice(const QString &name)
{
    auto *made = new QComboBox;
    made->setObjectName(name);
    made->addItem(FactsSheet::tr("not known"), int(DataFacts::Kept::Unknown));
    made->addItem(FactsSheet::tr("no"), int(DataFacts::Kept::No));
    made->addItem(FactsSheet::tr("yes"), int(DataFacts::Kept::Yes));
    return made;
}

FactsSheet::FactsSheet(const QString &connection, std::unique_ptr<workspace::FactsBook> book, QWidget *window)
    : m_book(std::move(book))
    , m_sheet(new Sheet(tr("What becomes of prompts and answers"), tr("on %1").arg(connection), window))
    , m_gateway(choice(u"factsGateway"_s))
    , m_provider(choice(u"factsProvider"_s))
    , m_days(field(u"factsDays"_s))
    , m_region(field(u"factsRegion"_s))
    , m_readers(field(u"factsReaders"_s))
    , m_source(field(u"factsSource"_s))
    , m_daysRow(new FormRow(tr("For so many days"), m_days))
    , m_unknown(wrapped({}, Type::Caption, Ink::Muted))
    , m_save(button(tr("Keep"), Role::Primary))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"factsSheet"_s);
    build();
    buildFoot();
    m_sheet->setWidth(600);
    connect(m_sheet, &Sheet::closeWanted, this, &FactsSheet::close);
    connect(m_book.get(), &Observable::changed, this, &FactsSheet::showState);
    m_book->refresh();
    showState();
    m_sheet->open();
    m_gateway->setFocus(Qt::OtherFocusReason);
}

FactsSheet::~FactsSheet() = default;

void FactsSheet::build()
{
    m_unknown->setObjectName(u"factsUnknown"_s);
    m_region->setPlaceholderText(tr("not known"));
    m_readers->setPlaceholderText(tr("not known"));
    m_days->setPlaceholderText(tr("not known"));
    m_source->setPlaceholderText(tr("a page of settings, a contract, a ticket"));
    QVBoxLayout *body = m_sheet->body();
    body->addWidget(wrapped(tr("No gateway tells this so that it could be read. Reviewers ask for it: look it up once, "
                               "and name where it is written."),
        Type::Body));
    body->addWidget(row({new FormRow(tr("Kept by the gateway"), m_gateway),
                            new FormRow(tr("Kept by the provider"), m_provider), m_daysRow},
        space::m));
    body->addWidget(
        row({new FormRow(tr("Region"), m_region), new FormRow(tr("Who can read them"), m_readers)}, space::m));
    body->addWidget(new FormRow(tr("Where that is written"), m_source));
    for (QComboBox *each : {m_gateway, m_provider})
        connect(each, &QComboBox::currentIndexChanged, this, &FactsSheet::judge);
    for (QLineEdit *each : {m_days, m_region, m_readers, m_source})
        connect(each, &QLineEdit::textChanged, this, &FactsSheet::judge);
}

void FactsSheet::buildFoot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelFacts"_s);
    m_save->setObjectName(u"keepFacts"_s);
    m_sheet->foot()->addWidget(m_unknown, 1);
    m_sheet->foot()->addWidget(cancel);
    m_sheet->foot()->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &FactsSheet::close);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_saving = true;
        m_book->keep(facts());
    });
}

void FactsSheet::fill()
{
    const DataFacts &known = m_book->state().facts;
    m_gateway->setCurrentIndex(m_gateway->findData(int(known.byGateway)));
    m_provider->setCurrentIndex(m_provider->findData(int(known.byProvider)));
    m_days->setText(known.days ? QString::number(*known.days) : QString());
    m_region->setText(known.region);
    m_readers->setText(known.readers);
    m_source->setText(known.source);
    m_filled = true;
}

void FactsSheet::showState()
{
    const workspace::FactsBook::State &state = m_book->state();
    if (m_saving && !state.failure)
        return close();
    m_saving = false;
    if (state.loaded && !m_filled)
        fill();
    for (QWidget *each : QList<QWidget *>{m_gateway, m_provider, m_days, m_region, m_readers, m_source})
        each->setEnabled(state.loaded); // what is typed before would be lost
    judge();
}

DataFacts FactsSheet::facts() const
{
    DataFacts out = m_book->state().facts;
    out.byGateway = DataFacts::Kept(m_gateway->currentData().toInt());
    out.byProvider = DataFacts::Kept(m_provider->currentData().toInt());
    bool number = false;
    const int days = m_days->text().trimmed().toInt(&number);
    out.days = number ? std::optional(days) : std::nullopt;
    out.region = m_region->text().trimmed();
    out.readers = m_readers->text().trimmed();
    out.source = m_source->text().trimmed();
    return out;
}

static QString lookedUp(const DataFacts &facts)
{
    return facts.asOf
        ? FactsSheet::tr("Looked up on %1 by %2.").arg(QLocale().toString(*facts.asOf, QLocale::ShortFormat), facts.by)
        : QString();
}

void FactsSheet::judge()
{
    const workspace::FactsBook::State &state = m_book->state();
    const DataFacts made = facts();
    const bool sound = m_days->text().trimmed().isEmpty() || (made.days && *made.days >= 0 && *made.days <= mostDays);
    if (sound)
        m_daysRow->accept();
    else
        m_daysRow->refuse(tr("A whole number of days, as 30."));
    m_save->setEnabled(sound && state.loaded && made != state.facts);
    const QStringList open = workspace::unknownOf(made);
    const QString words = open.isEmpty() ? lookedUp(state.facts) : tr("Still unknown: %1.").arg(open.join(u"; "_s));
    m_unknown->setText(state.failure ? whyOf(*state.failure) : words);
}

void FactsSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

void openFactsSheet(workspace::Workspace &workspace, QWidget *window)
{
    const Profile &open = workspace.session()->state().profile;
    new FactsSheet(
        open.name, std::make_unique<workspace::FactsBook>(workspace.store(), open.id, workspace.clock()), window);
}

} // namespace pages
