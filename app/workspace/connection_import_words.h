// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/connection_import.h"

namespace workspace {

// One line of a preview: what, the value (secrets masked), where it stood.
struct PreviewLine
{
    QString what;
    QString value;
    QString from; // empty: nowhere, it follows from the rest

    friend bool operator==(const PreviewLine &, const PreviewLine &) = default;
};
QList<PreviewLine> previewOf(const ImportedConnection &connection);

QString titleOf(ImportFormat format); // ".env file"
QString titleOf(Part part); // "Admin key"
QString sentenceOf(const ConnectionImport &read); // ".env file: 2 connections recognised"
QString masked(const Secret &secret, const QString &reference); // "•••• 9f3a", "$VARIABLE at each use"; empty: none

} // namespace workspace
