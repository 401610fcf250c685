// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/or_return.h"
#include "gateway/facets.h"
#include "gateway/own_key.h"
#include "net/fingerprint.h"
#include "store/own_key_readings.h"
#include "store/store.h"
#include "workspace/live_session.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

// The part of a session that minds what its own key has left, and how it goes without any admin secret.
namespace workspace {

static constexpr int mostAnswers = 5; // of one that comes in parts

bool LiveSession::hasOnlyAKey() const
{
    const Profile &profile = m_state.profile;
    const bool only = profile.adminKeyRef.isEmpty() && !profile.dataKeyRef.isEmpty();
    return only && gateway::tellsKeys(profile.kind) && profile.kind != "embedded"_L1;
}

// A kind that needs an admin secret for its own API is, with a key alone, a gateway that lists models.
std::unique_ptr<gateway::Admin> LiveSession::adminOf(gateway::Connection connection) const
{
    auto own = m_adapter.connect(connection);
    if (!hasOnlyAKey() || !own->keys())
        return own;
    return gateway::adapterOf(u"plain_openai"_s)->connect(connection);
}

// Not through what repeats a read: the gateway counts each.
std::unique_ptr<gateway::OwnKey> LiveSession::ownKeyReader()
{
    const gateway::Connection once{m_state.profile.dataUrl, m_state.profile.adminUrl, Secret(), m_dataSecret,
        m_state.profile.userId, m_paced, m_parts.clock};
    return gateway::ownKeyOf(m_state.profile.kind, once);
}

// The one that asks stays while its secret does: it may have read a part.
void LiveSession::useOwnKey()
{
    usage::OwnKeyGauge *gauge = m_left.ownKey();
    if (!gauge)
        return;
    if (m_ownKeySecret != m_dataSecret) {
        m_ownKeySecret = m_dataSecret;
        gauge->use(ownKeyReader());
        connect(gauge, &Observable::changed, this, &LiveSession::keepReadings, Qt::UniqueConnection);
    }
    const QString key = net::fingerprint(m_dataSecret);
    if (std::exchange(m_rememberedKey, key) != key)
        m_readings.run(readingsBefore(key));
    gauge->watch();
}

// Of this very key: the readings of another say nothing of its rate.
Task<> LiveSession::readingsBefore(QString key)
{
    const auto read = [id = m_state.profile.id](sql::Database &db) { return store::ownKeyReadings(db, id); };
    const auto kept = co_await m_parts.store.read(read);
    if (!kept || kept->key != key)
        co_return;
    QList<usage::KeyReading> before;
    for (const auto &[at, nanos] : kept->readings)
        before << usage::KeyReading{at, nanos};
    if (!before.isEmpty())
        m_readingKept = std::max(m_readingKept, before.last().at);
    m_left.ownKey()->remember(before);
}

// A new one comes every ten minutes at most.
void LiveSession::keepReadings()
{
    const QList<usage::KeyReading> &all = m_left.ownKey()->state().readings;
    if (all.isEmpty() || all.last().at == m_readingKept || m_readings.count() > 0)
        return;
    m_readingKept = all.last().at;
    m_readings.run(writeReadings());
}

Task<> LiveSession::writeReadings()
{
    store::OwnKeyReadings all;
    all.key = m_rememberedKey;
    for (const usage::KeyReading &reading : m_left.ownKey()->state().readings)
        all.readings << std::pair(reading.at, reading.totalNanos);
    const auto write = [id = m_state.profile.id, all](
                           sql::Database &db) { return store::keepOwnKeyReadings(db, id, all); };
    const auto kept = co_await m_parts.store.write(write);
    if (!kept)
        qCWarning(gwWorkspace).noquote() << "what the key had spent is not kept:" << kept.error().detail;
}

bool LiveSession::ownKeyAnswers() const
{
    const usage::OwnKeyGauge *gauge = m_left.ownKey();
    return gauge && gauge->state().readAt && !gauge->state().failure;
}

Task<Result<KeyStanding>> LiveSession::ownKeyNow()
{
    co_await orReturn(resolve());
    if (m_dataSecret.isEmpty())
        m_dataSecret = m_givenKey;
    if (m_dataSecret.isEmpty())
        co_return fail(FailureKind::Secret, Words::tr("the connection has no data key"));
    const auto reader = ownKeyReader();
    if (!reader)
        co_return fail(FailureKind::Unsupported, u"what a key has left"_s);
    KeyStanding standing = co_await orReturn(reader->ask());
    for (int i = 1; standing.partial && i < mostAnswers; ++i)
        standing = co_await orReturn(reader->ask());
    co_return standing;
}

} // namespace workspace
