// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/step_model.h"
#include "changes/set_words.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "pages/edit_words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace pages {

using changes::StepState;
using changes::Verb;
using kit::Status;

static kit::Glyph glyphOf(Verb verb)
{
    switch (verb) {
    case Verb::Create:
        return kit::Glyph::Add;
    case Verb::Delete:
        return kit::Glyph::Delete;
    case Verb::Rotate:
        return kit::Glyph::Refresh;
    case Verb::Reveal:
        return kit::Glyph::Reveal;
    case Verb::Change:
        break;
    }
    return kit::Glyph::Edit;
}

static QString reachOf(const changes::Step &step, const std::optional<changes::Radius> &radius, qsizetype at)
{
    if (changes::verbOf(step.wanted) == Verb::Create)
        return StepModel::tr("nobody yet");
    if (!radius || radius->known.rows == 0 || at >= radius->steps.size())
        return StepModel::tr("not known");
    const qint64 calls = radius->steps.at(at).calls;
    return calls == 0 ? StepModel::tr("no call in %n day(s)", nullptr, changes::usualDays)
                      : StepModel::tr("%Ln call(s)", nullptr, int(qMin<qint64>(calls, INT_MAX)));
}

static Status statusOf(StepState state)
{
    switch (state) {
    case StepState::Doing:
    case StepState::Undoing:
        return Status::Running;
    case StepState::Done:
        return Status::Ok;
    case StepState::Failed:
        return Status::Bad;
    case StepState::Undone:
        return Status::Skipped;
    case StepState::Kept:
        return Status::Warn;
    case StepState::Pending:
        break;
    }
    return Status::Pending;
}

static void judge(StepRow &row, const QList<changes::Concern> &concerns)
{
    const auto here = [&row](const changes::Concern &concern) { return concern.place == row.place; };
    const auto blocks = [&](const changes::Concern &concern) { return here(concern) && concern.blocks; };
    if (std::ranges::any_of(concerns, blocks)) {
        row.status = Status::Bad;
        row.word = StepModel::tr("blocked");
    } else if (std::ranges::any_of(concerns, here)) {
        row.status = Status::Warn;
        row.word = StepModel::tr("see note");
    }
}

static StepRow rowOf(
    const workspace::ChosenSet::State &state, const changes::Step &step, qsizetype at, const QTimeZone &zone)
{
    StepRow row;
    row.place = step.place;
    row.verb = changes::verbOf(step.wanted);
    row.name = titleOf(step.wanted);
    row.what = inOneLine(step.wanted, zone);
    row.reach = reachOf(step, state.radius, at);
    const bool whole = row.verb == Verb::Create || row.verb == Verb::Change
        || std::holds_alternative<changes::AliasChange>(step.wanted); // it has no secret and no id of its own
    row.undo = whole ? Status::Ok : row.verb == Verb::Delete ? Status::Warn : Status::Bad;
    row.undoWord = whole           ? StepModel::tr("yes")
        : row.verb == Verb::Delete ? StepModel::tr("partly")
                                   : StepModel::tr("no");
    row.status = statusOf(step.state);
    row.word = changes::inWords(step.state);
    if (step.state == StepState::Pending)
        judge(row, state.concerns);
    return row;
}

QList<StepRow> stepRows(const workspace::ChosenSet::State &state, const QTimeZone &zone)
{
    QList<StepRow> rows;
    if (!state.set)
        return rows;
    const QList<changes::Step> &steps = state.set->steps;
    for (qsizetype at = 0; at < steps.size(); ++at)
        rows << rowOf(state, steps.at(at), at, zone);
    QHash<int, qsizetype> turn;
    for (qsizetype i = 0; i < state.order.size(); ++i)
        turn.insert(state.order.at(i), i);
    std::ranges::stable_sort(rows, {}, [&turn](const StepRow &row) { return turn.value(row.place); });
    return rows;
}

Status statusOf(const changes::ChangeSet &set)
{
    if (set.interrupted)
        return Status::Bad;
    switch (set.state) {
    case changes::SetState::Applying:
    case changes::SetState::Undoing:
        return Status::Running;
    case changes::SetState::Stopped:
    case changes::SetState::HalfUndone:
        return Status::Warn;
    case changes::SetState::Applied:
        return Status::Ok;
    case changes::SetState::Undone:
    case changes::SetState::Dropped:
        return Status::Skipped;
    case changes::SetState::Open:
        break;
    }
    return Status::Draft;
}

static QVariant more(const StepRow &row, int role)
{
    if (role == kit::cell::Mark)
        return int(glyphOf(row.verb));
    return role == Qt::ToolTipRole ? QVariant(row.name) : QVariant();
}

static QVariant whole(const StepRow &row, int role)
{
    return role == Qt::ToolTipRole ? QVariant(row.what) : QVariant();
}

StepModel::StepModel()
    : RowModel({{tr("Change"), [](const StepRow &r) { return r.name; }, Qt::AlignLeft, more},
                   {tr("What"), [](const StepRow &r) { return r.what; }, Qt::AlignLeft, whole},
                   {tr("Reach"), [](const StepRow &r) { return r.reach; }},
                   {tr("Undo"), [](const StepRow &r) { return r.undoWord; }, Qt::AlignLeft,
                       [](const StepRow &r, int role) {
                           return role == kit::cell::State ? QVariant(int(r.undo)) : QVariant();
                       }},
                   {tr("State"), [](const StepRow &r) { return r.word; }, Qt::AlignLeft,
                       [](const StepRow &r, int role) {
                           return role == kit::cell::State ? QVariant(int(r.status)) : QVariant();
                       }}},
        [](const StepRow &r) { return QString::number(r.place); })
{}

} // namespace pages
