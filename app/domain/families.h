// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

// The families of calls that a key or an alias can be limited to, by their names on the wire.
inline QStringList callFamilies()
{
    return {QStringLiteral("chat"), QStringLiteral("responses"), QStringLiteral("completions"),
        QStringLiteral("messages"), QStringLiteral("gemini"), QStringLiteral("embeddings"), QStringLiteral("images")};
}
