// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "pages/connections/draft.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
namespace kit {
class FormRow;
}
namespace gateway {
struct Detection;
}
namespace workspace {
struct ImportedConnection;
}

namespace pages {

class AddressBlock;
class AdvancedFields;
class SecretField;
class SignInFields;

// The fields of a new connection: those that its kind needs. Says at every edit whether they can be saved.
class AddForm final : public QWidget
{
    Q_OBJECT

public:
    AddForm(const QList<Profile> &taken, const QString &address);
    ConnectionDraft draft() const;
    Profile profile() const; // of the draft, with the references of keys that are not kept here
    Secret adminKey() const; // empties nothing
    Secret dataKey() const;
    Secret takeAdminKey(); // empties the field
    Secret takeDataKey();
    Secret takeClientKeyPass();
    bool complete() const { return refusals(draft(), m_taken).isEmpty(); }

    void fill(const workspace::ImportedConnection &connection);
    void follow(const gateway::Detection &detection); // the kind it names and the address that answers
    void setLooking(bool looking);
    void take(const Profile &signedIn); // what a sign-in obtained
    SignInFields *signIn() { return m_signIn; }

signals:
    void edited();
    void lookWanted(); // the gateway shall be recognised
    void pasted(const QString &text); // what is more than an address; it is no longer in the field
    void fileWanted();

private:
    void build();
    void listen();
    void addressEdited();
    void showKind();
    void showAdmin();
    void chooseKind(const QString &kind, bool byHand);
    void judge(bool always);
    void forgetTold();

    QList<Profile> m_taken;
    AddressBlock *m_address;
    QComboBox *m_kind;
    QLineEdit *m_admin;
    QLineEdit *m_userId;
    SecretField *m_adminKey;
    SecretField *m_key;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QCheckBox *m_readOnly;
    AdvancedFields *m_advanced;
    SignInFields *m_signIn;
    QWidget *m_keys = nullptr;
    kit::FormRow *m_kindRow = nullptr;
    kit::FormRow *m_adminRow = nullptr;
    kit::FormRow *m_userIdRow = nullptr;
    kit::FormRow *m_adminKeyRow = nullptr;
    kit::FormRow *m_keyRow = nullptr;
    kit::FormRow *m_nameRow = nullptr;
    bool m_kindByHand = false;
    bool m_named = false; // by hand
    QString m_toldUser; // by the gateway, for the admin key below; empty: none
    QString m_toldFor;
};

} // namespace pages
