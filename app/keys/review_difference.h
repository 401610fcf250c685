// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/review.h"
#include <QJsonValue>

namespace keys {

// One field of a key in which two reviews differ, or a key that only one of them has.
struct ReviewDifference
{
    enum class What { Added, Removed, Changed };
    What what = What::Changed;
    QString keyId;
    QString name; // of the key, the newer one
    QString field; // of the plan's fields, or "reach", "risks"; empty: the key as a whole
    QJsonValue before;
    QJsonValue after;

    friend bool operator==(const ReviewDifference &, const ReviewDifference &) = default;
};

QString nameOf(ReviewDifference::What what); // "added"
// By name of key. What a key spent, and when it was called, is no difference: only that it is unused now is one.
QList<ReviewDifference> differences(const QList<ReviewRow> &before, const QList<ReviewRow> &after);

} // namespace keys
