// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <memory>
#include <optional>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace gateway {

class JsonNumbers;

// Reads one JSON object for an adapter: strict about the fields asked for, silent about the rest. After the first field
// that does not fit, further values are empty and failure() names it.
class JsonReader
{
public:
    JsonReader(QJsonObject object, QString where) : m_object(std::move(object)), m_where(std::move(where)) {}

    QString text(QLatin1StringView field); // must be there
    QString textOrEmpty(QLatin1StringView field); // may be null or missing, as all that follow
    qint64 integer(QLatin1StringView field); // must be there
    std::optional<qint64> integerOrNull(QLatin1StringView field);
    // Number or decimal text times 10^shift, in nanos, read digit by digit. Only of objects that readObject() gave.
    std::optional<qint64> nanosOrNull(QLatin1StringView field, int shift = 0);
    std::optional<qint64> countOrNull(QLatin1StringView field); // an integer, or one written as text
    bool boolean(QLatin1StringView field); // must be there
    std::optional<bool> booleanOrNull(QLatin1StringView field);
    std::optional<QDateTime> time(QLatin1StringView field); // ISO 8601; without a zone: UTC
    QStringList texts(QLatin1StringView field); // must be there
    QStringList textsOrNone(QLatin1StringView field);
    QList<qint64> integersOrNone(QLatin1StringView field);
    QList<JsonReader> objects(QLatin1StringView field); // must be there
    std::optional<JsonReader> objectOrNull(QLatin1StringView field);

    void refuse(QLatin1StringView field, const QString &wanted); // for a value that makes no sense
    void adopt(const JsonReader &part); // the failure of a part is the failure of the whole
    const QJsonObject &object() const { return m_object; }
    const std::optional<Failure> &failure() const { return m_failure; }
    template<typename Value>
    Result<Value> result(Value value) const
    {
        if (m_failure)
            return tl::unexpected<Failure>(*m_failure);
        return value;
    }

private:
    friend QList<JsonReader> objectsOrNone(JsonReader &row, QLatin1StringView field);
    friend Result<JsonReader> readObject(const QByteArray &body, const QString &what);
    // The text that the object was read from, for numbers as they are written; they are looked up when one is asked for.
    struct Source
    {
        QByteArray text;
        qsizetype whatSize = 0; // of the name before the paths
        std::shared_ptr<const JsonNumbers> numbers;
    };
    QString pathOf(QLatin1StringView field) const;
    QString numberAt(QLatin1StringView field) const;
    JsonReader part(const QJsonObject &object, const QString &where) const;
    bool wants(bool fits, QLatin1StringView field, const char *type);

    QJsonObject m_object;
    QString m_where;
    std::shared_ptr<Source> m_source;
    std::optional<Failure> m_failure;
};

QList<JsonReader> objectsOrNone(JsonReader &row, QLatin1StringView field); // may be null or missing

// The object a body holds; `what` names the answer in the failure.
Result<JsonReader> readObject(const QByteArray &body, const QString &what);

} // namespace gateway
