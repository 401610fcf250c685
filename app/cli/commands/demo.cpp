// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "cli/demo/journey.h"
#include "cli/words.h"
#include "secrets/vaults.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"demo"_s;

static Task<Result<>> allSteps(demo::Journey &journey)
{
    co_await orReturn(demo::issueKey(journey));
    co_await orReturn(demo::runSmoke(journey));
    co_await orReturn(demo::proveRefusals(journey));
    co_await orReturn(demo::findUsage(journey));
    co_await orReturn(demo::disableKey(journey));
    demo::lookForReports(journey);
    co_return Result<>();
}

static int print(demo::Journey &journey, const QString &dir)
{
    Context &context = journey.context;
    const QString evidence = context.workspace().runs().folderOf(journey.run.id);
    const bool well = journey.mismatches.isEmpty();
    context.out.document({{u"data_dir"_s, dir}, {u"evidence"_s, evidence}, {u"run"_s, journey.run.id},
        {u"key"_s, journey.key.name}, {u"calls"_s, journey.calls.size()}, {u"passed"_s, well},
        {u"mismatches"_s, QJsonArray::fromStringList(journey.mismatches)}});
    context.out.line(
        well ? Words::tr("All as it should be.") : Words::tr("Mismatches: %1").arg(journey.mismatches.size()));
    context.out.line(Words::tr("data:     %1").arg(dir));
    context.out.line(Words::tr("evidence: %1").arg(evidence));
    context.out.line(Words::tr("look at it with: gwctl --data-dir %1 run list").arg(dir));
    return well ? AllWell : CheckFailed;
}

static Task<int> withGateway(Context &context)
{
    workspace::LiveWorkspace &workspace = context.workspace();
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    context.out.note(Words::tr("Embedded gateway at %1").arg((*session)->state().profile.dataUrl.toString()));
    demo::Journey journey{context, **session};
    const Result<> done = co_await allSteps(journey);
    if (!done)
        co_return context.failed(trouble(what, done.error()).value());
    co_await workspace.host().stopped();
    co_return print(journey, context.dataDir());
}

// A data dir of its own at each run; its secrets live in memory only, so that no keyring is needed.
static Task<int> run(Context &context)
{
    const QString stamp = Clock().now().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    context.useDataDir(context.dataDir() + u"/demo-"_s + stamp, secrets::VaultKind::Session);
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    workspace::GatewayWish wish;
    wish.listen = workspace::Listen{u"127.0.0.1"_s, 0};
    wish.seed = proxy::Seed::Demo;
    wish.keepsLog = false;
    (*workspace)->host().setWish(wish);
    const Result<> up = co_await (*workspace)->host().started();
    if (!up)
        co_return context.failed(trouble(what, up.error()).value());
    co_return co_await withGateway(context);
}

extern const Command demo_;
const Command demo_{
    "demo", "", QT_TRANSLATE_NOOP("Words", "the whole journey on the embedded gateway, offline"), "demo", {}, run};

} // namespace cli
