// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "keys/review.h"
#include <QJsonObject>

// The rows of a review as they are stored and as `gwctl key review --json` gives them. Never a secret.
namespace keys {

QJsonObject jsonOf(const ReviewRow &row);
QByteArray contentOf(const QList<ReviewRow> &rows);
// Decode: it is not what contentOf() writes.
Result<QList<ReviewRow>> rowsFrom(const QByteArray &content);

} // namespace keys
