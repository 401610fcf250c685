// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/schedule_sheet.h"
#include "keys/schedule.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/sheet.h"
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

static constexpr int usualEvery = 90; // days

QString everyInWords(int days)
{
    return days > 0 ? ScheduleSheet::tr("every %n day(s)", nullptr, days) : ScheduleSheet::tr("once");
}

ScheduleSheet::ScheduleSheet(
    const Key &key, const RotationSchedule *now, const KeyPlace &place, const QDate &today, QWidget *window)
    : m_key(key)
    , m_today(today)
    , m_sheet(new Sheet(tr("Schedule the rotation of “%1”").arg(key.name), tr("on %1").arg(place.profile), window))
    , m_every(new QComboBox)
    , m_next(new QDateEdit)
    , m_meaning(wrapped({}, Type::Body))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"scheduleSheet"_s);
    build();
    buildFoot(now);
    const int every = now ? now->everyDays : usualEvery;
    if (m_every->findData(every) < 0)
        m_every->addItem(everyInWords(every), every);
    m_every->setCurrentIndex(m_every->findData(every));
    propose();
    if (now)
        m_next->setDate(now->next);
    m_sheet->setWidth(520);
    connect(m_sheet, &Sheet::closeWanted, this, &ScheduleSheet::close);
    m_sheet->open();
    m_every->setFocus(Qt::OtherFocusReason);
}

void ScheduleSheet::build()
{
    m_every->setObjectName(u"scheduleEvery"_s);
    m_next->setObjectName(u"scheduleNext"_s);
    m_meaning->setObjectName(u"scheduleMeaning"_s);
    for (const int days : {30, usualEvery, 180, 365, 0})
        m_every->addItem(everyInWords(days), days);
    m_next->setCalendarPopup(true);
    m_next->setDisplayFormat(u"d MMM yyyy"_s);
    m_next->setDateRange(m_today, m_today.addDays(keys::mostDays));
    QVBoxLayout *body = m_sheet->body();
    body->addWidget(row({new FormRow(tr("How often"), m_every), new FormRow(tr("Next on (UTC)"), m_next)}, space::m));
    body->addWidget(m_meaning);
    connect(m_every, &QComboBox::currentIndexChanged, this, &ScheduleSheet::propose);
    connect(m_next, &QDateEdit::dateChanged, this, &ScheduleSheet::showMeaning);
}

void ScheduleSheet::buildFoot(bool removable)
{
    auto *remove = button(tr("No schedule"), Role::Danger);
    auto *cancel = button(tr("Cancel"));
    auto *save = button(tr("Set schedule"), Role::Primary);
    remove->setObjectName(u"removeSchedule"_s);
    remove->setVisible(removable);
    cancel->setObjectName(u"cancelSchedule"_s);
    save->setObjectName(u"setSchedule"_s);
    m_sheet->foot()->addWidget(remove);
    m_sheet->foot()->addStretch(1);
    m_sheet->foot()->addWidget(cancel);
    m_sheet->foot()->addWidget(save);
    connect(cancel, &QPushButton::clicked, this, &ScheduleSheet::close);
    connect(save, &QPushButton::clicked, this, [this] {
        emit wanted(schedule());
        close();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        emit removeWanted(m_key.id);
        close();
    });
}

// From its last rotation on; what is past already is due today.
void ScheduleSheet::propose()
{
    const int every = m_every->currentData().toInt();
    const QDate first = keys::firstDay(m_key, every > 0 ? every : usualEvery, m_today);
    m_next->setDate(qMax(first, m_today));
    showMeaning();
}

void ScheduleSheet::showMeaning()
{
    const QString day = QLocale().toString(m_next->date().addDays(-keys::soonDays), u"d MMM yyyy"_s);
    m_meaning->setText(
        tr("The Overview reminds of it from %1 on. Nothing is rotated by itself; a rotation moves the day on.")
            .arg(day));
}

RotationSchedule ScheduleSheet::schedule() const
{
    return {m_key.id, m_key.name, m_every->currentData().toInt(), m_next->date()};
}

void ScheduleSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
