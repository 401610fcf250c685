// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/reveal_words.h"
#include "workspace/words.h"
#include "workspace/workspace.h"
#include <QLocale>

namespace workspace {

QString revealsLeft(const Session &session)
{
    for (const net::LaneState &lane : session.requestBudget()) {
        if (lane.pace.lane != "critical")
            continue;
        const QLocale here;
        return Words::tr("%1 of %2 such calls in %3 minutes are left for this address; signing in counts too.")
            .arg(here.toString(lane.now.left), here.toString(lane.now.calls),
                here.toString(qint64(lane.pace.per.count() / 60)));
    }
    return {};
}

} // namespace workspace
