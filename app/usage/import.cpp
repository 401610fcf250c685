// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/import.h"
#include "store/imports.h"
#include "store/usage_rows.h"
#include "usage/import_row.h"
#include "usage/line_reader.h"
#include <algorithm>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr int batchRows = 1000;
constexpr int linesTold = 5;

// One import under way, on the writer's thread and in its transaction.
class Importer
{
public:
    Importer(sql::Database &database, const ImportWish &wish, const QDateTime &now)
        : m_database(database), m_wish(wish), m_fields(importFields())
    {
        m_arrival.profile = wish.profile;
        m_arrival.at = now;
    }

    Result<Imported> run()
    {
        QFile file(m_wish.file);
        if (!file.open(QIODevice::ReadOnly))
            return fail(FailureKind::Input, u"cannot read %1: %2"_s.arg(m_wish.file, file.errorString()));
        if (file.size() == 0)
            return fail(FailureKind::Input, u"%1 is empty"_s.arg(m_wish.file));
        const QString content = sha256Of(file);
        const std::unique_ptr<LineReader> reader = readerOf(file);
        if (const QString why = misfit(reader->header()); !why.isEmpty())
            return fail(FailureKind::Input, why);
        const Result<qint64> id = begin(content);
        if (!id)
            return tl::unexpected<Failure>(id.error());
        while (const std::optional<Line> line = reader->next()) {
            take(*line);
            if (m_rows.size() >= batchRows)
                if (const Result<> kept = keep(); !kept)
                    return tl::unexpected<Failure>(kept.error());
        }
        return end(*id);
    }

private:
    static QString sha256Of(QFile &file)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&file);
        file.seek(0);
        return QString::fromLatin1(hash.result().toHex());
    }
    static QString lineOf(const ImportMap &map)
    {
        QJsonObject columns, constants;
        for (auto it = map.columns.cbegin(); it != map.columns.cend(); ++it)
            columns.insert(it.key(), it.value());
        for (auto it = map.constants.cbegin(); it != map.constants.cend(); ++it)
            constants.insert(it.key(), it.value());
        const QString zone = QString::fromLatin1(map.zone.id());
        const QJsonObject all{{u"columns"_s, columns}, {u"constants"_s, constants}, {u"time_zone"_s, zone}};
        return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
    }
    // The same contents under another map would be the same calls once more: what was read before gives way.
    Result<qint64> begin(const QString &content)
    {
        const QString name = QFileInfo(m_wish.file).fileName();
        const store::Import import{0, m_wish.profile, name, m_arrival.at, 0, content, lineOf(m_wish.map)};
        const auto before = store::importsReadOtherwise(m_database, import);
        if (!before)
            return tl::unexpected<Failure>(store::failureOf(before.error()));
        for (const qint64 old : *before) {
            const auto taken = store::undoImport(m_database, old);
            if (!taken)
                return tl::unexpected<Failure>(store::failureOf(taken.error()));
            m_done.replaced += *taken;
        }
        const sql::Result<qint64> id = store::beginImport(m_database, import);
        if (!id)
            return tl::unexpected<Failure>(store::failureOf(id.error()));
        m_arrival.import = *id;
        return *id;
    }
    static bool measures(const QString &field)
    {
        return field.endsWith(u"_tokens"_s) || field == u"cost_nanos"_s || field == u"cost_usd"_s;
    }
    // Rows without a token and without a cost say nothing where columns were left out that may hold them.
    QString nothingMeasured(const QStringList &unknown) const
    {
        return u"no column is a token count or a cost, and these are no field: %1; write a map that names them, such "
               u"as "
               "columns: {%2: input_tokens}"_s.arg(unknown.join(u", "_s), unknown.first());
    }
    // What is wrong with the map, before a line is read.
    QString misfit(const QStringList &header) const
    {
        for (const QString &field : m_wish.map.columns.values() + m_wish.map.constants.keys())
            if (!m_fields.contains(field))
                return u"\"%1\" in the map is no field; the fields are %2"_s.arg(field, m_fields.join(u", "_s));
        if (header.isEmpty())
            return {};
        for (const QString &column : m_wish.map.columns.keys())
            if (!header.contains(column))
                return u"the map names a column \"%1\"; the file has %2"_s.arg(column, header.join(u", "_s));
        const auto isTime = [this](const QString &column) {
            const QString field = fieldOf(column);
            return field == u"ts" || field == u"timestamp";
        };
        if (std::ranges::none_of(header, isTime) && !m_wish.map.constants.contains(u"ts"_s))
            return u"line 1: no column is a time; name one ts, or map it"_s;
        return unmeasured(header);
    }
    QString unmeasured(const QStringList &header) const
    {
        QStringList unknown;
        for (const QString &column : header) {
            const QString field = fieldOf(column);
            if (measures(field))
                return {};
            if (field.isEmpty())
                unknown << column;
        }
        const bool measured = std::ranges::any_of(m_wish.map.constants.keys(), measures);
        return measured || unknown.isEmpty() ? QString() : nothingMeasured(unknown);
    }
    QString fieldOf(const QString &column) const
    {
        const auto mapped = m_wish.map.columns.find(column);
        if (mapped != m_wish.map.columns.end())
            return *mapped;
        const QString name = column.toLower();
        return m_fields.contains(name) ? name : QString();
    }

    void take(const Line &line)
    {
        QString why = line.why;
        UsageRecord row;
        row.origin = Origin::Import;
        const auto set = [&](const QString &field, const QString &text) {
            m_measured = m_measured || measures(field);
            if (why.isEmpty())
                why = setField(row, field, text, m_wish.map.zone);
        };
        for (auto it = m_wish.map.constants.cbegin(); it != m_wish.map.constants.cend(); ++it)
            set(it.key(), it.value());
        for (const auto &[column, text] : line.cells) {
            const QString field = fieldOf(column);
            if (field.isEmpty())
                m_ignored << column;
            else
                set(field, text);
        }
        if (why.isEmpty() && !row.at.isValid())
            why = u"it has no time"_s;
        if (why.isEmpty())
            add(row);
        else
            refuse(line.number, why);
    }
    void refuse(qint64 number, const QString &why)
    {
        if (m_refused++ < linesTold)
            m_why << u"line %1: %2"_s.arg(number).arg(why);
    }
    void add(UsageRecord &row)
    {
        if (row.costNanos && row.currency.isEmpty())
            row.currency = u"USD"_s;
        if (row.sourceId.isEmpty() && !row.requestId.isEmpty()) {
            const int before = m_seen[row.requestId]++;
            row.sourceId = before ? u"%1#%2"_s.arg(row.requestId).arg(before + 1) : row.requestId;
        } else if (row.sourceId.isEmpty()) {
            const QString alike = madeSourceId(row, 0);
            const int before = m_seen[alike]++;
            row.sourceId = before ? madeSourceId(row, before) : alike;
        }
        m_rows << row;
        ++m_done.rows;
    }

    // A line that was refused already decides: nothing more needs to be written.
    Result<> keep()
    {
        const QList<UsageRecord> rows = std::exchange(m_rows, {});
        if (m_refused)
            return {};
        const Result<store::Written> written = store::putUsage(m_database, m_arrival, rows);
        if (!written)
            return tl::unexpected<Failure>(written.error());
        m_done.added += written->added;
        m_done.changed += written->changed;
        m_done.same += written->same;
        return {};
    }
    Result<Imported> end(qint64 id)
    {
        if (m_refused > linesTold)
            m_why << u"and %1 more lines"_s.arg(m_refused - linesTold);
        if (m_refused)
            return fail(FailureKind::Input, m_why.join(u"; "_s));
        m_done.ignored = m_ignored.values();
        m_done.ignored.sort();
        if (!m_measured && !m_ignored.isEmpty()) // JSON Lines have no header that would have told it
            return fail(FailureKind::Input, nothingMeasured(m_done.ignored));
        if (const Result<> kept = keep(); !kept)
            return tl::unexpected<Failure>(kept.error());
        if (const auto ended = store::endImport(m_database, id, m_done.added); !ended)
            return tl::unexpected<Failure>(store::failureOf(ended.error()));
        m_done.id = m_done.added ? id : 0;
        return m_done;
    }

    sql::Database &m_database;
    const ImportWish &m_wish;
    const QStringList m_fields;
    store::Arrival m_arrival;
    QList<UsageRecord> m_rows;
    QHash<QString, int> m_seen; // ids and how often they came
    QSet<QString> m_ignored;
    qint64 m_refused = 0;
    bool m_measured = false; // a field of tokens or cost was met
    QStringList m_why;
    Imported m_done;
};

} // namespace

Task<Result<Imported>> importFile(store::Store &store, ImportWish wish, QDateTime now)
{
    const auto write = [wish, now](sql::Database &database) { return Importer(database, wish, now).run(); };
    co_return co_await store.write(write);
}

Task<Result<qint64>> undoImport(store::Store &store, qint64 id)
{
    const auto write = [id](sql::Database &database) { return store::undoImport(database, id); };
    co_return co_await store.write(write);
}

} // namespace usage
