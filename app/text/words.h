// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <QUrl>

namespace text {

// What was being done when it failed. All of it may be empty.
struct Attempt
{
    QString intent; // translated, as it follows "Could not": "list keys"
    QString gateway; // name of the profile
    QUrl url; // that was called; its user info and query are not shown
};

// A failure in plain words, translated. `what` is a heading without a full stop; the others are sentences.
struct Words
{
    QString what;
    QString why; // with the technical cause in brackets
    QString next; // what the reader can do about it
};
Words wordsOf(const Failure &failure, const Attempt &attempt = {});

} // namespace text
