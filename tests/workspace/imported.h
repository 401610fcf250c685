// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/connection_import.h"
#include <QTest>

// The one connection that a text holds; an empty one if it holds none or several.
inline workspace::ImportedConnection onlyIn(const QByteArray &text)
{
    const auto read = workspace::readConnections(text);
    if (!read)
        qWarning("%s", qPrintable(read.error()));
    return read && read->connections.size() == 1 ? read->connections.first() : workspace::ImportedConnection();
}

inline bool said(const QStringList &sentences, const char *what)
{
    return std::ranges::any_of(
        sentences, [what](const QString &each) { return each.contains(QString::fromLatin1(what)); });
}
