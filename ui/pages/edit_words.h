// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/edit.h"
#include "kit/diff_view.h"
#include <QTimeZone>

// What a change set writes, in words, whatever kind of object it is. Pure.
namespace pages {

QString titleOf(const changes::Edit &edit); // "Key checkout-prod", "Alias fast"
QString inOneLine(const changes::Edit &edit, const QTimeZone &zone); // "budget 300 USD → 400 USD"
// The whole object as lines; those that differ have signs.
QList<kit::DiffLine> linesOf(const changes::Edit &edit, const QTimeZone &zone);

} // namespace pages
