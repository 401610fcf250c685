// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_course.h"
#include "pages/key_settings.h"
#include "pages/key_words.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyCourse)
};

} // namespace

QString deedOf(const changes::Change &change)
{
    if (!change.before)
        return Words::tr("Created");
    if (!change.after)
        return Words::tr("Deleted");
    if (change.reveals)
        return Words::tr("Secret shown again");
    QStringList names;
    for (const KeySetting &setting : differentSettings(change.before, change.after, QTimeZone::utc()))
        names << setting.name;
    if (keys::isRotation(change) || change.before == change.after) // equal: it was asked for, and was not done
        return Words::tr("New secret");
    if (names.isEmpty())
        return Words::tr("Written again, nothing differed");
    if (names.size() == 1 && change.before->enabled != change.after->enabled)
        return change.after->enabled ? Words::tr("Enabled") : Words::tr("Disabled");
    return Words::tr("Changed: %1").arg(names.join(u", "_s));
}

QString endOf(const keys::Past &past, const KeyPlace &place, const QDateTime &now)
{
    if (!past.entry.closed)
        return Words::tr("The program ended before the gateway's answer was read. Refresh shows what holds now.");
    if (past.entry.failure)
        return whyOf(*past.entry.failure, attemptOn(place));
    if (past.takenBack)
        return Words::tr("Taken back %1.").arg(moment(*past.takenBack, place.zone, now));
    return past.takesBack ? Words::tr("It takes the change before it back.") : QString();
}

const keys::Past *undoable(const QList<keys::Past> &past)
{
    const auto stands = [](const keys::Past &each) {
        const changes::Change &change = each.entry.change;
        return each.done() && !each.takesBack && !each.takenBack && !change.reveals && !keys::isRotation(change);
    };
    const auto found = std::ranges::find_if(past, stands);
    return found != past.cend() && found->entry.change.before && found->entry.change.after ? &*found : nullptr;
}

} // namespace pages
