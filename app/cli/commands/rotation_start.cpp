// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/rotation_view.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "keys/schedule.h"
#include "workspace/store_ports.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"rotation start"_s;

static Maybe<int> drainHours(const Args &args)
{
    bool number = true;
    const int hours = args.has("drain-hours") ? args.value("drain-hours").toInt(&number) : 24;
    if (number && hours >= 1 && hours <= 24 * 90)
        return hours;
    return misuse(u"--drain-hours"_s,
        Words::tr("\"%1\" is no number of hours from 1 to 2160").arg(args.value("drain-hours")), u"--drain-hours 24"_s);
}

// Counted on from the old name until the gateway has no such key.
static Task<QString> freeName(gateway::Keys &facet, QString old)
{
    QStringList taken;
    for (int turn = 0; turn < 100; ++turn) {
        const QString tried = keys::successorName(old, taken);
        const auto there = co_await facet.named(tried);
        if (!there || there->isEmpty())
            co_return tried;
        taken << tried;
    }
    co_return old + u"-next"_s;
}

static keys::Rotation rotationOf(const Context &context, const Key &old, int hours)
{
    keys::Rotation rotation;
    rotation.oldId = old.id;
    rotation.oldName = old.name;
    rotation.reason = context.args.value("reason");
    rotation.drainHours = hours;
    rotation.begun = Clock().now();
    return rotation;
}

// Noted first, so that a successor that was made never stands there without its rotation.
static Task<int> begun(Context &context, FoundKey found, keys::Rotation wanted, QString name)
{
    const QString profile = found.session->state().profile.id;
    const keys::Rotations book(context.workspace().store(), profile);
    const auto rotation = co_await book.begin(wanted);
    if (!rotation && rotation.error().kind == FailureKind::Conflict)
        co_return context.failed(misuse(what, Words::tr("the key %1 is being rotated already").arg(found.key.name),
            context.hint(u"rotation list"_s))
                                     .value());
    if (!rotation)
        co_return context.failed(trouble(what, rotation.error()).value());
    changes::Change change;
    change.after = keys::successorOf(found.key, name);
    const QString question = Words::tr("create the key %1 to take the place of %2").arg(name, found.key.name);
    const auto done = co_await writeKey(context, *found.session, change, question);
    if (!done) {
        co_await book.abandon(rotation->id);
        co_return context.failed(done.error());
    }
    const keys::StepDone how{Clock().now(), workspace::systemUser(), {}, true};
    const auto kept = co_await book.created(rotation->id, done->change.after->id, name, how);
    printSecretOnce(context, *done,
        Words::tr("rotation %1: created %2 (%3); its secret is shown this once:")
            .arg(QString::number(rotation->id), name, done->change.after->id));
    if (!kept)
        co_return context.failed(trouble(what, kept.error()).value());
    const keys::Schedules schedules(context.workspace().store(), profile);
    const Key made = *done->change.after;
    const Result<> moved = co_await schedules.rotated(found.key.id, made.id, made.name, how.at.date());
    if (!moved)
        co_return context.failed(trouble(what, moved.error()).value());
    context.out.note(
        Words::tr("next: %1").arg(context.hint(u"rotation prove %1 --key-env NEW_KEY"_s.arg(rotation->id))));
    co_return AllWell;
}

static Task<int> run(Context &context)
{
    const auto hours = drainHours(context.args);
    if (!hours)
        co_return context.failed(hours.error());
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    if (!found->session->features().has(gateway::Feature::CreateKey))
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"create key"_s, 0}, found->session->attempt()).value());
    QString name = context.args.value("as");
    if (name.isEmpty())
        name = co_await freeName(*found->session->admin().keys(), found->key.name);
    co_return co_await begun(context, *found, rotationOf(context, found->key, *hours), name);
}

extern const Command rotationStart;
const Command rotationStart{"rotation start", "KEY",
    QT_TRANSLATE_NOOP("Words",
        "creates a successor with the same settings and prints its secret, once; both keys work "
        "until the old one is drained"),
    "rotation start demo-app --reason yearly",
    {{"as", "NAME", QT_TRANSLATE_NOOP("Words", "the name of the new key (default: the old one's with -2)")},
        {"drain-hours", "N",
            QT_TRANSLATE_NOOP("Words", "hours without a call before the old key counts as drained (default 24)")},
        reasonOption},
    run};

} // namespace cli
