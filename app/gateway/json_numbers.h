// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace gateway {

// The numbers of a JSON text as they are written, by their path from the root: "data[3].usage". Money is read from here:
// QJsonValue would make a double of it. The text must be valid JSON (QJsonDocument has read it).
class JsonNumbers
{
public:
    explicit JsonNumbers(const QByteArray &validJson);
    QString at(const QString &path) const { return m_texts.value(path); } // empty: no number there

private:
    QHash<QString, QString> m_texts;
};

// Decimal text times 10^shift in nanos ("0.0000025" USD a token, shift 6: nanos a million). Empty: no number.
std::optional<qint64> shiftedNanos(const QString &decimal, int shift);

// A JSON value that compactJson() writes as the number it stands for, digit by digit.
QJsonValue decimalJson(qint64 nanos);
QByteArray compactJson(const QJsonObject &object);

} // namespace gateway
