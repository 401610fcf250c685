// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/guard_attention.h"
#include "guards/guard_words.h"
#include "pages/words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

static QString titleOf(const guards::GuardService::Line &line)
{
    const Guard &guard = line.guard;
    if (!guard.failure.isEmpty())
        return say(QT_TRANSLATE_NOOP("pages::overview", "The guard of key “%1” could not act")).arg(guard.key);
    if (guard.before)
        return say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” is stopped by its guard")).arg(guard.key);
    return guard.actedFor == line.period.begin
        ? say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” has spent what its guard allows")).arg(guard.key)
        : say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” nears the limit of its guard")).arg(guard.key);
}

static QString detailOf(const guards::GuardService::Line &line)
{
    const QString spent = say(QT_TRANSLATE_NOOP("pages::overview", "%1 of %2 spent."))
                              .arg(guards::spentOf(line.spend), guards::limitOf(line.guard));
    if (!line.guard.failure.isEmpty())
        return spent + u' ' + line.guard.failure;
    if (line.guard.before)
        return spent + u' '
            + say(QT_TRANSLATE_NOOP("pages::overview", "It is given back at %1, if this program runs then."))
                  .arg(clock(line.period.end));
    return spent + u' ' + guards::onlyWhileRunning();
}

static bool isQuiet(const guards::GuardService::Line &line)
{
    const Guard &guard = line.guard;
    return guard.failure.isEmpty() && !guard.before && guard.actedFor != line.period.begin
        && guard.warnedFor != line.period.begin;
}

QList<Attention> ofGuards(const QList<guards::GuardService::Line> &guards, const QDateTime &now)
{
    QList<Attention> lines;
    for (const guards::GuardService::Line &each : guards) {
        if (isQuiet(each))
            continue;
        Attention line;
        line.status = each.guard.failure.isEmpty() ? kit::Status::Warn : kit::Status::Bad;
        line.title = titleOf(each);
        line.detail = detailOf(each);
        if (each.guard.failureAt)
            line.since = say(QT_TRANSLATE_NOOP("pages::overview", "for %1")).arg(ago(*each.guard.failureAt, now));
        line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Open key"));
        line.page = u"keys"_s;
        line.filter = each.guard.key;
        lines << line;
    }
    return lines;
}

} // namespace pages
