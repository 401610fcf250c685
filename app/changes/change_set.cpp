// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_set.h"
#include <algorithm>
#include <QHash>

using namespace Qt::StringLiterals;

namespace changes {

QString nameOf(StepState state)
{
    static const QStringList names{
        u"pending"_s, u"doing"_s, u"done"_s, u"failed"_s, u"undoing"_s, u"undone"_s, u"kept"_s};
    return names.value(qsizetype(state));
}

QString nameOf(SetState state)
{
    static const QStringList names{u"open"_s, u"applying"_s, u"stopped"_s, u"applied"_s, u"undoing"_s, u"half_undone"_s,
        u"undone"_s, u"dropped"_s};
    return names.value(qsizetype(state));
}

QString nameOf(StepRemark remark)
{
    static const QStringList names{
        QString(), u"secret_lost"_s, u"was_so"_s, u"made_anew"_s, u"rotation_stays"_s, u"cannot_create"_s};
    return names.value(qsizetype(remark));
}

QString nameOf(Verb verb)
{
    static const QStringList names{u"create"_s, u"change"_s, u"delete"_s, u"rotate"_s, u"reveal"_s};
    return names.value(qsizetype(verb));
}

SetSummary summaryOf(ChangeSet set)
{
    const auto count = [&set](StepState state) { return qint64(std::ranges::count(set.steps, state, &Step::state)); };
    SetSummary summary{{}, set.steps.size(), count(StepState::Done), count(StepState::Failed)};
    set.steps.clear();
    summary.head = std::move(set);
    return summary;
}

static bool waits(const Step &step)
{
    return step.state == StepState::Pending || step.state == StepState::Failed;
}

// What tells an object apart; two that are yet to be created are told apart by their names.
static QString identityOf(const Edit &edit)
{
    const QString id = idOf(edit);
    return objectOf(edit) + (id.isEmpty() ? u"/new/"_s + nameOf(edit) : u"/id/"_s + id);
}

// The steps that wait, by their objects.
static QHash<QString, qsizetype> waitingIn(const ChangeSet &set)
{
    QHash<QString, qsizetype> waiting;
    for (qsizetype at = set.steps.size() - 1; at >= 0; --at) // the first of two counts
        if (waits(set.steps.at(at)))
            waiting.insert(identityOf(set.steps.at(at).wanted), at);
    return waiting;
}

static void put(ChangeSet &set, const Edit &edit, QHash<QString, qsizetype> &waiting)
{
    const QString identity = identityOf(edit);
    const auto same = waiting.constFind(identity);
    if (same == waiting.cend()) {
        const int place = set.steps.isEmpty() ? 1 : set.steps.last().place + 1;
        waiting.insert(identity, set.steps.size());
        set.steps << Step{place, edit, StepState::Pending, {}, {}, StepRemark::None};
        return;
    }
    Step &step = set.steps[*same]; // a key that was made and could not be given out stays known
    step = Step{step.place, edit, StepState::Pending, step.found, {}, StepRemark::None};
}

Result<> stage(ChangeSet &set, const QList<Edit> &edits, bool joins)
{
    if (set.state != SetState::Open && set.state != SetState::Stopped)
        return fail(
            FailureKind::Conflict, u"change set %1 is %2 and takes no more"_s.arg(set.id).arg(nameOf(set.state)));
    QHash<QString, qsizetype> waiting = waitingIn(set);
    for (const Edit &given : edits) {
        const Edit edit = inWholeSeconds(given);
        const auto same = waiting.constFind(identityOf(edit));
        const bool both = joins && same != waiting.cend() && !changesNothing(edit);
        put(set, both ? joined(set.steps.at(*same).wanted, edit) : edit, waiting);
    }
    set.steps.removeIf([](const Step &step) { return waits(step) && changesNothing(step.wanted); });
    return {};
}

Result<> stage(ChangeSet &set, const Edit &edit)
{
    return stage(set, QList<Edit>{edit}, false);
}

Result<> unstage(ChangeSet &set, int place)
{
    const bool open = set.state == SetState::Open || set.state == SetState::Stopped;
    const auto removed =
        set.steps.removeIf([place, open](const Step &step) { return open && waits(step) && step.place == place; });
    if (removed == 0)
        return fail(FailureKind::NotFound, u"change set %1 has no waiting step %2"_s.arg(set.id).arg(place));
    return {};
}

} // namespace changes
