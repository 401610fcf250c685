// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <QDateTime>
#include <QLocale>

// Amounts and times for people, by locale. What is not known says so; it is never 0.
namespace text {

QString count(qint64 n, const QLocale &locale = {}); // 1,284,503
QString tokens(std::optional<qint64> n, const QLocale &locale = {}); // "1,284 tokens", "unknown"
// Small amounts keep their digits: "0.0042 USD", "1,284.50 USD", "unknown".
QString money(std::optional<qint64> nanos, const QString &currency, const QLocale &locale = {});
QString duration(
    std::chrono::milliseconds time, const QLocale &locale = {}); // 842 ms, 1.84 s, 2 min 14 s, 3 h 5 min, 4 d 2 h
QString ago(const QDateTime &then, const QDateTime &now); // "just now", "5 min ago", "in 2 h 10 min"

// A moment as it is written in a zone: "2026-11-22 14:05:09 +01:00". An unknown zone name falls back to UTC.
QString moment(const QDateTime &utc, const QString &zone);
QString day(const QDateTime &utc, const QString &zone, const QLocale &locale = {}); // "22 Nov 2026"

} // namespace text
