// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/data_facts.h"
#include "store/columns.h"

using namespace Qt::StringLiterals;

namespace store {

static QJsonValue keptJson(DataFacts::Kept kept)
{
    return kept == DataFacts::Kept::Unknown ? QJsonValue() : QJsonValue(kept == DataFacts::Kept::Yes);
}

static DataFacts::Kept keptFrom(const QJsonValue &value)
{
    if (!value.isBool())
        return DataFacts::Kept::Unknown;
    return value.toBool() ? DataFacts::Kept::Yes : DataFacts::Kept::No;
}

static QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject factsJson(const DataFacts &facts)
{
    return {{u"gateway_keeps"_s, keptJson(facts.byGateway)}, {u"provider_keeps"_s, keptJson(facts.byProvider)},
        {u"kept_days"_s, facts.days ? QJsonValue(*facts.days) : QJsonValue()}, {u"region"_s, textJson(facts.region)},
        {u"readers"_s, textJson(facts.readers)}, {u"source"_s, textJson(facts.source)},
        {u"as_of"_s, facts.asOf ? QJsonValue(facts.asOf->toString(Qt::ISODate)) : QJsonValue()},
        {u"by"_s, textJson(facts.by)}};
}

static DataFacts factsFrom(const QJsonObject &object)
{
    DataFacts facts;
    facts.byGateway = keptFrom(object[u"gateway_keeps"_s]);
    facts.byProvider = keptFrom(object[u"provider_keeps"_s]);
    if (object[u"kept_days"_s].isDouble())
        facts.days = object[u"kept_days"_s].toInt();
    facts.region = object[u"region"_s].toString();
    facts.readers = object[u"readers"_s].toString();
    facts.source = object[u"source"_s].toString();
    if (const QDate day = QDate::fromString(object[u"as_of"_s].toString(), Qt::ISODate); day.isValid())
        facts.asOf = day;
    facts.by = object[u"by"_s].toString();
    return facts;
}

sql::Result<DataFacts> dataFacts(sql::Database &database, const QString &profile)
{
    DataFacts facts;
    const auto done = eachRow(
        database, "SELECT facts FROM data_facts WHERE profile=?",
        [&facts](const sql::Statement &row) { facts = factsFrom(jsonAt(row, 0)); }, utf8(profile));
    if (!done)
        return sql::fail(done.error());
    return facts;
}

sql::Result<> putDataFacts(sql::Database &database, const QString &profile, const DataFacts &facts)
{
    return database.run(
        "INSERT OR REPLACE INTO data_facts(profile, facts) VALUES(?,?)", utf8(profile), jsonText(factsJson(facts)));
}

} // namespace store
