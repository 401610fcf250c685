// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/cards.h"
#include "text/words.h"
#include "usage/own_key_gauge.h"

namespace pages {

// What the connection's own key has left, each of it with what is not told said so; first why it could not be read.
QList<PartRow> ownKeyRows(
    const usage::OwnKeyGauge::State &state, const text::Attempt &attempt, const QDateTime &now, const QString &zone);

} // namespace pages
