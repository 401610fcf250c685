// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "text/words.h"
#include "workspace/signing_in.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
namespace kit {
class FormRow;
class Segmented;
} // namespace kit

namespace pages {

class Fold;
class SecretField;

// How to come to a key without having one: user and password, or a code that is entered on a page of the gateway. Says how
// far it has come; asks nothing by itself.
class SignInFields final : public QWidget
{
    Q_OBJECT

public:
    SignInFields();
    void offer(const QString &kind, bool usable); // the ways of that kind; `usable`: there is an address to ask
    void tell(const workspace::SigningIn::State &state, const text::Attempt &attempt);

signals:
    void passwordGiven(const QString &user, const Secret &password);
    void codeWanted();
    void stopWanted();

private:
    QWidget *passwordWay();
    QWidget *codeWay();
    void judge();
    void tellCode(const std::optional<gateway::DeviceGrant> &grant);

    kit::Segmented *m_ways;
    QLineEdit *m_user;
    SecretField *m_password;
    QPushButton *m_signIn;
    QPushButton *m_ask;
    QPushButton *m_open;
    QLabel *m_code;
    QLabel *m_said;
    QWidget *m_byPassword;
    QWidget *m_byCode;
    Fold *m_fold;
    QUrl m_page;
    bool m_usable = false;
    bool m_waiting = false;
};

} // namespace pages
