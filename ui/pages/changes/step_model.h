// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "kit/status.h"
#include "workspace/chosen_set.h"
#include <QTimeZone>

namespace pages {

// One step of a change set as the list shows it.
struct StepRow
{
    int place = 0;
    changes::Verb verb = changes::Verb::Change;
    QString name; // "Key checkout-prod"
    QString what;
    QString reach; // who would feel it
    kit::Status undo = kit::Status::Ok;
    QString undoWord;
    kit::Status status = kit::Status::Pending;
    QString word; // where it stands

    friend bool operator==(const StepRow &, const StepRow &) = default;
};

// The steps in the order in which they are applied.
QList<StepRow> stepRows(const workspace::ChosenSet::State &state, const QTimeZone &zone);
// A set as a whole: the shape of its state.
kit::Status statusOf(const changes::ChangeSet &set);

class StepModel final : public kit::RowModel<StepRow>
{
    Q_OBJECT

public:
    enum Column { Change, What, Reach, Undo, State };
    StepModel();
};

} // namespace pages
