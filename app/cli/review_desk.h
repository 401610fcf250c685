// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"
#include "keys/reviews.h"

namespace cli {

// The access reviews of one profile.
struct ReviewDesk
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
    std::shared_ptr<keys::Reviews> reviews;
    QList<keys::Review> kept; // newest first, without rows
};
// Nothing is asked of the gateway.
Task<Maybe<ReviewDesk>> reviewDesk(Context &context);

// Of the keys as the gateway tells them now, with --offline as last seen; with --keep it is kept.
Task<Maybe<keys::Review>> takenReview(Context &context, ReviewDesk desk);
// The kept one that the first word names, else the newest.
Task<Maybe<keys::Review>> reviewMeant(Context &context, ReviewDesk desk);
// What the review of that number (0: it is not kept) is compared with: --with, else the newest before it; empty: none.
Task<Maybe<std::optional<keys::Review>>> earlier(Context &context, ReviewDesk desk, qint64 id);

} // namespace cli
