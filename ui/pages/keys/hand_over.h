// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QUrl>

namespace pages {

// What a caller needs to use a key. The text names a variable, never the key itself.
struct HandOver
{
    QString title; // ".env"
    QString text;
};
QString variableOf(const QString &keyName); // "CHECKOUT_PROD_KEY"
QList<HandOver> handOvers(const QString &keyName, const QUrl &dataUrl, const QString &alias);

} // namespace pages
