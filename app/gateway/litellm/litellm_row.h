// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/json_reader.h"

namespace gateway::litellm {

// A point in time with all the digits the gateway gives.
struct Moment
{
    QDateTime at; // UTC
    int micros = 0; // 0..999, below the milliseconds of `at`
};
// "2026-11-22T14:58:26.941000Z", "…+00:00", or without a zone, which means UTC. Empty: no such time.
std::optional<Moment> momentIn(const QString &text);

// One object of LiteLLM's answers, read with the tolerances of contract section 12: a number may be a whole one, a decimal
// one or a text, a list or object may be null or a text that holds JSON, "" and "None" mean nothing. Numbers are kept as
// the texts they are on the wire (exact_numbers.h).
class Row : public JsonReader
{
public:
    Row(QJsonObject object, const QString &where);

    QString word(QLatin1StringView field);
    std::optional<qint64> whole(QLatin1StringView field);
    std::optional<qint64> nanos(QLatin1StringView field); // of an amount in USD
    std::optional<qint64> nanosPerMillion(QLatin1StringView field); // of a price in USD per token
    std::optional<Moment> moment(QLatin1StringView field);
    std::optional<QDateTime> at(QLatin1StringView field);
    bool flag(QLatin1StringView field);
    QStringList list(QLatin1StringView field);
    Row part(QLatin1StringView field); // null: without fields
    QList<Row> parts(QLatin1StringView field);
    bool isNull(QLatin1StringView field) const;
    const QJsonObject &raw() const { return m_raw; }

private:
    std::optional<qint64> scaled(QLatin1StringView field, int power);
    QJsonValue unpacked(QLatin1StringView field) const;

    QJsonObject m_raw;
    QString m_where;
};

Result<Row> rowIn(const QByteArray &body, const QString &what);
// The objects of a bare list, or of the list `field` of an object. Null entries are left out.
Result<QList<Row>> rowsIn(const QByteArray &body, const QString &what, QLatin1StringView field);

} // namespace gateway::litellm
