// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/journal_reader.h"
#include "gateway/alias_json.h"
#include "keys/key_history.h"
#include "store/journal.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace workspace {

static std::optional<Alias> aliasIn(const std::optional<QJsonObject> &kept)
{
    if (!kept)
        return std::nullopt;
    gateway::JsonReader row(*kept, u"journal"_s);
    return gateway::readAlias(row);
}

changes::Entry entryOf(const store::JournalLine &line)
{
    changes::Entry entry = keys::entryOf(line);
    if (line.object == "alias"_L1)
        entry.alias = changes::AliasChange{aliasIn(line.otherBefore), aliasIn(line.otherAfter)};
    return entry;
}

changes::Edit editOf(const changes::Entry &entry)
{
    if (entry.alias)
        return *entry.alias;
    return entry.change;
}

void JournalReader::refresh()
{
    m_loads.cancel();
    m_loads.run(load());
}

Task<> JournalReader::load()
{
    const auto read = [profile = m_profile](sql::Database &db) -> sql::Result<QList<changes::Entry>> {
        const auto lines = store::journalLines(db, profile, most + 1);
        if (!lines)
            return sql::fail(lines.error());
        QList<changes::Entry> entries;
        for (const store::JournalLine &line : *lines)
            entries << entryOf(line);
        return entries;
    };
    auto entries = co_await m_store.read(read);
    m_state.failure = entries ? std::nullopt : std::optional(entries.error());
    if (entries) {
        m_state.cut = entries->size() > most;
        m_state.entries = entries->first(qMin<qsizetype>(most, entries->size()));
        m_state.loaded = true;
    }
    announce();
}

} // namespace workspace
