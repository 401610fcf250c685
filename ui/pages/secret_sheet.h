// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "domain/key.h"
#include "pages/key_place.h"
#include <QObject>

class QCheckBox;
class QLabel;
class QPushButton;

namespace kit {
class Sheet;
}

namespace pages {

class ClipboardLease;
class IssuedField;

// The one time a key is seen: copy it, hand it over, say that it is stored. Closes only then. Where the gateway shows the
// secret again it closes at once. Lives as long as its sheet.
class SecretSheet final : public QObject
{
    Q_OBJECT

public:
    struct Issued
    {
        Secret secret;
        Key key;
        QString alias; // one that it may call, for the texts to hand over
        QString before = {}; // what becomes of the secret before, in a sentence; empty: the key is new
        std::optional<QString> again = {}; // the gateway showed it once more, and what limits that; empty: it is new
    };
    SecretSheet(Issued issued, const KeyPlace &place, ClipboardLease &lease, QWidget *window);
    ~SecretSheet() override;
    void close();

signals:
    void done();
    void smokeWanted();
    void copied(); // the clipboard's own copy of other text

private:
    void tellWhy(const Issued &issued);
    QWidget *secretLine();
    QWidget *countdown();
    QWidget *handOver(const Key &key, const KeyPlace &place, const QString &alias);
    void buildFoot();
    void showLeft();
    void closeIfStored();
    void finish(bool smoke);

    const bool m_again;
    Secret m_secret;
    ClipboardLease &m_lease;
    kit::Sheet *m_sheet;
    IssuedField *m_field;
    QLabel *m_left;
    QWidget *m_bar;
    QPushButton *m_empty;
    QCheckBox *m_stored;
    QLabel *m_reason;
};

} // namespace pages
