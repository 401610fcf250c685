// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QList>
#include <QString>

namespace keys {

constexpr int courseHours = 72;

// Who called with the old key and with the new one, hour by hour, as stored usage tells.
struct RotationCourse
{
    struct Caller
    {
        QString alias; // empty: the rows tell none
        qint64 calls = 0;
        QDateTime last; // UTC

        friend bool operator==(const Caller &, const Caller &) = default;
    };

    QDateTime from; // UTC, start of the first of courseHours
    QList<std::optional<qint64>> oldCalls; // an hour each; empty: rows can be missing
    QList<std::optional<qint64>> newCalls;
    QList<Caller> callers; // with the old key in the hours that count as a drain, busiest first

    friend bool operator==(const RotationCourse &, const RotationCourse &) = default;
};

// Up to where and from when rows are known, and where they are missing between.
struct KnownHours
{
    QDateTime since; // of the first row; invalid: none is
    QDateTime until; // of the last complete sync; invalid: there was none
    QList<std::pair<QDateTime, QDateTime>> gaps;
};
// Whether no row of that hour can be missing.
bool isKnown(const KnownHours &known, const QDateTime &hour);

} // namespace keys
