// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/rotation_schedule.h"
#include "pages/key_place.h"
#include <QObject>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace kit {
class Sheet;
}

namespace pages {

// Says when a key is to be rotated: once or again and again. It reminds, nothing more. Lives as long as its sheet.
class ScheduleSheet final : public QObject
{
    Q_OBJECT

public:
    // now: the schedule there is; null: none.
    ScheduleSheet(
        const Key &key, const RotationSchedule *now, const KeyPlace &place, const QDate &today, QWidget *window);

signals:
    void wanted(const RotationSchedule &schedule);
    void removeWanted(const QString &keyId);

private:
    void build();
    void buildFoot(bool removable);
    void propose(); // the day that follows from how often
    void showMeaning();
    RotationSchedule schedule() const;
    void close();

    const Key m_key;
    const QDate m_today;
    kit::Sheet *m_sheet;
    QComboBox *m_every;
    QDateEdit *m_next;
    QLabel *m_meaning;
};

QString everyInWords(int days); // "every 90 days", "once"

} // namespace pages
