// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_views.h"
#include "guards/guard_words.h"
#include "kit/chips.h"
#include "kit/controls.h"
#include "kit/flow_layout.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/mark_widgets.h"
#include "kit/notice.h"
#include "kit/pill.h"
#include "pages/facts.h"
#include "pages/keys/key_course.h"
#include "pages/keys/key_limits.h"
#include "pages/keys/rotation_words.h"
#include "pages/keys/schedule_sheet.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyViews)
};

constexpr int courseShown = 50;

QLabel *caption(const QString &text)
{
    return wrapped(text, Type::Caption, Ink::Muted);
}

QWidget *warning(const Key &key, const KeyLeads &leads)
{
    const Budget *worst = tightestBudget(key);
    const double share = worst ? shareSpent(*worst).value_or(0) : 0;
    if (!worst || share < 0.8)
        return nullptr;
    const qint64 left = qMax<qint64>(0, worst->nanos - *worst->spentNanos);
    const QString rest = left == 0
        ? Words::tr("Its calls are refused until the budget resets or is raised.")
        : Words::tr("After another %1 its calls are refused.").arg(format::moneyWithCode(left, u"USD"_s));
    auto *notice = new Notice(share >= 0.95 ? Status::Bad : Status::Warn,
        Words::tr("%1 of the budget is spent").arg(format::percent(share)), rest);
    QObject::connect(notice->addAction(Words::tr("Show its requests")), &QPushButton::clicked, notice, leads.requests);
    return notice;
}

QString scheduleInWords(const RotationSchedule &schedule)
{
    const QString day = QLocale().toString(schedule.next, u"d MMM yyyy"_s);
    return Words::tr("%1, %2").arg(day, everyInWords(schedule.everyDays));
}

QWidget *rotationNotice(const KeyKnown &known, const KeyLeads &leads)
{
    const keys::Rotation &rotation = *known.rotation;
    const QString which = rotation.oldId == known.row.key.id
        ? Words::tr("Being replaced by “%1”").arg(format::orNone(rotation.newName))
        : Words::tr("Takes the place of “%1”").arg(rotation.oldName);
    auto *notice = new Notice(Status::Info, which, standOf(rotation));
    QPushButton *open = notice->addAction(Words::tr("Open the rotation"));
    open->setObjectName(u"openRunbook"_s);
    QObject::connect(open, &QPushButton::clicked, notice, leads.runbook);
    return notice;
}

QWidget *proofNotice(const KeyKnown &known, const KeyLeads &leads)
{
    const QString which = known.row.key.enabled ? Words::tr("Expired") : Words::tr("Disabled");
    auto *notice = new Notice(Status::Info, which,
        Words::tr("That the gateway says so is no proof: some go on serving such a key for a minute."));
    QPushButton *prove = notice->addAction(Words::tr("Prove it is refused…"));
    prove->setObjectName(u"proveRefused"_s);
    QObject::connect(prove, &QPushButton::clicked, notice, leads.prove);
    return notice;
}

QWidget *facts(const KeyPlace &place, const KeyKnown &known)
{
    const Key &key = known.row.key;
    const Passport &passport = key.passport;
    const auto at = [&](const std::optional<QDateTime> &when, const QString &without) {
        return when ? moment(*when, place.zone, known.now) : without;
    };
    QList<QWidget *> all{fact(Words::tr("Owner"), passport.owner.isEmpty() ? Words::tr("no owner") : passport.owner)};
    const auto add = [&all](const QString &name, const QString &value) {
        if (!value.isEmpty())
            all << fact(name, value);
    };
    add(Words::tr("Application"), passport.application);
    add(Words::tr("Environment"), passport.environment);
    add(Words::tr("Ticket"), passport.ticket);
    add(Words::tr("Created"), at(key.createdAt, {}));
    all << fact(Words::tr("Expires"), expiry(key, place.zone));
    all << fact(Words::tr("Last call"), at(key.lastUsedAt, Words::tr("never")));
    if (key.previousUntil && *key.previousUntil > known.now)
        add(Words::tr("Old secret works until"), dayAndTime(*key.previousUntil, place.zone));
    add(Words::tr("Rotated"), at(key.rotatedAt, {}));
    add(Words::tr("Spent in all"), key.spentNanos ? format::moneyWithCode(*key.spentNanos, u"USD"_s) : QString());
    add(Words::tr("Review on"),
        passport.reviewDate.isValid() ? QLocale().toString(passport.reviewDate, u"d MMM yyyy"_s) : QString());
    add(Words::tr("Purpose"), passport.purpose);
    if (known.schedule)
        add(Words::tr("Rotate on"), scheduleInWords(*known.schedule));
    add(Words::tr("Took the place of"), known.before.join(u", "_s));
    return gridOf(all);
}

QWidget *scope(const Key &key)
{
    QLabel *title = caption(Words::tr("Aliases this key may call"));
    if (key.aliases.isEmpty())
        return stacked({title, wrapped(Words::tr("every alias of the gateway"), Type::Body)}, space::xs);
    auto *chips = new QWidget;
    auto *line = new FlowLayout(space::xs);
    chips->setLayout(line);
    chips->setAccessibleName(Words::tr("Aliases"));
    for (const QString &alias : key.aliases)
        line->addWidget(new Chip(alias, false));
    return stacked({title, chips}, space::xs);
}

// As the bar beside it.
Ink inkOf(const Meter &meter)
{
    if (meter.used >= meter.badAt)
        return Ink::Bad;
    return meter.used >= meter.warnAt ? Ink::Warn : Ink::Text;
}

QWidget *budgetLine(const Budget &budget, const QDateTime &now)
{
    QLabel *title = caption(budgetTitle(budget.window));
    const QString limit = format::moneyWithCode(budget.nanos, u"USD"_s);
    const auto share = shareSpent(budget);
    if (!share)
        return stacked(
            {title, wrapped(Words::tr("%1; what is spent of it is not told").arg(limit), Type::Body)}, space::xs);
    const Meter meter{*share, evenShare(budget, now).value_or(-1)};
    const QString percent = format::percent(*share);
    QWidget *figures = row({label(format::money(*budget.spentNanos), Type::Title),
        label(Words::tr("of %1").arg(limit), Type::Body, Ink::Muted), spacer(),
        label(percent, Type::Strong, inkOf(meter))});
    auto *bar = new MeterBar(meter, Words::tr("%1 used").arg(percent));
    if (meter.expected < 0)
        return stacked({title, figures, bar}, space::xs);
    return stacked({title, figures, bar, caption(Words::tr("Mark: where an even spend would be by now."))}, space::xs);
}

QWidget *guardLine(const guards::GuardService::Line &line)
{
    const double share = line.guard.nanos > 0 ? double(line.spend.nanos) / double(line.guard.nanos) : 0;
    auto *bar = new MeterBar(Meter{share, -1}, Words::tr("%1 used").arg(format::percent(share)));
    const QString known = format::money(line.spend.nanos); // in the currency of the limit beside it
    const QString spent = line.spend.untold > 0 ? Words::tr("at least %1").arg(known) : known;
    QLabel *words =
        wrapped(Words::tr("%1 of %2: %3").arg(spent, guards::limitOf(line.guard), guards::stateOf(line)), Type::Body);
    return stacked({caption(Words::tr("Guard, enforced only while this program runs")), words, bar}, space::xs);
}

QString spendInWords(const KeyTraces &traces)
{
    const QString calls = Words::tr("%Ln call(s)", nullptr, int(traces.totals.requests));
    if (!traces.totals.costNanos)
        return Words::tr("%1, cost unknown").arg(calls);
    return Words::tr("%1 in %2").arg(format::moneyWithCode(*traces.totals.costNanos, u"USD"_s), calls);
}

QPushButton *lead(const QString &words, const std::function<void()> &to)
{
    QPushButton *made = button(words, Role::Quiet);
    QObject::connect(made, &QPushButton::clicked, made, to);
    return made;
}

QWidget *course(const KeyKnown &known, const KeyLeads &leads)
{
    const KeyTraces &traces = known.traces;
    auto *spark = new Spark(traces.days, Words::tr("Spend by day: %1").arg(spendInWords(traces)));
    spark->setMinimumHeight(scaled(64));
    QPushButton *more = lead(Words::tr("Show in Usage"), leads.usage);
    more->setObjectName(u"keyUsage"_s);
    QWidget *title = row({caption(Words::tr("Spend, last %1 days").arg(traceDays)), more}, space::s, 0);
    const QString said = known.before.isEmpty()
        ? spendInWords(traces)
        : Words::tr("%1, with those of %2").arg(spendInWords(traces), known.before.join(u", "_s));
    return stacked({title, spark, caption(said)}, space::xs);
}

Status statusOf(const keys::Past &past)
{
    if (!past.entry.closed)
        return Status::Unknown;
    if (past.entry.failure)
        return Status::Bad;
    return past.takenBack ? Status::Skipped : Status::Ok;
}

QString wordOf(const keys::Past &past)
{
    if (!past.entry.closed)
        return Words::tr("end unknown");
    if (past.entry.failure)
        return Words::tr("not done");
    return past.takenBack ? Words::tr("taken back") : Words::tr("done");
}

QWidget *pastLine(const keys::Past &past, const KeyPlace &place, const QDateTime &now)
{
    const QString who = Words::tr("%1 by %2").arg(moment(past.entry.at, place.zone, now), past.entry.by);
    QWidget *title =
        row({wrapped(deedOf(past.entry.change), Type::Strong), new Pill(statusOf(past), wordOf(past))}, space::s, 0);
    QList<QWidget *> words{title, caption(who)};
    if (const QString end = endOf(past, place, now); !end.isEmpty())
        words << wrapped(end, Type::Body);
    return stacked(words, space::hair);
}

} // namespace

bool hasFacts(KeyView view, const KeyKnown &known)
{
    switch (view) {
    case KeyView::Reach:
        return !known.offered.isEmpty();
    case KeyView::Usage:
        return known.traces.totals.requests > 0;
    case KeyView::History:
        return !known.traces.past.isEmpty();
    case KeyView::Passport:
        break;
    }
    return true;
}

QString titleOf(KeyView view)
{
    switch (view) {
    case KeyView::Reach:
        return Words::tr("Reach");
    case KeyView::Usage:
        return Words::tr("Usage");
    case KeyView::History:
        return Words::tr("History");
    case KeyView::Passport:
        break;
    }
    return Words::tr("Passport");
}

QWidget *passportView(const KeyPlace &place, const KeyKnown &known, const KeyLeads &leads)
{
    const Key &key = known.row.key;
    QList<QWidget *> parts;
    if (QWidget *notice = warning(key, leads))
        parts << notice;
    if (known.rotation)
        parts << rotationNotice(known, leads);
    if (known.refusable)
        parts << proofNotice(known, leads);
    parts << facts(place, known) << scope(key);
    for (const Budget &each : key.budgets)
        parts << budgetLine(each, known.now);
    if (key.budgets.isEmpty())
        parts << fact(Words::tr("Budget"), Words::tr("no limit"));
    for (const guards::GuardService::Line &each : known.guards)
        parts << guardLine(each);
    if (const QStringList limits = boundsInWords(key) + ratesInWords(key); !limits.isEmpty())
        parts << fact(Words::tr("Further limits"), limits.join(u' '));
    if (known.traces.totals.requests > 0)
        parts << course(known, leads);
    return stacked(parts, space::m);
}

QWidget *usageView(const KeyKnown &known, const KeyLeads &leads)
{
    const usage::Totals &totals = known.traces.totals;
    const auto tokens = [](const std::optional<qint64> &n) { return n ? format::compact(*n) : format::none(); };
    const QString errors = Words::tr("%1 (%2)").arg(
        format::count(totals.errors), format::percent(double(totals.errors) / double(totals.requests)));
    QWidget *figures = gridOf({fact(Words::tr("Calls"), format::count(totals.requests)),
        fact(Words::tr("Errors"), errors), fact(Words::tr("Tokens in"), tokens(totals.inputTokens)),
        fact(Words::tr("Tokens out"), tokens(totals.outputTokens))});
    QList<QWidget *> parts{course(known, leads), figures};
    if (totals.unknownCostRows > 0)
        parts << caption(
            Words::tr("%Ln call(s) of unknown cost are not in the spend.", nullptr, int(totals.unknownCostRows)));
    parts << flow({lead(Words::tr("Show its requests"), leads.requests)});
    return stacked(parts, space::m);
}

QWidget *historyView(const KeyPlace &place, const KeyKnown &known, const KeyLeads &leads)
{
    const QList<keys::Past> &past = known.traces.past;
    QList<QWidget *> lines;
    if (const keys::Past *newest = undoable(past); newest && reasonAgainstEdit(place).isEmpty()) {
        QPushButton *back = button(Words::tr("Take the last change back"));
        back->setObjectName(u"takeBack"_s);
        back->setToolTip(deedOf(newest->entry.change));
        QObject::connect(back, &QPushButton::clicked, back, leads.takeBack);
        lines << flow({back});
    }
    for (const keys::Past &each : past.first(qMin<qsizetype>(past.size(), courseShown)))
        lines << pastLine(each, place, known.now);
    if (past.size() > courseShown)
        lines << caption(Words::tr("%n older change(s) are in the journal.", nullptr, int(past.size()) - courseShown));
    return stacked(lines, space::m);
}

} // namespace pages
