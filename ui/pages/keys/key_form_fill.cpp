// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/page_header.h"
#include "pages/key_words.h"
#include "pages/keys/bounds_field.h"
#include "pages/keys/budgets_field.h"
#include "pages/keys/key_form.h"
#include "pages/keys/key_form_choices.h"
#include "pages/keys/key_limits.h"
#include "pages/keys/passport_field.h"
#include "pages/keys/rates_field.h"
#include "pages/keys/scope_field.h"
#include "pages/words.h"
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

// What stands in the fields: nothing yet, or the settings of a key.
namespace pages {

using gateway::Feature;

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

std::optional<QDateTime> KeyForm::expiresAt() const
{
    const int days = m_expiry->currentData().toInt();
    const QDateTime here = m_clock.now().toTimeZone(m_place.zone);
    if (m_before && (days == asItIs || !m_place.features.has(Feature::KeyExpiry)))
        return m_before->expiresAt;
    if (days == 0 || !m_place.features.has(Feature::KeyExpiry))
        return {};
    if (days == onADay) // the whole of that day still counts
        return QDateTime(m_day->date().addDays(1), QTime(0, 0), m_place.zone).toUTC();
    return here.addDays(days).toUTC();
}

void KeyForm::showMode()
{
    m_header->setTitle(m_before ? tr("Edit key") : tr("Create key"));
    m_header->setNote(
        m_before ? tr("%1 on %2").arg(m_before->name, m_place.profile) : tr("on %1").arg(m_place.profile));
    m_create->setText(m_before ? tr("Save changes") : tr("Create key"));
    if (const int at = m_expiry->findData(asItIs); at >= 0)
        m_expiry->removeItem(at);
    if (m_before && m_before->expiresAt)
        m_expiry->insertItem(0, tr("as it is: %1").arg(expiry(*m_before, m_place.zone)), asItIs);
}

void KeyForm::clear()
{
    m_before.reset();
    showMode();
    m_name->clear();
    m_passport->clear();
    m_scope->setValues({});
    m_bounds->setValues({});
    m_budgets->setValues({});
    m_rates->setValues({});
    m_expiry->setCurrentIndex(m_place.features.has(Feature::KeyExpiry) ? m_expiry->findData(90) : 0);
    m_day->setDate(m_clock.now().toTimeZone(m_place.zone).date().addDays(30));
    refuse({});
    judge();
}

void KeyForm::edit(const Key &key)
{
    clear();
    m_before = key;
    m_taken.removeAll(key.name);
    showMode();
    fill(key);
    judge();
}

void KeyForm::fill(const Key &key)
{
    m_name->setText(key.name);
    m_passport->setValues(key.passport);
    m_scope->setValues(key.aliases);
    m_bounds->setValues(boundsOf(key));
    m_rates->setValues(ratesOf(key));
    QList<BudgetDraft> budgets;
    for (const Budget &budget : key.budgets)
        budgets << BudgetDraft{typedAmount(budget.nanos), budget.window};
    m_budgets->setValues(budgets);
    m_expiry->setCurrentIndex(m_expiry->findData(key.expiresAt ? asItIs : 0));
}

} // namespace pages
