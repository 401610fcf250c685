// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards/guard_words.h"
#include "guards/words.h"
#include "text/units.h"
#include "text/words.h"

using namespace Qt::StringLiterals;

namespace guards {

static QString usd(qint64 nanos)
{
    return text::money(nanos, u"USD"_s);
}

QString limitOf(const Guard &guard)
{
    const QString amount = usd(guard.nanos);
    if (guard.window == u"week"_s)
        return Words::tr("%1 a week, %2").arg(amount, guard.zone);
    if (guard.window == u"month"_s)
        return Words::tr("%1 a month, %2").arg(amount, guard.zone);
    return Words::tr("%1 a day, %2").arg(amount, guard.zone);
}

QString spentOf(const GuardSpend &spend)
{
    return spend.untold > 0 ? Words::tr("at least %1").arg(usd(spend.nanos)) : usd(spend.nanos);
}

QString inWords(GuardAct act)
{
    switch (act) {
    case GuardAct::Notify:
        return Words::tr("tells you");
    case GuardAct::Disable:
        return Words::tr("disables the key");
    case GuardAct::Lower:
        return Words::tr("lowers its lifetime budget");
    }
    return {};
}

static QString done(GuardAct act)
{
    switch (act) {
    case GuardAct::Notify:
        return Words::tr("spent");
    case GuardAct::Disable:
        return Words::tr("spent, the key is disabled");
    case GuardAct::Lower:
        return Words::tr("spent, the key's lifetime budget is lowered");
    }
    return {};
}

QString stateOf(const GuardService::Line &line)
{
    const Guard &guard = line.guard;
    if (!guard.failure.isEmpty())
        return Words::tr("could not act: %1").arg(guard.failure);
    if (guard.actedFor == line.period.begin || guard.before)
        return done(guard.act);
    return guard.warnedFor == line.period.begin ? Words::tr("warned") : Words::tr("watching");
}

QString inWords(const Deed &deed)
{
    const Guard &guard = deed.guard;
    if (deed.failure)
        return Words::tr("%1: could not act, %2").arg(guard.key, text::wordsOf(*deed.failure).why);
    const QString spent = Words::tr("%1 of %2").arg(spentOf(deed.spend), limitOf(guard));
    switch (deed.step) {
    case Step::Warn:
        return Words::tr("%1: warned, %2 spent").arg(guard.key, spent);
    case Step::Act:
        return Words::tr("%1: %2, %3").arg(guard.key, done(guard.act), spent);
    case Step::Restore:
        return Words::tr("%1: given back what the guard took").arg(guard.key);
    case Step::None:
        break;
    }
    return {};
}

QString reasonOf(const Guard &guard, Step step, const GuardSpend &spend)
{
    if (step == Step::Restore)
        return Words::tr("guard %1, given back").arg(guard.id);
    return Words::tr("guard %1: %2 of %3 spent").arg(QString::number(guard.id), spentOf(spend), limitOf(guard));
}

QString onlyWhileRunning()
{
    return Words::tr("A guard is enforced by this program only, and only while it runs.");
}

} // namespace guards
