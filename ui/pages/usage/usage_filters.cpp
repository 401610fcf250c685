// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/usage_filters.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/segmented.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

constexpr usage::GroupBy groups[] = {usage::GroupBy::Alias, usage::GroupBy::Key, usage::GroupBy::Model};

static QComboBox *names(const QString &name, const QString &all)
{
    auto *made = new QComboBox;
    made->setAccessibleName(name);
    made->addItem(all, QString());
    made->setMaxVisibleItems(20);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    made->setMaximumWidth(scaled(220));
    return made;
}

static QDateEdit *date(const QString &name, const QDate &day, const QDate &today)
{
    auto *made = new QDateEdit(day);
    made->setAccessibleName(name);
    made->setDisplayFormat(u"yyyy-MM-dd"_s);
    made->setMaximumDate(today);
    made->setMinimumDate(QDate(2020, 1, 1));
    made->setMinimumWidth(made->fontMetrics().horizontalAdvance(u"0000-00-00"_s) + scaled(44));
    return made;
}

UsageFilters::UsageFilters(const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_range(new Segmented(tr("Period"), {tr("Today"), tr("7 days"), tr("30 days"), tr("Custom")}))
    , m_first(date(tr("From"), today.addDays(-13), today))
    , m_last(date(tr("To"), today, today))
    , m_alias(names(tr("Alias"), tr("All aliases")))
    , m_key(names(tr("Key"), tr("All keys")))
    , m_group(new Segmented(tr("Group by"), {tr("Alias"), tr("Key"), tr("Model")}))
    , m_measure(new Segmented(tr("Measure"), {tr("Spend"), tr("Tokens"), tr("Requests")}))
    , m_samples(new QCheckBox(tr("With sample rows")))
{
    m_dates = dates();
    m_alias->setObjectName(u"aliasFilter"_s);
    m_key->setObjectName(u"keyFilter"_s);
    m_samples->setObjectName(u"samples"_s);
    m_samples->setChecked(true);
    m_samples->setMinimumHeight(m_alias->sizeHint().height()); // on one line with the others
    plainColumn(this)->addWidget(flow({m_range, m_dates, m_alias, m_key, m_group, m_measure, m_samples}));
    setChoice({});
    for (Segmented *part : {m_range, m_group, m_measure})
        connect(part, &Segmented::chosen, this, &UsageFilters::read);
    for (const QDateEdit *edit : {m_first, m_last})
        connect(edit, &QDateEdit::dateChanged, this, &UsageFilters::read);
    for (const QComboBox *box : {m_alias, m_key})
        connect(box, &QComboBox::currentIndexChanged, this, &UsageFilters::read);
    connect(m_samples, &QCheckBox::toggled, this, &UsageFilters::read);
}

QWidget *UsageFilters::dates()
{
    return row({m_first, label(tr("to"), Type::Body, Ink::Muted), m_last}, space::xs);
}

void UsageFilters::setChoice(const Choice &choice)
{
    const QSignalBlocker quiet(this);
    m_choice = choice;
    if (choice.period.range == Range::Custom && choice.period.first.isValid()) {
        m_first->setDate(choice.period.first);
        m_last->setDate(choice.period.last);
    }
    m_range->setCurrent(int(choice.period.range));
    m_measure->setCurrent(int(choice.measure));
    m_group->setCurrent(int(std::find(std::begin(groups), std::end(groups), choice.group) - std::begin(groups)));
    m_samples->setChecked(choice.samples);
    m_alias->setCurrentIndex(qMax(0, m_alias->findData(choice.alias)));
    m_key->setCurrentIndex(qMax(0, m_key->findData(choice.key)));
    m_dates->setVisible(choice.period.range == Range::Custom);
    m_choice = choice; // the widgets reported on the way
}

void UsageFilters::read()
{
    Choice next;
    next.period.range = Range(m_range->current());
    if (next.period.range == Range::Custom)
        next.period = {
            Range::Custom, std::min(m_first->date(), m_last->date()), std::max(m_first->date(), m_last->date())};
    next.alias = m_alias->currentData().toString();
    next.key = m_key->currentData().toString();
    next.group = groups[qBound(0, m_group->current(), 2)];
    next.measure = Measure(m_measure->current());
    next.samples = m_samples->isChecked();
    m_dates->setVisible(next.period.range == Range::Custom);
    if (next == m_choice)
        return;
    m_choice = next;
    emit changed();
}

static void fill(QComboBox *box, const QStringList &values)
{
    QStringList wanted = values;
    const QString chosen = box->currentData().toString();
    if (!chosen.isEmpty() && !wanted.contains(chosen))
        wanted << chosen;
    QStringList now;
    for (int i = 1; i < box->count(); ++i)
        now << box->itemData(i).toString();
    if (now == wanted)
        return;
    const QSignalBlocker quiet(box);
    while (box->count() > 1)
        box->removeItem(1);
    for (const QString &value : wanted)
        box->addItem(value, value);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

void UsageFilters::setNames(const QStringList &aliases, const QStringList &keys)
{
    fill(m_alias, aliases);
    fill(m_key, keys);
}

void UsageFilters::offerSamples(bool offered)
{
    m_samples->setVisible(offered);
}

void UsageFilters::focusFirst()
{
    m_alias->setFocus(Qt::ShortcutFocusReason);
}

} // namespace pages
