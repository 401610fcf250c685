// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/space.h"
#include <QList>

class QScrollArea;
class QVBoxLayout;
class QWidget;

// How pages are put together: margins and gaps in one place.
namespace kit {

QVBoxLayout *pageColumn(QWidget *page); // margin 24 x 16, 12 between cards
QVBoxLayout *plainColumn(QWidget *holder, int gap = space::s); // no margins
QScrollArea *scrolled(QWidget *content); // up and down only
QWidget *row(const QList<QWidget *> &widgets, int gap = space::s, int stretchAt = -1);
QWidget *stacked(const QList<QWidget *> &widgets, int gap = space::m, int stretchAt = -1);
QWidget *flow(const QList<QWidget *> &widgets); // wraps
QWidget *spacer();
// Verbs at both ends, the reason why the primary one is off beside it; it shortens first.
QWidget *foot(const QList<QWidget *> &start, const QString &reason, const QList<QWidget *> &verbs);

} // namespace kit
