// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/revoke_work.h"
#include "base/or_return.h"
#include "gateway/facets.h"
#include "store/key_follow.h"
#include "store/store.h"
#include "workspace/proof_source.h"
#include "workspace/refusal_proof.h"

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

RevokedLine lineOf(const Profile &profile, const Key &key, RevokedLine::Result result)
{
    RevokedLine line;
    line.profileId = profile.id;
    line.profile = profile.name;
    line.key = key;
    line.result = result;
    line.readOnly = result == RevokedLine::Result::Failed && profile.readOnly;
    return line;
}

// Of a gateway that lists no keys nobody knows: that is no failure, but somebody has to look.
RevokedLine unasked(const Profile &profile, const Failure &failure)
{
    const bool unknown = failure.kind == FailureKind::Unsupported;
    RevokedLine line = lineOf(profile, {}, unknown ? RevokedLine::Result::Unknown : RevokedLine::Result::Failed);
    line.readOnly = false;
    line.failure = failure;
    line.attempt = text::Attempt{{}, profile.name, profile.adminUrl};
    return line;
}

QList<RevokedLine> linesOf(const Profile &profile, const changes::ChangeSet &set)
{
    QList<RevokedLine> lines;
    for (const changes::Step &step : set.steps) {
        const auto *change = std::get_if<changes::Change>(&step.wanted);
        if (!change || !change->before)
            continue;
        const bool done = step.state == changes::StepState::Done;
        RevokedLine line =
            lineOf(profile, *change->before, done ? RevokedLine::Result::Disabled : RevokedLine::Result::Failed);
        line.failure = step.failure;
        line.attempt = text::Attempt{{}, profile.name, profile.adminUrl};
        lines << line;
    }
    return lines;
}

// What needs no write goes into the lines, the rest is given back.
QList<Key> sorted(const Profile &profile, const QList<Key> &keys, QList<RevokedLine> &lines)
{
    QList<Key> enabled;
    for (const Key &key : keys) {
        if (!key.enabled)
            lines << lineOf(profile, key, RevokedLine::Result::WasDisabled);
        else if (profile.readOnly)
            lines << lineOf(profile, key, RevokedLine::Result::Failed);
        else
            enabled << key;
    }
    return enabled;
}

// A key that a guard disabled would come back with the next period.
Task<> endHolds(store::Store &store, const Profile &profile, QList<RevokedLine> &lines)
{
    for (RevokedLine &line : lines) {
        if (line.result != RevokedLine::Result::WasDisabled)
            continue;
        const auto write = [id = profile.id, key = line.key.id](
                               sql::Database &db) { return store::endHolds(db, id, key); };
        const Result<> done = co_await store.write(write);
        if (done)
            continue;
        line.result = RevokedLine::Result::Failed;
        line.failure = done.error();
    }
}

QList<changes::Edit> editsFor(const QList<Key> &keys)
{
    QList<changes::Edit> edits;
    for (const Key &key : keys) {
        changes::Change change{key, key};
        change.after->enabled = false;
        edits << change;
    }
    return edits;
}

// A set that could not be begun is put away: else later changes would join it.
Task<Result<changes::ChangeSet>> applied(ChangeService *service, QList<changes::Edit> edits, RevokeWish wish)
{
    const ChangeService::Heading heading{wish.title, wish.reason, false};
    const changes::ChangeSet set = co_await orReturn(service->staged(edits, 0, heading));
    ChangeService::Wish how;
    how.keepGoing = true;
    how.stops = wish.stops;
    const auto done = co_await service->applied(set.id, how);
    if (!done)
        co_await service->dropped(set.id);
    co_return done;
}

} // namespace

LiveRevokeWork::LiveRevokeWork(LiveWorkspace &workspace, Reach reach)
    : m_workspace(workspace), m_reach(std::move(reach))
{}

// The keys of the owner that the session's gateway lists.
Task<Result<QList<Key>>> LiveRevokeWork::keysOf(LiveSession *session, QString owner)
{
    const auto features = featuresOf(session->state().profile, m_workspace.clock());
    if (!features || !features->has(gateway::Feature::ListKeys))
        co_return fail(FailureKind::Unsupported, u"keys"_s);
    co_await orReturn(m_reach(*session));
    const QList<Key> all = co_await orReturn(gateway::everyKey(*session->admin().keys()));
    co_return keysOfOwner(all, owner);
}

// Its own session where it is open, else `beside`, which is made for it.
LiveSession *LiveRevokeWork::sessionOf(const QString &profileId, std::unique_ptr<LiveSession> &beside)
{
    LiveSession *open = m_workspace.live();
    if (open && open->state().profile.id == profileId)
        return open;
    beside = m_workspace.beside(profileId);
    return beside.get();
}

Task<QList<RevokedLine>> LiveRevokeWork::revokeOn(Profile profile, RevokeWish wish)
{
    std::unique_ptr<LiveSession> beside;
    LiveSession *session = sessionOf(profile.id, beside);
    Result<QList<Key>> keys = fail(FailureKind::Unsupported, profile.kind);
    if (session)
        keys = co_await keysOf(session, wish.owner);
    QList<RevokedLine> lines;
    if (!keys) {
        lines << unasked(profile, keys.error());
        co_return lines;
    }
    const QList<Key> enabled = sorted(profile, *keys, lines);
    co_await endHolds(m_workspace.store(), profile, lines);
    if (enabled.isEmpty())
        co_return lines;
    const QList<changes::Edit> edits = editsFor(enabled);
    const auto done = co_await applied(&session->changes(), edits, wish);
    if (done)
        lines << linesOf(profile, *done);
    else
        lines << unasked(profile, done.error());
    co_return lines;
}

// Whoever holds the secret needs no admin API: it may be down. Without addresses there is nobody to call.
Task<Result<std::shared_ptr<ProofElsewhere>>> LiveRevokeWork::proofOf(RevokedLine line)
{
    std::unique_ptr<LiveSession> session = m_workspace.beside(line.profileId);
    if (!session)
        co_return fail(FailureKind::Unsupported, line.profile);
    const Result<> reached = co_await m_reach(*session);
    if (!reached && !session->addressed())
        co_return tl::unexpected<Failure>(reached.error());
    SessionProofSource source(*session, m_workspace.store(), m_workspace.clock());
    const ProofKnown known = co_await source.of(line.key);
    co_return std::make_shared<ProofElsewhere>(std::move(session), known);
}

} // namespace workspace
