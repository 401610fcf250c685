// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/json_reader.h"
#include <QJsonDocument>

namespace gateway::bifrost {

// The rows of a list under one of its names, which differ between versions. A list that is null has none; a body with
// neither is no such list.
inline Result<QList<JsonReader>> rowsOf(const QByteArray &body, const QString &what, QList<QLatin1StringView> names)
{
    return readObject(body, what).and_then([&](JsonReader root) -> Result<QList<JsonReader>> {
        const QJsonObject object = QJsonDocument::fromJson(body).object();
        const auto there = std::ranges::find_if(names, [&](QLatin1StringView name) { return object.contains(name); });
        if (there == names.end())
            root.refuse(names.first(), QStringLiteral("no list"));
        QList<JsonReader> rows = there == names.end() ? QList<JsonReader>() : objectsOrNone(root, *there);
        return root.result(rows);
    });
}

// Every row of it as a value.
template<typename Value>
Result<QList<Value>> valuesOf(
    Result<QList<JsonReader>> rows, const std::function<void(JsonReader &, QList<Value> &)> &read)
{
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    QList<Value> values;
    for (JsonReader &row : *rows) {
        read(row, values);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
    }
    return values;
}

} // namespace gateway::bifrost
