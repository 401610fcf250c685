// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/context.h"
#include "keys/reviews.h"

namespace cli {

// A review on stdout, and what changed since an earlier one.
void printReview(
    Context &context, const keys::Review &review, const QString &profile, const std::optional<keys::Review> &since);
// The reviews that were kept, newest first.
void printReviews(Context &context, const QList<keys::Review> &kept, const QString &profile);

} // namespace cli
