// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/rotation_attention.h"
#include "keys/schedule.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

using keys::Due;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

static Attention lineOf(const RotationSchedule &schedule, Due due, bool rotates)
{
    const QString day = QLocale().toString(schedule.next, u"d MMM yyyy"_s);
    Attention line;
    line.status = kit::Status::Warn;
    line.title = due == Due::Overdue
        ? say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” should have been rotated on %2")).arg(schedule.key, day)
        : say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” is to be rotated on %2")).arg(schedule.key, day);
    line.detail = rotates
        ? say(QT_TRANSLATE_NOOP("pages::overview",
            "Staged, the rotation waits under Changes until you apply it; the old secret works on for a day then."))
        : say(QT_TRANSLATE_NOOP(
            "pages::overview", "Rotate… on its page gives it a new key step by step. Nothing is rotated by itself."));
    line.verb = rotates ? say(QT_TRANSLATE_NOOP("pages::overview", "Stage rotation"))
                        : say(QT_TRANSLATE_NOOP("pages::overview", "Open key"));
    line.act = rotates ? Attention::Act::StageRotation : Attention::Act::Open;
    line.page = u"keys"_s;
    line.filter = schedule.key;
    return line;
}

QList<Attention> ofSchedules(const QList<RotationSchedule> &schedules, const QList<keys::Rotation> &rotations,
    bool rotates, const QDateTime &now)
{
    QList<Attention> lines;
    for (const RotationSchedule &each : schedules) {
        const Due due = keys::dueOf(each, now.toUTC().date());
        const bool underWay = std::ranges::any_of(
            rotations, [&each](const keys::Rotation &one) { return one.next() && one.oldId == each.keyId; });
        if (due != Due::Later && !underWay)
            lines << lineOf(each, due, rotates);
    }
    return lines;
}

} // namespace pages
