// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/facts_book.h"
#include "base/or_return.h"
#include "store/data_facts.h"
#include "store/store.h"
#include "workspace/store_ports.h"
#include "workspace/words.h"

namespace workspace {

FactsBook::FactsBook(store::Store &store, QString profile, const Clock &clock)
    : m_store(store), m_profile(std::move(profile)), m_clock(clock)
{}

void FactsBook::refresh()
{
    m_tasks.run(follow(read()));
}

void FactsBook::keep(const DataFacts &facts)
{
    m_tasks.run(follow(kept(facts)));
}

Task<> FactsBook::follow(Task<Result<DataFacts>> task)
{
    const Result<DataFacts> facts = co_await std::move(task);
    m_state.failure = facts ? std::nullopt : std::optional(facts.error());
    if (facts)
        m_state.facts = *facts;
    m_state.loaded = m_state.loaded || facts;
    announce();
}

Task<Result<DataFacts>> FactsBook::read()
{
    const auto look = [profile = m_profile](sql::Database &db) { return store::dataFacts(db, profile); };
    co_return co_await m_store.read(look);
}

Task<Result<DataFacts>> FactsBook::kept(DataFacts facts)
{
    facts.asOf = m_clock.now().date();
    facts.by = systemUser();
    const auto write = [profile = m_profile, facts](
                           sql::Database &db) { return store::putDataFacts(db, profile, facts); };
    co_await orReturn(m_store.write(write));
    co_return facts;
}

QStringList unknownOf(const DataFacts &facts)
{
    const bool kept = facts.byGateway == DataFacts::Kept::Yes || facts.byProvider == DataFacts::Kept::Yes;
    QStringList out;
    const auto add = [&out](bool unknown, const QString &words) {
        if (unknown)
            out << words;
    };
    add(facts.byGateway == DataFacts::Kept::Unknown, Words::tr("whether the gateway keeps them"));
    add(facts.byProvider == DataFacts::Kept::Unknown, Words::tr("whether the provider keeps them"));
    add(kept && !facts.days, Words::tr("for how long"));
    add(kept && facts.region.isEmpty(), Words::tr("where they lie"));
    add(kept && facts.readers.isEmpty(), Words::tr("who can read them"));
    return out;
}

} // namespace workspace
