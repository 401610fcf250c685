// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/review_difference.h"
#include "keys/reviews.h"

// A review in words, as tables, files and pages show it. Translated; times are UTC.
namespace keys {

QString inWords(Risk risk); // "no owner"
QString inWords(Decision decision); // "keep", "undecided"
QString risksInWords(const ReviewRow &row); // separated by commas; empty: none
QString ownerOf(const ReviewRow &row); // "none" when there is none
QString reasonOf(const ReviewRow &row); // its purpose and ticket
QString scopeOf(const ReviewRow &row); // what it is limited to: "fast, smart; chat; 10.0.0.0/8"
QString reachOf(const ReviewRow &row); // "fast, smart", and what is not in the catalog
QString possibleOf(const ReviewRow &row); // "9,300 USD", "no limit"
QString lastUseOf(const ReviewRow &row); // "2026-11-02", "never", "unknown"

// The columns' headings, then a line of cells for each key.
QList<QStringList> tableOf(const QList<ReviewRow> &rows);
// A difference as one line: "owner: none → web".
QString inWords(const ReviewDifference &difference);
// How many keys of it have which risk: "2 without owner, 1 unused"; empty: no key has any.
QString risksInShort(const QList<ReviewRow> &rows);
// The whole review as a Markdown document for those who decide; `since`: an earlier one, to name what changed.
QString markdownOf(const Review &review, const QString &profile, const std::optional<Review> &since);

} // namespace keys
