// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QString;
class QWidget;

namespace pages {

// A name in small print and what is known under it, to be selected and copied; nothing known is a dash.
QWidget *fact(const QString &name, const QString &value);
// Facts in two columns.
QWidget *gridOf(const QList<QWidget *> &facts);

} // namespace pages
