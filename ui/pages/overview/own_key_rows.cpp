// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/own_key_rows.h"
#include "kit/format.h"
#include "pages/allowance_status.h"
#include "pages/words.h"
#include "usage/left_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

Status statusOfDays(const usage::Outlook &outlook)
{
    using Kind = usage::Outlook::Kind;
    constexpr qint64 soon = 3 * 24 * 3600;
    if (outlook.kind == Kind::UsedUp)
        return Status::Bad;
    const bool ends = outlook.kind == Kind::RunsOut && outlook.secondsLeft.value_or(soon) < soon;
    return ends ? Status::Warn : Status::Neutral;
}

// Before the first answer nothing is refused yet.
KeyStanding shown(const usage::OwnKeyGauge::State &state)
{
    KeyStanding standing = state.standing;
    standing.partial = standing.partial || (!state.readAt && !state.notOffered);
    return standing;
}

} // namespace

QList<PartRow> ownKeyRows(
    const usage::OwnKeyGauge::State &state, const text::Attempt &attempt, const QDateTime &now, const QString &zone)
{
    QList<PartRow> rows;
    if (state.failure && !state.notOffered)
        rows << PartRow{u"failure"_s, Status::Bad,
            QCoreApplication::translate("pages::overview", QT_TRANSLATE_NOOP("pages::overview", "Not read")),
            whyOf(*state.failure, attempt), {}};
    const KeyStanding standing = shown(state);
    const QList<usage::LeftFact> facts = usage::leftFacts(standing, state.readings, now, zone);
    for (const usage::LeftFact &fact : facts) {
        Status status = Status::Neutral;
        if (fact.id == u"left"_s)
            status = statusOf(standing.allowance);
        else if (fact.id == u"days"_s)
            status = statusOfDays(usage::outlookOf(standing, state.readings, now));
        rows << PartRow{fact.id, status, fact.name, fact.value, {}};
    }
    return rows;
}

} // namespace pages
