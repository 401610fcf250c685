// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/attention.h"
#include "kit/format.h"
#include "pages/overview/guard_attention.h"
#include "pages/overview/key_attention.h"
#include "pages/overview/model_attention.h"
#include "pages/overview/rotation_attention.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qint64 staleAfterSeconds = 15LL * 60;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

static QString forTime(const QDateTime &since, const QDateTime &now)
{
    return say(QT_TRANSLATE_NOOP("pages::overview", "for %1")).arg(ago(since, now));
}

static QList<Attention> ofGateway(const Facts &facts)
{
    if (!facts.embedded || !facts.gatewayOff)
        return {};
    Attention line;
    line.title = say(QT_TRANSLATE_NOOP("pages::overview", "The test gateway is off"));
    line.detail = say(QT_TRANSLATE_NOOP("pages::overview", "Calls to it are refused, and keys cannot be changed."));
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Start gateway"));
    line.act = Attention::Act::StartGateway;
    return {line};
}

// A stopped gateway says why nothing is read: one line is enough.
static QList<Attention> ofSync(const Facts &facts)
{
    const bool stale = facts.syncedAt && facts.syncedAt->secsTo(facts.now) > staleAfterSeconds;
    if (!facts.syncs || facts.syncing || (facts.embedded && facts.gatewayOff) || (!stale && !facts.syncFailure))
        return {};
    Attention line;
    line.title = facts.syncFailure
        ? say(QT_TRANSLATE_NOOP("pages::overview", "Usage could not be read"))
        : say(QT_TRANSLATE_NOOP("pages::overview", "Usage is %1 old")).arg(ago(*facts.syncedAt, facts.now));
    line.detail = facts.syncedAt
        ? say(QT_TRANSLATE_NOOP("pages::overview", "What you see is of %1; newer calls are missing."))
              .arg(clock(*facts.syncedAt))
        : say(QT_TRANSLATE_NOOP("pages::overview", "No usage was ever read from this gateway."));
    if (facts.syncFailure)
        line.detail = whyOf(*facts.syncFailure, facts.attempt) + u' ' + line.detail;
    line.status = facts.syncFailure ? kit::Status::Bad : kit::Status::Warn;
    line.since = facts.syncedAt ? forTime(*facts.syncedAt, facts.now) : QString();
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Read now"));
    line.act = Attention::Act::Sync;
    return {line};
}

static const Reason *worstReason(const RunReport &run)
{
    const Reason *worst = nullptr;
    for (const CheckReport &check : run.checks)
        for (const Reason &reason : check.reasons)
            if (!worst || reason.outcome > worst->outcome)
                worst = &reason;
    return worst;
}

static QList<Attention> ofRun(const Facts &facts)
{
    if (!facts.lastRun || !facts.lastRun->ended)
        return {};
    const RunReport &run = *facts.lastRun;
    const auto failed = std::count_if(run.checks.cbegin(), run.checks.cend(),
        [](const CheckReport &check) { return check.outcome == Outcome::Failed; });
    if (failed == 0)
        return {};
    Attention line;
    line.status = kit::Status::Bad;
    line.title = say(QT_TRANSLATE_NOOP("pages::overview", "Last smoke run: %1 of %2 checks failed"))
                     .arg(failed)
                     .arg(run.checks.size());
    const Reason *worst = worstReason(run);
    line.detail = worst ? worst->text : QString();
    line.since = forTime(*run.ended, facts.now);
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "See the run"));
    line.page = u"smoke"_s;
    line.filter = run.id;
    return {line};
}

// Half a set on the gateway: it goes on, or is taken back.
static QList<Attention> ofSets(const Facts &facts)
{
    using changes::SetState;
    QList<Attention> lines;
    for (const changes::SetSummary &set : facts.sets) {
        const bool half = set.head.state == SetState::Stopped || set.head.state == SetState::HalfUndone;
        if (!set.head.interrupted && !half)
            continue;
        Attention line;
        line.status = set.head.interrupted ? kit::Status::Bad : kit::Status::Warn;
        line.title =
            (set.head.interrupted ? say(QT_TRANSLATE_NOOP("pages::overview", "Change set #%1 was broken off"))
                                  : say(QT_TRANSLATE_NOOP("pages::overview", "Change set #%1 stopped half way")))
                .arg(set.head.id);
        line.detail = say(
            QT_TRANSLATE_NOOP("pages::overview", "%1 of %2 changes are on the gateway. Let it go on, or take it back."))
                          .arg(kit::format::count(set.done), kit::format::count(set.steps));
        line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "See the set"));
        line.page = u"changes"_s;
        line.filter = QString::number(set.head.id);
        lines << line;
    }
    return lines;
}

static QList<Attention> ofRows(const Facts &facts)
{
    if (facts.unknownCostRows <= 0)
        return {};
    Attention line;
    // Not inside translate(): lupdate reads a template argument there for ever.
    const auto rows = int(std::min<qint64>(facts.unknownCostRows, std::numeric_limits<int>::max()));
    line.title =
        QCoreApplication::translate("pages::overview", "%Ln call(s) of today have no known cost", nullptr, rows);
    line.detail = say(QT_TRANSLATE_NOOP("pages::overview",
                          "%1 of %2 calls. The spend shown is too low by what they cost: they ended before their "
                          "tokens were told, or "
                          "their alias has no price."))
                      .arg(kit::format::count(facts.unknownCostRows), kit::format::count(facts.requests));
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "See requests"));
    line.page = u"requests"_s;
    line.filter = u"cost = unknown and ts >= %1"_s.arg(facts.since);
    return {line};
}

QList<Attention> attentionLines(const Facts &facts)
{
    QList<Attention> lines = ofGateway(facts) + ofSync(facts) + ofRun(facts) + ofSets(facts)
        + ofGuards(facts.guards, facts.now) + ofSchedules(facts.schedules, facts.rotations, facts.rotates, facts.now)
        + ofKeys(facts.keys, facts.now) + ofModels(facts.findings) + ofRows(facts);
    std::stable_sort(lines.begin(), lines.end(), [](const Attention &a, const Attention &b) {
        return a.status == kit::Status::Bad && b.status != kit::Status::Bad;
    });
    return lines;
}

} // namespace pages
