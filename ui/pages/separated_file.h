// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <functional>
#include <QString>

class QWidget;

namespace pages {

enum class Separated { Csv, Tsv };

Separated separatedBy(const QString &path); // by its suffix; CSV for any other
QString separatedLine(Separated kind, const QStringList &cells); // formulas are disarmed
Result<> writeText(const QString &path, const QString &text); // as a whole or not at all; an error names the file

// Asks for a place for such a file, without holding up the window.
void askForFile(QWidget *parent, const QString &title, const QString &name, std::function<void(QString)> chosen);

} // namespace pages
