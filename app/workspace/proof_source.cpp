// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/proof_source.h"
#include "base/clock.h"
#include "keys/given_up.h"
#include "keys/key_service.h"
#include "store/journal.h"
#include "store/store.h"
#include "workspace/journal_reader.h"
#include "workspace/refusal_proof.h"
#include "workspace/workspace.h"

namespace workspace {

Task<std::optional<GivenUp>> SessionProofSource::actOn(Key key)
{
    const auto read = [profile = m_session.state().profile.id](
                          sql::Database &db) -> sql::Result<QList<changes::Entry>> {
        const auto lines = store::journalLines(db, profile, JournalReader::most);
        if (!lines)
            return sql::fail(lines.error());
        QList<changes::Entry> entries;
        for (const store::JournalLine &line : *lines)
            entries << entryOf(line);
        return entries;
    };
    const auto entries = co_await m_store.read(read);
    if (!entries)
        co_return std::nullopt; // the proof goes on without it, and says so
    co_return keys::givenUpOf(key, *entries, m_clock.now());
}

Task<ProofKnown> SessionProofSource::of(Key key)
{
    ProofKnown known;
    known.act = co_await actOn(key);
    const Result<Secret> secret = co_await m_session.keys().secretOf(key);
    known.secret = secret.value_or(Secret());
    co_return known;
}

ProofElsewhere::ProofElsewhere(std::unique_ptr<Session> own, ProofKnown found)
    : session(std::move(own)), proof(std::make_unique<RefusalProof>(*session)), known(std::move(found))
{}

ProofElsewhere::~ProofElsewhere() = default;

} // namespace workspace
