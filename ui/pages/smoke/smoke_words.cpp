// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/smoke_words.h"
#include "kit/format.h"

using namespace Qt::StringLiterals;

namespace pages::smoke_words {

using kit::Status;

Status statusOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Status::Ok;
    case Outcome::Skipped:
    case Outcome::Unsupported:
        return Status::Skipped;
    case Outcome::Warned:
        return Status::Warn;
    case Outcome::Inconclusive:
        return Status::Unknown;
    case Outcome::Failed:
        break;
    }
    return Status::Bad;
}

Status statusOf(const smoke::Item &item)
{
    if (item.progress == smoke::Item::Progress::Waiting)
        return Status::Pending;
    return item.progress == smoke::Item::Progress::Running ? Status::Running : statusOf(item.report.outcome);
}

QString wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Words::tr("passed");
    case Outcome::Skipped:
        return Words::tr("skipped");
    case Outcome::Unsupported:
        return Words::tr("unsupported");
    case Outcome::Warned:
        return Words::tr("warning");
    case Outcome::Inconclusive:
        return Words::tr("inconclusive");
    case Outcome::Failed:
        break;
    }
    return Words::tr("failed");
}

QString titleOf(const CheckReport &report)
{
    return report.check + report.variant + u' ' + report.title;
}

QString fullTitleOf(const CheckReport &report)
{
    return report.alias.isEmpty() ? titleOf(report) : Words::tr("%1, alias %2").arg(titleOf(report), report.alias);
}

QString time(const std::optional<qint64> &ms)
{
    return ms ? kit::format::duration(*ms) : kit::format::none();
}

QString keyShown(const QString &fingerprint)
{
    return fingerprint.isEmpty() ? kit::format::none() : u'…' + fingerprint.section(u'…', -1);
}

QString groupOf(const QString &check)
{
    return check == u"T03" ? Words::tr("Streaming") : Words::tr("Reach");
}

} // namespace pages::smoke_words
