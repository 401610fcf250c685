// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_form.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "pages/keys/key_effect.h"
#include "pages/keys/scope_field.h"
#include "pages/words.h"
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

namespace {

constexpr int onADay = -1;

QGridLayout *grid(QWidget *in, int columns)
{
    auto *made = new QGridLayout(in);
    made->setContentsMargins(0, 0, 0, 0);
    made->setHorizontalSpacing(space::l);
    made->setVerticalSpacing(space::m);
    for (int column = 0; column < columns; ++column)
        made->setColumnStretch(column, 1);
    return made;
}

} // namespace

KeyForm::KeyForm(const KeyPlace &place, const Clock &clock)
    : m_place(place)
    , m_clock(clock)
    , m_name(new QLineEdit)
    , m_environment(new QComboBox)
    , m_application(new QLineEdit)
    , m_owner(new QLineEdit)
    , m_ticket(new QLineEdit)
    , m_scope(new ScopeField(tr("Aliases")))
    , m_amount(new QLineEdit)
    , m_window(new QComboBox)
    , m_expiry(new QComboBox)
    , m_day(new QDateEdit)
    , m_effect(new KeyEffect(place))
    , m_notices(new QVBoxLayout)
    , m_create(button(tr("Create key"), Role::Primary))
{
    QVBoxLayout *column = pageColumn(this);
    auto *header = new PageHeader(tr("Create key"));
    header->setNote(tr("on %1").arg(place.profile));
    column->addWidget(header);
    column->addLayout(m_notices);
    auto *both = new QHBoxLayout;
    both->setSpacing(space::m);
    both->addWidget(scrolled(stacked({identity(), scope(), limits(), spacer()}, space::m, 3)), 5);
    both->addWidget(m_effect, 3);
    column->addLayout(both, 1);
    column->addWidget(foot());
    clear();
}

QWidget *KeyForm::identity()
{
    m_environment->addItem(environmentName(::Environment::Production), u"production"_s);
    m_environment->addItem(environmentName(::Environment::Staging), u"staging"_s);
    m_environment->addItem(environmentName(::Environment::Development), u"development"_s);
    m_name->setObjectName(u"keyName"_s);
    auto *fields = new QWidget;
    auto *lines = grid(fields, 2);
    m_rows[KeyField::Name] = new FormRow(tr("Name"), m_name);
    lines->addWidget(m_rows[KeyField::Name], 0, 0);
    const bool passport = m_place.features.has(Feature::Passport);
    const auto add = [passport, lines](const QString &name, QWidget *field, const QString &hint, int r, int c) {
        auto *made = (new FormRow(name, field))->withHint(passport ? hint : QString());
        field->setEnabled(passport);
        lines->addWidget(made, r, c);
    };
    add(tr("Environment"), m_environment, {}, 0, 1);
    add(tr("Owner"), m_owner, tr("The team that answers for it."), 1, 0);
    add(tr("Ticket"), m_ticket, tr("Kept with the key and shown in every report."), 1, 1);
    add(tr("Application"), m_application, tr("One key per application and environment keeps spend apart."), 2, 0);
    auto *card = new Card(tr("Who it is for"));
    card->body()->addWidget(fields);
    if (!passport)
        card->body()->addWidget(wrapped(reasonAgainst(m_place, Feature::Passport), Type::Caption, Ink::Muted));
    connect(m_name, &QLineEdit::textChanged, this, &KeyForm::judge);
    return card;
}

QWidget *KeyForm::scope()
{
    auto *made = (new FormRow(tr("Aliases"), m_scope))
                     ->withHint(tr("The smallest set that its calls need. An empty list means every alias."));
    m_rows[KeyField::Aliases] = made;
    grey(made, m_scope, Feature::ModelScope);
    auto *card = new Card(tr("What it may call"));
    card->body()->addWidget(made);
    connect(m_scope, &ScopeField::changed, this, &KeyForm::judge);
    return card;
}

QWidget *KeyForm::limits()
{
    m_amount->setObjectName(u"keyBudget"_s);
    m_amount->setPlaceholderText(tr("no limit"));
    m_window->addItem(tr("daily, 00:00 UTC"), u"day"_s);
    m_window->addItem(tr("weekly, Monday, 00:00 UTC"), u"week"_s);
    m_window->addItem(tr("monthly, 1st, 00:00 UTC"), u"month"_s);
    m_window->addItem(tr("never"), u"lifetime"_s);
    fillExpiry();
    auto *fields = new QWidget;
    auto *lines = grid(fields, 3);
    auto *amount = (new FormRow(tr("Budget, USD"), m_amount))->withHint(tr("Calls are refused when it is spent."));
    auto *window = new FormRow(tr("Resets"), m_window);
    auto *expiry = new FormRow(tr("Expires"), stacked({m_expiry, m_day}, space::xs));
    m_expiry->setAccessibleName(tr("Expires"));
    m_rows[KeyField::Amount] = amount;
    m_rows[KeyField::Expiry] = expiry;
    grey(amount, m_amount, Feature::Budget);
    grey(window, m_window, m_place.features.has(Feature::Budget) ? Feature::BudgetWindows : Feature::Budget);
    grey(expiry, m_expiry, Feature::KeyExpiry);
    lines->addWidget(amount, 0, 0);
    lines->addWidget(window, 0, 1);
    lines->addWidget(expiry, 0, 2);
    auto *card = new Card(tr("How much, and how long"));
    card->body()->addWidget(fields);
    connect(m_amount, &QLineEdit::textChanged, this, &KeyForm::judge);
    connect(m_window, &QComboBox::currentIndexChanged, this, &KeyForm::judge);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &KeyForm::judge);
    connect(m_day, &QDateEdit::dateChanged, this, &KeyForm::judge);
    return card;
}

void KeyForm::fillExpiry()
{
    m_expiry->addItem(tr("never"), 0);
    m_expiry->addItem(tr("in a week"), 7);
    m_expiry->addItem(tr("in 30 days"), 30);
    m_expiry->addItem(tr("in 90 days"), 90);
    m_expiry->addItem(tr("in a year"), 365);
    m_expiry->addItem(tr("after a day…"), onADay);
    m_day->setDisplayFormat(u"d MMM yyyy"_s);
    m_day->setAccessibleName(tr("Last day"));
}

QWidget *KeyForm::foot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelKey"_s);
    m_create->setObjectName(u"createKey"_s);
    QWidget *made = kit::foot({}, {}, {cancel, m_create});
    m_reason = made->findChild<QLabel *>(u"reason"_s);
    connect(cancel, &QPushButton::clicked, this, &KeyForm::cancelled);
    connect(m_create, &QPushButton::clicked, this, [this] { emit createWanted(keyOf(draft())); });
    return made;
}

// What the gateway cannot hold stays visible: grey, with the reason in place of the hint.
void KeyForm::grey(FormRow *row, QWidget *field, Feature feature)
{
    const bool can = m_place.features.has(feature);
    field->setEnabled(can);
    if (!can)
        row->withHint(reasonAgainst(m_place, feature));
}

void KeyForm::setKnown(const QList<Key> &keys, const QList<Alias> &offered)
{
    QStringList names, owners;
    for (const Key &key : keys) {
        names << key.name;
        if (!key.passport.owner.isEmpty())
            owners << key.passport.owner;
    }
    owners.removeDuplicates();
    owners.sort(Qt::CaseInsensitive);
    if (names == m_taken && offered == m_offered)
        return;
    m_taken = names;
    m_offered = offered;
    delete m_owner->completer();
    auto *completer = new QCompleter(owners, m_owner);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_owner->setCompleter(completer);
    m_scope->setOffered(offered);
    judge();
}

std::optional<QDateTime> KeyForm::expiresAt() const
{
    const int days = m_expiry->currentData().toInt();
    const QDateTime here = m_clock.now().toTimeZone(m_place.zone);
    if (days == 0 || !m_place.features.has(Feature::KeyExpiry))
        return {};
    if (days == onADay) // the whole of that day still counts
        return QDateTime(m_day->date().addDays(1), QTime(0, 0), m_place.zone).toUTC();
    return here.addDays(days).toUTC();
}

KeyDraft KeyForm::draft() const
{
    KeyDraft out;
    const bool passport = m_place.features.has(Feature::Passport);
    out.name = m_name->text();
    out.aliases = m_scope->values();
    out.amount = m_amount->text();
    out.window = m_window->currentData().toString();
    out.expiresAt = expiresAt();
    if (!passport)
        return out;
    out.environment = m_environment->currentData().toString();
    out.application = m_application->text();
    out.owner = m_owner->text();
    out.ticket = m_ticket->text();
    return out;
}

void KeyForm::judge()
{
    if (!m_reason)
        return; // still being built
    m_day->setVisible(m_expiry->currentData().toInt() == onADay);
    const KeyDraft now = draft();
    m_effect->show(now, m_offered);
    showProblems(keyProblems(now, m_taken, m_offered, m_clock.now()));
}

void KeyForm::showProblems(const QList<KeyProblem> &problems)
{
    for (FormRow *row : std::as_const(m_rows))
        row->accept();
    for (const KeyProblem &problem : problems)
        if (!problem.missing)
            m_rows[problem.field]->refuse(problem.sentence);
    QStringList briefs;
    for (const KeyProblem &problem : problems)
        briefs << problem.brief;
    const QString against = reasonAgainst(m_place, Feature::CreateKey);
    QString why = against;
    if (why.isEmpty() && !problems.isEmpty())
        why = tr("%n thing(s) to fix: %1.", nullptr, int(problems.size())).arg(briefs.join(u", "_s));
    if (m_busy)
        why = tr("Creating it and reading it back…");
    m_reason->setText(why);
    m_reason->setForegroundRole(m_busy ? QPalette::PlaceholderText : QPalette::BrightText);
    m_create->setEnabled(why.isEmpty());
    m_create->setAccessibleDescription(why);
}

void KeyForm::setBusy(bool busy)
{
    m_busy = busy;
    judge();
}

void KeyForm::refuse(const std::optional<Failure> &failure)
{
    while (QLayoutItem *item = m_notices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (failure)
        m_notices->addWidget(failureNotice(tr("The key was not created"), *failure));
}

void KeyForm::clear()
{
    for (QLineEdit *field : {m_name, m_application, m_owner, m_ticket, m_amount})
        field->clear();
    m_environment->setCurrentIndex(m_environment->findText(environmentName(m_place.environment)));
    m_scope->setValues({});
    const bool windows = m_place.features.has(Feature::BudgetWindows);
    m_window->setCurrentIndex(m_window->findData(windows ? u"month"_s : u"lifetime"_s));
    m_expiry->setCurrentIndex(m_place.features.has(Feature::KeyExpiry) ? m_expiry->findData(90) : 0);
    m_day->setDate(m_clock.now().toTimeZone(m_place.zone).date().addDays(30));
    refuse({});
    judge();
}

void KeyForm::start()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace pages
