// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace smoke {

// A sentence in the reader's language.
inline QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace smoke
