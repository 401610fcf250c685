// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/sign_in_fields.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/segmented.h"
#include "pages/connections/fold.h"
#include "pages/connections/secret_field.h"
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

SignInFields::SignInFields()
    : m_ways(new kit::Segmented(tr("Way to sign in"), {tr("User and password"), tr("Code")}))
    , m_user(new QLineEdit)
    , m_password(new SecretField(u"signInPassword"_s))
    , m_signIn(kit::button(tr("Sign in")))
    , m_ask(kit::button(tr("Get a code")))
    , m_open(kit::button(tr("Open the page")))
    , m_code(kit::label({}, kit::Type::Title))
    , m_said(kit::paragraph({}))
{
    m_user->setObjectName(u"signInUser"_s);
    m_signIn->setObjectName(u"signIn"_s);
    m_ask->setObjectName(u"signInCode"_s);
    m_open->setObjectName(u"signInPage"_s);
    m_code->setObjectName(u"signInGrant"_s);
    m_said->setObjectName(u"signInSaid"_s);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_byPassword = passwordWay();
    m_byCode = codeWay();
    m_fold = new Fold(tr("Sign in to get a key"), u"signInFold"_s,
        kit::stacked({kit::flow({m_ways}), m_byPassword, m_byCode, m_said}, kit::space::s));
    kit::plainColumn(this, 0)->addWidget(m_fold);
    connect(m_ways, &kit::Segmented::chosen, this, &SignInFields::judge);
    connect(m_user, &QLineEdit::textChanged, this, &SignInFields::judge);
    connect(m_password, &QLineEdit::textChanged, this, &SignInFields::judge);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
    tellCode({});
    judge();
}

QWidget *SignInFields::passwordWay()
{
    auto *user = (new kit::FormRow(tr("User"), m_user))->withHint(tr("As on the gateway's own page."));
    auto *password = (new kit::FormRow(tr("Password"), m_password))->withHint(tr("Sent once, and kept nowhere."));
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_waiting)
            emit stopWanted();
        else
            emit passwordGiven(m_user->text().trimmed(), m_password->take());
    });
    return kit::stacked({kit::row({user, password}, kit::space::l),
                            kit::wrapped(tr("It makes a new access token; the one this user had there stops working."),
                                kit::Type::Caption, kit::Ink::Muted),
                            kit::flow({m_signIn})},
        kit::space::s);
}

QWidget *SignInFields::codeWay()
{
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (m_waiting)
            emit stopWanted();
        else
            emit codeWanted();
    });
    return kit::stacked({kit::wrapped(tr("Flatkey only: whoever is signed in there enters the code and lets this "
                                         "program in."),
                             kit::Type::Caption, kit::Ink::Muted),
                            m_code, kit::flow({m_ask, m_open})},
        kit::space::s);
}

void SignInFields::offer(const QString &kind, bool usable)
{
    const gateway::Adapter *adapter = gateway::adapterOf(kind);
    setVisible(adapter && adapter->signIns);
    m_usable = usable;
    judge();
}

void SignInFields::judge()
{
    const bool code = m_ways->current() == 1;
    m_byPassword->setVisible(!code);
    m_byCode->setVisible(code);
    m_signIn->setEnabled(m_waiting || (m_usable && !m_user->text().trimmed().isEmpty() && m_password->given()));
    m_ask->setEnabled(m_waiting || m_usable);
}

void SignInFields::tellCode(const std::optional<gateway::DeviceGrant> &grant)
{
    m_page = grant ? grant->page : QUrl();
    m_code->setText(grant ? grant->userCode : QString());
    m_code->setVisible(grant.has_value());
    m_open->setVisible(grant.has_value());
}

static QString saidOf(const workspace::SigningIn::State &state, const text::Attempt &attempt)
{
    if (state.grant)
        return SignInFields::tr("Enter it at %1. It is waited for.").arg(state.grant->page.toString());
    if (state.waiting)
        return SignInFields::tr("Asking the gateway.");
    if (state.failure) {
        const text::Words words = text::wordsOf(*state.failure, attempt);
        return words.why + u' ' + words.next;
    }
    return state.found ? SignInFields::tr("Signed in. What it gave lies in the vault.") : QString();
}

void SignInFields::tell(const workspace::SigningIn::State &state, const text::Attempt &attempt)
{
    m_waiting = state.waiting;
    m_signIn->setText(m_waiting ? tr("Stop") : tr("Sign in"));
    m_ask->setText(m_waiting ? tr("Stop") : tr("Get a code"));
    m_ways->setEnabled(!m_waiting);
    tellCode(state.grant);
    m_said->setText(saidOf(state, attempt));
    m_said->setVisible(!m_said->text().isEmpty());
    judge();
}

} // namespace pages
