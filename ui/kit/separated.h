// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

// Rows of text for other programs. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
namespace kit {

QString guarded(const QString &cell); // plain numbers stay as they are
QString tsvLine(const QStringList &cells); // ends with a line feed; tabs and line breaks in cells become blanks
QString csvLine(const QStringList &cells); // RFC 4180, ends with CR LF

} // namespace kit
