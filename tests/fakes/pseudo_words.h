// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTranslator>

// Puts every text that goes through tr() in brackets: what shows without them never did.
class PseudoWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("[") + QString::fromUtf8(source) + QStringLiteral("~~~]");
    }
};
