// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/key_history.h"
#include "store/journal.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace keys {

static constexpr int linesRead = 2000; // of the profile; older ones are not looked at

static bool puts(const changes::Change &back, const changes::Change &of)
{
    return back.before && back.after && of.before && of.after && !sameSettings(*of.before, *of.after)
        && sameSettings(*back.after, *of.before) && sameSettings(*back.before, *of.after);
}

bool isRotation(const changes::Change &change)
{
    return change.before && change.after && sameSettings(*change.before, *change.after)
        && change.before->rotatedAt != change.after->rotatedAt;
}

QList<Past> pastOf(const QList<changes::Entry> &entries)
{
    QList<Past> out;
    for (const changes::Entry &entry : entries)
        out << Past{entry, {}, false};
    QList<qsizetype> standing; // done and not taken back, oldest first
    for (qsizetype at = out.size() - 1; at >= 0; --at) {
        const changes::Change &change = out.at(at).entry.change;
        if (!out.at(at).done() || change.reveals || isRotation(change))
            continue;
        if (!standing.isEmpty() && puts(out.at(at).entry.change, out.at(standing.last()).entry.change)) {
            out[standing.takeLast()].takenBack = out.at(at).entry.at;
            out[at].takesBack = true;
        } else {
            standing << at;
        }
    }
    return out;
}

static bool isAbout(const store::JournalLine &line, const QString &key)
{
    return (line.before && line.before->id == key) || (line.after && line.after->id == key);
}

changes::Entry entryOf(const store::JournalLine &line)
{
    const bool reveals = line.object == "reveal"_L1;
    return {line.id, line.profile, line.at, line.by, {line.before, line.after, {}, reveals}, {line.reason, line.set},
        line.closed, line.failure};
}

void KeyHistory::show(const QString &key)
{
    m_loads.cancel();
    if (key != m_state.key) {
        m_state = {key, {}, {}};
        announce();
    }
    if (!key.isEmpty())
        m_loads.run(load(key));
}

Task<> KeyHistory::load(QString key)
{
    const auto read = [profile = m_profile, key](sql::Database &db) -> sql::Result<QList<changes::Entry>> {
        const auto lines = store::journalLines(db, profile, linesRead);
        if (!lines)
            return sql::fail(lines.error());
        QList<changes::Entry> found;
        for (const store::JournalLine &line : *lines)
            if (isAbout(line, key))
                found << entryOf(line);
        return found;
    };
    const auto found = co_await m_store.read(read);
    m_state.failure = found ? std::nullopt : std::optional(found.error());
    if (found)
        m_state.past = pastOf(*found);
    announce();
}

} // namespace keys
