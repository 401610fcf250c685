// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>

// Numbers and units as the screen shows them. A missing value is an em dash, never a zero.
namespace kit::format {

QString none();
QString orNone(const QString &text); // the text; empty: none()
QString count(qint64 n, const QLocale &locale = {}); // 1,284,503
QString compact(qint64 n, const QLocale &locale = {}); // 1.28 M
QString money(qint64 nanos, const QLocale &locale = {}); // 1,284.50; small amounts keep their digits: 0.0042, 0.000046
QString moneyWithCode(qint64 nanos, const QString &code, const QLocale &locale = {}); // 1,284.50 USD
QString moneyShort(qint64 nanos, const QLocale &locale = {}); // for columns: below 0.0001 it says "< 0.0001"
QString moneyExact(qint64 nanos, const QLocale &locale = {}); // every digit there is: 0.0000096
QString percent(double share, const QLocale &locale = {}); // 0.124 -> 12.4 %
QString change(double share, const QLocale &locale = {}); // +12 %
QString duration(qint64 milliseconds, const QLocale &locale = {}); // 842 ms, 1.84 s, 2 min 14 s
QString bytes(qint64 n, const QLocale &locale = {}); // 14.2 MiB

} // namespace kit::format
