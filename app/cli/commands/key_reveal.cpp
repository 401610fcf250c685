// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include "workspace/reveal_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key reveal"_s;

static Task<int> run(Context &context)
{
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    workspace::LiveSession &session = *found->session;
    if (!session.features().has(gateway::Feature::RevealKey))
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"reveal key"_s, 0}, session.attempt()).value());
    changes::Change change;
    change.before = found->key;
    change.after = found->key;
    change.reveals = true;
    const QString question = Words::tr("show the secret of the key %1").arg(found->key.name);
    const auto done = co_await writeKey(context, session, change, question);
    if (!done)
        co_return context.failed(done.error());
    printSecretOnce(context, *done, Words::tr("the secret of %1 (%2):").arg(found->key.name, found->key.id));
    if (const QString left = workspace::revealsLeft(session); !left.isEmpty())
        context.out.note(left);
    if (done->noteFailure)
        context.out.note(Words::tr("the journal could not note its end; its line stays open"));
    co_return AllWell;
}

extern const Command keyReveal;
const Command keyReveal{"key reveal", "ID",
    QT_TRANSLATE_NOOP("Words", "prints the secret of a key again, where the gateway keeps it; the journal notes it"),
    "key reveal demo-app --reason 'lost by the team'", {reasonOption}, run};

} // namespace cli
