// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include <QLineEdit>

namespace pages {

// A field for a key that is never shown. It may hold one that was imported, or what stands for it, until one is typed.
class SecretField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretField(const QString &objectName);
    void hold(const Secret &secret, const QString &reference); // "env:VARIABLE", "file:PATH"; both empty: nothing
    Secret key() const; // typed, else held; not what a reference stands for
    QString reference() const; // of the one held; empty while one is typed
    bool given() const { return !text().trimmed().isEmpty() || !m_held.isEmpty() || !m_reference.isEmpty(); }
    Secret take(); // the key; forgets what was typed and held

private:
    Secret m_held;
    QString m_reference;
};

} // namespace pages
