// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/review_difference.h"
#include "kit/row_model.h"
#include "kit/status.h"
#include <QSet>

namespace pages {

enum class ReviewGroup { All, Risky, Undecided, Changed, Count };

// One line of the review's table.
struct ReviewLine
{
    keys::ReviewRow row;
    bool changed = false; // since the review before

    friend bool operator==(const ReviewLine &, const ReviewLine &) = default;
};

bool belongs(const ReviewLine &line, ReviewGroup group);
// What a key can spend in 31 days, in few digits; the file that is exported tells all of them.
QString mostOf(const keys::ReviewRow &row);
kit::Status statusOf(const keys::ReviewRow &row); // by its gravest risk
kit::Status statusOf(keys::Decision decision);

struct ReviewModel final : kit::RowModel<ReviewLine>
{
    enum ColumnId { Name, Owner, Reach, Most, LastUse, Risks, Decided };

    ReviewModel();
};

} // namespace pages
