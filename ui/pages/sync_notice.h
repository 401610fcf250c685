// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "kit/status.h"

class QPushButton;
class QWidget;

namespace workspace {
class Session;
}

namespace pages {

// A failure as a bar above the rows that stay: `title` says what they are, the rest is why and what next.
QPushButton *addFailure(
    QWidget *holder, kit::Status status, const QString &title, const Failure &failure, const QString &verb);

// The last sync of the session failed and the window does not say that it is offline: said here, with "Fetch again".
void addSyncFailure(QWidget *holder, workspace::Session &session);

void clearNotices(QWidget *holder);

} // namespace pages
