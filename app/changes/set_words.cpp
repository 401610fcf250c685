// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/set_words.h"
#include "changes/words.h"

namespace changes {

QString inWords(const ChangeSet &set)
{
    if (set.interrupted)
        return set.state == SetState::Undoing ? Words::tr("undo interrupted") : Words::tr("interrupted");
    switch (set.state) {
    case SetState::Open:
        return Words::tr("open");
    case SetState::Applying:
        return Words::tr("being applied");
    case SetState::Stopped:
        return Words::tr("stopped");
    case SetState::Applied:
        return Words::tr("applied");
    case SetState::Undoing:
        return Words::tr("being undone");
    case SetState::HalfUndone:
        return Words::tr("half undone");
    case SetState::Undone:
        return Words::tr("undone");
    case SetState::Dropped:
        return Words::tr("dropped");
    }
    return {};
}

QString inWords(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return Words::tr("waits");
    case StepState::Doing:
    case StepState::Undoing:
        return Words::tr("begun");
    case StepState::Done:
        return Words::tr("done");
    case StepState::Failed:
        return Words::tr("failed");
    case StepState::Undone:
        return Words::tr("undone");
    case StepState::Kept:
        return Words::tr("stays");
    }
    return {};
}

QString inWords(StepRemark remark)
{
    switch (remark) {
    case StepRemark::None:
        return {};
    case StepRemark::SecretLost:
        return Words::tr("its secret was told to nobody: rotate the key, or delete it");
    case StepRemark::WasSo:
        return Words::tr("it was so already");
    case StepRemark::MadeAnew:
        return Words::tr("made again with a new id and a new secret; the old ones do not come back");
    case StepRemark::RotationStays:
        return Words::tr("a rotation cannot be undone");
    case StepRemark::CannotCreate:
        return Words::tr("a deleted key cannot be made again on this gateway");
    }
    return {};
}

QString objectInWords(const Edit &edit)
{
    return std::holds_alternative<AliasChange>(edit) ? Words::tr("alias") : Words::tr("key");
}

QString verbInWords(const Edit &edit)
{
    switch (verbOf(edit)) {
    case Verb::Create:
        return Words::tr("create");
    case Verb::Change:
        return Words::tr("change");
    case Verb::Delete:
        return Words::tr("delete");
    case Verb::Rotate:
        return Words::tr("rotate");
    case Verb::Reveal:
        return Words::tr("show the secret again");
    }
    return {};
}

} // namespace changes
