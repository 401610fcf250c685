// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace smoke {

// A sentence in the reader's language.
inline QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}
// The same with a number: %n and its plural.
inline QString translate(const char *context, const char *text, const char *comment, int n)
{
    return QCoreApplication::translate(context, text, comment, n);
}

} // namespace smoke
