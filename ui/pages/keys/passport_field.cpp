// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/passport_field.h"
#include "base/clock.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/key_words.h"
#include "pages/keys/key_form_choices.h"
#include "pages/words.h"
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

// As it is written in a passport.
static QString environmentId(::Environment environment)
{
    return environment == ::Environment::Production ? u"production"_s
        : environment == ::Environment::Staging     ? u"staging"_s
                                                    : u"development"_s;
}

PassportField::PassportField(const KeyPlace &place, const Clock &clock)
    : m_place(place)
    , m_clock(clock)
    , m_environment(new QComboBox)
    , m_owner(new QLineEdit)
    , m_ticket(new QLineEdit)
    , m_application(new QLineEdit)
    , m_purpose(new QLineEdit)
    , m_rotationOwner(new QLineEdit)
    , m_budgetOwner(new QLineEdit)
    , m_review(new QComboBox)
    , m_day(new QDateEdit)
{
    for (const ::Environment each : {::Environment::Production, ::Environment::Staging, ::Environment::Development})
        m_environment->addItem(environmentName(each), environmentId(each));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    add(grid, tr("Environment"), m_environment);
    add(grid, tr("Application"), m_application, tr("One key per application and environment keeps spend apart."));
    add(grid, tr("Owner"), m_owner, tr("The team that answers for it."));
    add(grid, tr("Ticket"), m_ticket, tr("Kept with the key and shown in every report."));
    add(grid, tr("Purpose"), m_purpose);
    add(grid, tr("Look at it again"), review(), tr("The access review names it from that day on."));
    add(grid, tr("Rotated by"), m_rotationOwner, tr("Who gives it a new secret, if not the owner."));
    add(grid, tr("Paid by"), m_budgetOwner, tr("Whose budget it is, if not the owner's."));
    follow();
}

void PassportField::add(QGridLayout *grid, const QString &name, QWidget *field, const QString &hint)
{
    const bool can = m_place.features.has(Feature::Passport);
    field->setEnabled(can);
    const int at = grid->count();
    grid->addWidget((new FormRow(name, field))->withHint(can ? hint : QString()), at / 2, at % 2);
}

QWidget *PassportField::review()
{
    m_review->setAccessibleName(tr("Look at it again"));
    m_review->setObjectName(u"reviewChoice"_s);
    m_day->setObjectName(u"reviewDay"_s);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"d MMM yyyy"_s);
    m_day->setAccessibleName(tr("Day of the next look"));
    fillReview();
    return row({m_review, m_day}, space::s, 2);
}

void PassportField::fillReview()
{
    m_review->clear();
    if (m_before.reviewDate.isValid())
        m_review->addItem(tr("as it is: %1").arg(QLocale().toString(m_before.reviewDate, u"d MMM yyyy"_s)), asItIs);
    m_review->addItem(tr("never"), 0);
    m_review->addItem(tr("in 90 days"), 90);
    m_review->addItem(tr("in 180 days"), 180);
    m_review->addItem(tr("in a year"), 365);
    m_review->addItem(tr("on a day…"), onADay);
    m_review->setCurrentIndex(0);
}

void PassportField::follow()
{
    for (QLineEdit *field : {m_owner, m_ticket, m_application, m_purpose, m_rotationOwner, m_budgetOwner})
        connect(field, &QLineEdit::textChanged, this, &PassportField::changed);
    connect(m_environment, &QComboBox::currentIndexChanged, this, &PassportField::changed);
    connect(m_day, &QDateEdit::dateChanged, this, &PassportField::changed);
    connect(m_review, &QComboBox::currentIndexChanged, this, [this] {
        m_day->setVisible(m_review->currentData().toInt() == onADay);
        emit changed();
    });
}

void PassportField::clear()
{
    Passport fresh;
    if (m_place.features.has(Feature::Passport))
        fresh.environment = environmentId(m_place.environment);
    setValues(fresh);
    m_day->setDate(m_clock.now().toTimeZone(m_place.zone).date().addDays(90));
}

// An environment that the choice does not offer joins it, so that nothing is changed by opening the form.
void PassportField::setValues(const Passport &passport)
{
    m_before = passport;
    const QString environment = passport.environment;
    if (m_environment->findData(environment) < 0)
        m_environment->addItem(environment.isEmpty() ? tr("not told") : environment, environment);
    m_environment->setCurrentIndex(m_environment->findData(environment));
    m_owner->setText(passport.owner);
    m_ticket->setText(passport.ticket);
    m_application->setText(passport.application);
    m_purpose->setText(passport.purpose);
    m_rotationOwner->setText(passport.rotationOwner);
    m_budgetOwner->setText(passport.budgetOwner);
    fillReview();
    m_day->setVisible(false);
}

QDate PassportField::reviewDate() const
{
    const int days = m_review->currentData().toInt();
    if (days == asItIs)
        return m_before.reviewDate;
    if (days == onADay)
        return m_day->date();
    return days == 0 ? QDate() : m_clock.now().toTimeZone(m_place.zone).date().addDays(days);
}

Passport PassportField::values() const
{
    if (!m_place.features.has(Feature::Passport))
        return m_before;
    Passport out;
    out.environment = m_environment->currentData().toString();
    out.application = m_application->text().trimmed();
    out.owner = m_owner->text().trimmed();
    out.ticket = m_ticket->text().trimmed();
    out.purpose = m_purpose->text().trimmed();
    out.rotationOwner = m_rotationOwner->text().trimmed();
    out.budgetOwner = m_budgetOwner->text().trimmed();
    out.reviewDate = reviewDate();
    return out;
}

void PassportField::setOwners(const QStringList &known)
{
    for (QLineEdit *field : {m_owner, m_rotationOwner, m_budgetOwner}) {
        delete field->completer();
        auto *completer = new QCompleter(known, field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        field->setCompleter(completer);
    }
}

} // namespace pages
