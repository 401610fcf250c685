// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/fields.h"
#include "store/usage_id.h"

using namespace Qt::StringLiterals;

namespace usage {

namespace {

template<class Row>
struct Column
{
    Field field;
    QList<Cell> (*cells)(const Row &);
};

QList<Cell> one(const QString &text)
{
    return {Cell(text)};
}
template<class Number>
QList<Cell> one(const std::optional<Number> &number)
{
    return {number ? Cell(qint64(*number)) : Cell()};
}
QList<Cell> one(const std::optional<QDateTime> &time)
{
    return {time ? Cell(time->toMSecsSinceEpoch() * 1000) : Cell()};
}
QList<Cell> many(const QStringList &texts)
{
    QList<Cell> cells;
    for (const QString &text : texts)
        cells << Cell(text);
    return cells;
}
QString originName(Origin origin)
{
    return origin == Origin::Sync ? u"sync"_s : origin == Origin::Import ? u"import"_s : u"sample"_s;
}

using Usage = Column<UsageRecord>;
const QList<Usage> &usageColumns()
{
    using Row = const UsageRecord &;
    using enum FieldType;
    static const char *const originSql = "CASE origin WHEN 0 THEN 'sync' WHEN 1 THEN 'import' ELSE 'sample' END";
    static const QList<Usage> columns{
        {{u"request_id"_s, Text, "request_id"}, [](Row r) { return one(r.requestId); }},
        {{u"ts"_s, Time, "ts"}, [](Row r) { return QList{Cell(qint64(store::microsOf(r)))}; }},
        {{u"key"_s, Text, "key"}, [](Row r) { return one(r.key); }},
        {{u"key_id"_s, Text, "key_id"}, [](Row r) { return one(r.keyId); }},
        {{u"alias"_s, Text, "alias"}, [](Row r) { return one(r.alias); }},
        {{u"upstream"_s, Text, "upstream"}, [](Row r) { return one(r.upstream); }},
        {{u"model"_s, Text, "model"}, [](Row r) { return one(r.model); }},
        {{u"family"_s, Text, "family"}, [](Row r) { return one(r.family); }},
        {{u"status"_s, Number, "status"}, [](Row r) { return one(r.status); }},
        {{u"error_class"_s, Text, "error_class"}, [](Row r) { return one(r.errorClass); }},
        {{u"ended"_s, Text, "ended"}, [](Row r) { return one(r.ended); }},
        {{u"error"_s, Flag, store::errorSql}, [](Row r) { return QList{Cell(qint64(store::isError(r)))}; }},
        {{u"input_tokens"_s, Number, "input_tokens"}, [](Row r) { return one(r.inputTokens); }},
        {{u"output_tokens"_s, Number, "output_tokens"}, [](Row r) { return one(r.outputTokens); }},
        {{u"cached_tokens"_s, Number, "cached_tokens"}, [](Row r) { return one(r.cachedTokens); }},
        {{u"reasoning_tokens"_s, Number, "reasoning_tokens"}, [](Row r) { return one(r.reasoningTokens); }},
        {{u"cost_nanos"_s, Number, "cost_nanos"}, [](Row r) { return one(r.costNanos); }},
        {{u"cost"_s, Money, "cost_nanos"}, [](Row r) { return one(r.costNanos); }},
        {{u"currency"_s, Text, "currency"}, [](Row r) { return one(r.currency); }},
        {{u"first_token_ms"_s, Number, "first_token_ms"}, [](Row r) { return one(r.firstTokenMs); }},
        {{u"total_ms"_s, Number, "total_ms"}, [](Row r) { return one(r.totalMs); }},
        {{u"origin"_s, Text, originSql}, [](Row r) { return one(originName(r.origin)); }},
    };
    return columns;
}

const QList<Column<Key>> &keyColumns()
{
    using Row = const Key &;
    using enum FieldType;
    static const QList<Column<Key>> columns{
        {{u"id"_s}, [](Row k) { return one(k.id); }},
        {{u"name"_s}, [](Row k) { return one(k.name); }},
        {{u"prefix"_s}, [](Row k) { return one(k.prefix); }},
        {{u"last_four"_s}, [](Row k) { return one(k.lastFour); }},
        {{u"alias"_s}, [](Row k) { return many(k.aliases); }},
        {{u"aliases"_s}, [](Row k) { return many(k.aliases); }},
        {{u"enabled"_s, Flag}, [](Row k) { return QList{Cell(qint64(k.enabled))}; }},
        {{u"spent"_s, Money}, [](Row k) { return one(k.spentNanos); }},
        {{u"spent_nanos"_s, Number}, [](Row k) { return one(k.spentNanos); }},
        {{u"expires_at"_s, Time}, [](Row k) { return one(k.expiresAt); }},
        {{u"created_at"_s, Time}, [](Row k) { return one(k.createdAt); }},
        {{u"last_used_at"_s, Time}, [](Row k) { return one(k.lastUsedAt); }},
        {{u"app"_s}, [](Row k) { return one(k.passport.application); }},
        {{u"env"_s}, [](Row k) { return one(k.passport.environment); }},
        {{u"owner"_s}, [](Row k) { return one(k.passport.owner); }},
        {{u"ticket"_s}, [](Row k) { return one(k.passport.ticket); }},
        {{u"family"_s}, [](Row k) { return many(k.families); }},
        {{u"upstream"_s}, [](Row k) { return many(k.upstreams); }},
    };
    return columns;
}

const QList<Column<Alias>> &aliasColumns()
{
    using Row = const Alias &;
    static const auto upstreams = [](Row a) {
        QStringList names;
        for (const Route &route : a.routes)
            names << route.upstream;
        return many(names);
    };
    static const auto models = [](Row a) {
        QStringList names;
        for (const Route &route : a.routes)
            names << route.model;
        return many(names);
    };
    static const QList<Column<Alias>> columns{
        {{u"name"_s}, [](Row a) { return one(a.name); }},
        {{u"upstream"_s}, upstreams},
        {{u"model"_s}, models},
        {{u"family"_s}, [](Row a) { return many(a.families); }},
    };
    return columns;
}

template<class Row>
QList<Field> fieldsOf(const QList<Column<Row>> &columns)
{
    QList<Field> fields;
    for (const Column<Row> &column : columns)
        fields << column.field;
    return fields;
}

template<class Row>
CellsOf cellsIn(const QList<Column<Row>> &columns, const Row &row)
{
    return [&columns, row](const QString &name) {
        for (const Column<Row> &column : columns)
            if (column.field.name == name)
                return column.cells(row);
        return QList<Cell>();
    };
}

} // namespace

const QList<Field> &usageFields()
{
    static const QList<Field> fields = fieldsOf(usageColumns());
    return fields;
}
const QList<Field> &keyFields()
{
    static const QList<Field> fields = fieldsOf(keyColumns());
    return fields;
}
const QList<Field> &aliasFields()
{
    static const QList<Field> fields = fieldsOf(aliasColumns());
    return fields;
}

CellsOf cellsOf(const UsageRecord &row)
{
    return cellsIn(usageColumns(), row);
}
CellsOf cellsOf(const Key &key)
{
    return cellsIn(keyColumns(), key);
}
CellsOf cellsOf(const Alias &alias)
{
    return cellsIn(aliasColumns(), alias);
}

} // namespace usage
