// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "base/wait.h"
#include "cli/demo/journey.h"
#include "cli/key_lookup.h"
#include "cli/smoke_view.h"
#include "cli/words.h"
#include "evidence/writer.h"
#include <QFileInfo>
#include <QHash>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli::demo {

static constexpr qint64 capNanos = 50'000'000; // 0.05 USD

Task<Result<>> issueKey(Journey &journey)
{
    const QList<Alias> &known = journey.session.state().aliases;
    if (known.size() < 3)
        co_return fail(FailureKind::NotFound, Words::tr("the gateway lists fewer than three aliases"));
    journey.aliases = {known.at(0).name, known.at(1).name};
    journey.foreign = known.at(2).name;
    changes::Change change;
    change.after = Key{.name = u"demo-app"_s, .aliases = journey.aliases};
    change.after->budgets.append(Budget{capNanos, u"lifetime"_s, std::nullopt});
    gateway::Keys &keys = *journey.session.admin().keys();
    const changes::Done done = co_await orReturn(changes::apply(keys, journey.session.journal(), change));
    journey.key = *done.change.after;
    journey.secret = done.secret.value_or(Secret());
    journey.session.setDataKey(journey.secret);
    journey.say(Words::tr("Key %1 for %2, cap %3").arg(journey.key.name, journey.aliases.join(u", "_s), usd(capNanos)));
    journey.expect(!journey.secret.isEmpty()
            && sameSettings(*change.after,
                [&] {
                    Key asked = journey.key;
                    asked.id.clear();
                    return asked;
                }()),
        Words::tr("the gateway says what was asked for"));
    co_return Result<>();
}

Task<Result<>> runSmoke(Journey &journey)
{
    journey.say(Words::tr("Smoke tests"));
    const smoke::Plan plan = co_await orReturn(journey.session.plan({}, journey.aliases, capNanos));
    journey.run = co_await runLive(journey.context, journey.session, plan);
    const smoke::RunService &runs = journey.session.smoke();
    for (int item = 0; item < runs.state().items.size(); ++item)
        for (const smoke::Evidence &call : runs.callsOf(item))
            if (call.url.path().endsWith("/chat/completions"_L1) && call.exchange.status != 0)
                journey.calls.append(Call{QString::fromLatin1(call.exchange.header("x-request-id")),
                    call.exchange.status, call.exchange.status != 401}); // the smoke tests try a wrong key of their own
    const bool passed = journey.run.outcome() <= Outcome::Unsupported;
    journey.expect(passed && !journey.run.checks.isEmpty(), Words::tr("every smoke test passed"));
    journey.expect(!runs.state().archiveFailure, Words::tr("the run is kept"));
    co_return Result<>();
}

// Rows are written a moment after the answer: asks again until the row is there.
static Task<std::optional<UsageRecord>> rowOf(Journey &journey, QString requestId)
{
    for (int attempt = 0; attempt < 50; ++attempt) {
        const auto row = co_await journey.session.sync().byRequest(requestId);
        if (row)
            co_return *row;
        co_await Pause(100ms);
    }
    co_return std::nullopt;
}

namespace {

// What the rows of the demo's calls say together.
struct Found
{
    int missing = 0;
    int differing = 0; // another status or key than the call had
    int unknown = 0; // rows of the key without a cost: broken off by the caller
    qint64 cost = 0;
    QHash<QString, qint64> costs; // known ones, by request id
};

} // namespace

static void add(Found &found, const Call &call, const std::optional<UsageRecord> &row, const QString &key)
{
    if (!row) {
        ++found.missing;
        return;
    }
    found.differing += row->status != call.status || (row->key == key) != call.withKey ? 1 : 0;
    found.unknown += call.withKey && !row->costNanos ? 1 : 0;
    found.cost += call.withKey ? row->costNanos.value_or(0) : 0;
    if (row->costNanos)
        found.costs.insert(call.requestId, *row->costNanos);
}

// Where the answers told their usage, their cost and that of the rows are the same.
static void compareCosts(Journey &journey, const Found &found)
{
    int compared = 0;
    int differing = 0;
    for (const CheckReport &check : journey.run.checks) {
        qint64 rows = 0;
        for (const QString &id : check.requestIds)
            rows += found.costs.value(id, 0);
        compared += check.costNanos.value_or(0) > 0 ? 1 : 0;
        differing += check.costNanos.value_or(0) > 0 && check.costNanos != rows ? 1 : 0;
    }
    journey.expect(compared > 0 && differing == 0,
        Words::tr("the usage told by the answers of %n test(s) costs what their rows say", nullptr, compared));
}

Task<Result<>> findUsage(Journey &journey)
{
    journey.say(Words::tr("Usage"));
    Found found;
    for (const Call &call : std::as_const(journey.calls)) {
        const auto row = co_await rowOf(journey, call.requestId);
        add(found, call, row, journey.key.name);
    }
    co_await orReturn(journey.session.sync().syncNow());
    const Key now = co_await orReturn(journey.session.admin().keys()->find(journey.key.id));
    journey.expect(found.missing == 0 && !journey.calls.isEmpty(),
        Words::tr("%n call(s), each with its row, found by request id", nullptr, int(journey.calls.size())));
    journey.expect(found.differing == 0, Words::tr("each row has the status of its answer and the key's name"));
    compareCosts(journey, found);
    // A call that its caller broke off has no known cost; the gateway counts its upper bound against the cap.
    const bool counted = found.unknown > 0 ? now.spentNanos >= found.cost : now.spentNanos == found.cost;
    journey.expect(counted,
        Words::tr("the rows add up to %1, the gateway counts %2, with %n call(s) of unknown cost at their bound",
            nullptr, found.unknown)
            .arg(usd(found.cost), usd(now.spentNanos)));
    co_return Result<>();
}

void lookForReports(Journey &journey)
{
    const QString folder = journey.context.workspace().runs().folderOf(journey.run.id);
    journey.say(Words::tr("Reports"));
    for (const evidence::Writer *writer : evidence::writers()) {
        const QString file = folder + u'/' + QLatin1StringView(writer->file);
        journey.expect(QFileInfo(file).size() > 0, file);
    }
}

} // namespace cli::demo
