// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QUrl>

namespace keys {

// What a caller needs to use a key. The text names a variable, never the key itself, and says how the way back is kept.
struct HandOver
{
    QString id; // the lasting name: "env", "kubernetes"
    QString title; // ".env", a proper name and not translated
    QString text;
};

QString variableOf(const QString &keyName); // "CHECKOUT_PROD_KEY"
// For every client there is. `dataUrl` ends with the version ("…/v1"), as the profile has it.
QList<HandOver> handOvers(const QString &keyName, const QUrl &dataUrl, const QString &alias);

} // namespace keys
