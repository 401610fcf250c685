// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/request_budget.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(shell::RequestBudget)

public:
    static QString purpose(const QByteArray &lane)
    {
        if (lane == "critical")
            return tr("Showing a key's secret");
        if (lane == "search")
            return tr("Searching keys");
        if (lane == "analytics")
            return tr("Reading usage");
        return lane.isEmpty() ? tr("All admin calls") : QString::fromLatin1(lane);
    }

    static QString line(const net::LaneState &lane)
    {
        const QLocale here;
        const QString left = tr("%1: %2 left of %3 in %4 s")
                                 .arg(purpose(lane.pace.lane), here.toString(lane.now.left),
                                     here.toString(lane.now.calls), here.toString(qint64(lane.pace.per.count())));
        return waits(lane) ? left + u'\n' + tr("The next one goes out in %1 s.").arg(seconds(lane)) : left;
    }

    static QString text(const net::LaneState &lane)
    {
        if (waits(lane))
            return tr("Calls wait %1 s").arg(seconds(lane));
        return tr("%1 of %2 calls left").arg(QLocale().toString(lane.now.left), QLocale().toString(lane.now.calls));
    }

    static QString head() { return tr("Limits of this gateway on admin calls, kept by this program:"); }
    static bool waits(const net::LaneState &lane) { return lane.now.until.count() > 0; }

private:
    static QString seconds(const net::LaneState &lane)
    {
        return QLocale().toString(qint64((lane.now.until.count() + 999) / 1000));
    }
};

// The part of it that is left.
double share(const net::LaneState &lane)
{
    return double(lane.now.left) / qMax(1, lane.now.calls);
}

} // namespace

BudgetWords budgetWords(const QList<net::LaneState> &lanes)
{
    if (lanes.isEmpty())
        return {};
    QStringList lines{Words::head()};
    for (const net::LaneState &lane : lanes)
        lines << Words::line(lane);
    const net::LaneState &scarcest = *std::ranges::min_element(lanes, {}, share);
    return {Words::text(scarcest), lines.join(u'\n'), Words::waits(scarcest)};
}

} // namespace shell
