// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/add_form.h"
#include "gateway/detect.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/connections/address_block.h"
#include "pages/connections/advanced_fields.h"
#include "pages/connections/secret_field.h"
#include "pages/connections/sign_in_fields.h"
#include "pages/words.h"
#include "workspace/connection_import.h"
#include "workspace/connection_words.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr Environment environments[]{Environment::Development, Environment::Staging, Environment::Production};

static QLineEdit *field(const QString &objectName, const QString &text = {})
{
    auto *made = new QLineEdit(text);
    made->setObjectName(objectName);
    return made;
}

AddForm::AddForm(const QList<Profile> &taken, const QString &address)
    : m_taken(taken)
    , m_address(new AddressBlock(address))
    , m_kind(new QComboBox)
    , m_admin(field(u"adminAddress"_s))
    , m_userId(field(u"userId"_s))
    , m_adminKey(new SecretField(u"adminKey"_s))
    , m_key(new SecretField(u"key"_s))
    , m_name(field(u"name"_s, workspace::nameFor(gateway::dataUrlOf(address))))
    , m_environment(new QComboBox)
    , m_readOnly(new QCheckBox(tr("Read only: offer nothing that changes it")))
    , m_advanced(new AdvancedFields)
    , m_signIn(new SignInFields)
{
    m_kind->addItem(tr("Not recognised yet"), QString());
    for (const QString &kind : offeredKinds(taken))
        m_kind->addItem(kindName(kind), kind);
    for (const Environment each : environments)
        m_environment->addItem(environmentName(each), int(each));
    m_kind->setObjectName(u"kind"_s);
    m_environment->setObjectName(u"environment"_s);
    m_readOnly->setObjectName(u"readOnly"_s);
    build();
    listen();
    showKind();
    judge(false);
}

void AddForm::build()
{
    m_kindRow = (new kit::FormRow(tr("Kind"), m_kind))->withHint(tr("Recognised by its answers, or chosen here."));
    m_userIdRow = (new kit::FormRow(tr("User id"), m_userId))
                      ->withHint(tr("Older servers ask for it; their console shows it. The first user is 1."));
    m_adminRow =
        (new kit::FormRow(tr("Admin address"), m_admin))->withHint(tr("Empty: as it follows from the address."));
    m_adminKeyRow = new kit::FormRow(tr("Admin key"), m_adminKey);
    m_keyRow = new kit::FormRow(tr("Data key"), m_key);
    m_nameRow = (new kit::FormRow(tr("Name"), m_name))->withHint(tr("As the side bar shows it."));
    auto *environment =
        (new kit::FormRow(tr("Environment"), m_environment))->withHint(tr("Sets its colour and how careful we are."));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kit::space::l);
    grid->setVerticalSpacing(kit::space::m);
    grid->addWidget(m_address, 0, 0, 1, 2);
    grid->addWidget(m_kindRow, 1, 0);
    grid->addWidget(m_userIdRow, 1, 1);
    grid->addWidget(m_adminRow, 2, 0, 1, 2);
    m_keys = new QWidget;
    auto *keys = new QHBoxLayout(m_keys);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(kit::space::l);
    keys->addWidget(m_adminKeyRow, 1);
    keys->addWidget(m_keyRow, 1);
    grid->addWidget(m_keys, 3, 0, 1, 2);
    grid->addWidget(m_signIn, 4, 0, 1, 2);
    grid->addWidget(m_nameRow, 5, 0);
    grid->addWidget(environment, 5, 1);
    grid->addWidget(m_readOnly, 6, 0, 1, 2);
    grid->addWidget(m_advanced, 7, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void AddForm::listen()
{
    connect(m_address, &AddressBlock::edited, this, &AddForm::addressEdited);
    connect(m_address, &AddressBlock::left, this, [this] { judge(false); });
    connect(m_address, &AddressBlock::lookWanted, this, &AddForm::lookWanted);
    connect(m_address, &AddressBlock::fileWanted, this, &AddForm::fileWanted);
    connect(m_address, &AddressBlock::pasted, this, &AddForm::pasted);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddForm::showKind);
    connect(
        m_kind, &QComboBox::activated, this, [this] { m_kindByHand = !m_kind->currentData().toString().isEmpty(); });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_named = true; });
    connect(m_advanced, &AdvancedFields::left, this, [this] { m_advanced->judge(refusals(draft(), m_taken)); });
    connect(m_advanced, &AdvancedFields::edited, this, &AddForm::edited);
    connect(m_adminKey, &QLineEdit::textChanged, this, &AddForm::forgetTold);
    for (QLineEdit *each : {m_name, m_admin, m_userId})
        connect(each, &QLineEdit::editingFinished, this, [this] { judge(false); });
    for (QLineEdit *each :
        {m_name, m_admin, m_userId, static_cast<QLineEdit *>(m_adminKey), static_cast<QLineEdit *>(m_key)})
        connect(each, &QLineEdit::textChanged, this, &AddForm::edited);
}

// A kind that was recognised belongs to the address it was seen at.
void AddForm::addressEdited()
{
    if (!m_kindByHand)
        chooseKind({}, false);
    if (!m_named)
        m_name->setText(workspace::freeName(workspace::nameFor(m_address->url()), m_taken));
    showAdmin();
    emit edited();
}

void AddForm::chooseKind(const QString &kind, bool byHand)
{
    m_kindByHand = byHand;
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(kind)));
}

void AddForm::showKind()
{
    const QString kind = m_kind->currentData().toString();
    const bool remote = kind != "embedded"_L1;
    const bool admin = hasAdminApi(kind);
    m_address->setVisible(remote);
    m_userIdRow->setVisible(needsUserId(kind));
    m_adminRow->setVisible(admin);
    m_adminKeyRow->setVisible(admin);
    m_adminKeyRow->withHint(adminKeyHint(kind));
    m_keyRow->withHint(dataKeyHint(kind));
    m_keys->setVisible(remote);
    m_advanced->setVisible(remote);
    if (!remote && m_name->text().isEmpty())
        m_name->setText(kindName(kind));
    showAdmin();
    emit edited();
}

// The admin address that follows as long as none is typed.
void AddForm::showAdmin()
{
    const QString kind = m_kind->currentData().toString();
    const QUrl taken = m_address->url();
    const QUrl admin =
        hasAdminApi(kind) && taken.isValid() ? gateway::adminUrlFor(*gateway::adapterOf(kind), taken) : QUrl();
    m_admin->setPlaceholderText(admin.toString());
    m_signIn->offer(kind, taken.isValid());
}

void AddForm::setLooking(bool looking)
{
    m_address->setLooking(looking);
}

ConnectionDraft AddForm::draft() const
{
    ConnectionDraft draft{m_kind->currentData().toString(), m_address->text(), m_name->text(),
        Environment(m_environment->currentData().toInt()), m_readOnly->isChecked(), {}, {}, m_admin->text(),
        m_userId->text()};
    m_advanced->putInto(draft);
    return draft;
}

Profile AddForm::profile() const
{
    Profile out = profileOf(draft());
    out.dataKeyRef = m_key->reference();
    if (hasAdminApi(out.kind))
        out.adminKeyRef = m_adminKey->reference();
    out.userIdTold = !out.userId.isEmpty() && out.userId == m_toldUser;
    return out;
}

Secret AddForm::adminKey() const
{
    return hasAdminApi(draft().kind) ? m_adminKey->key() : Secret();
}

Secret AddForm::dataKey() const
{
    return m_key->key();
}

Secret AddForm::takeAdminKey()
{
    const Secret key = adminKey();
    m_adminKey->take();
    return key;
}

Secret AddForm::takeDataKey()
{
    return m_key->take();
}

Secret AddForm::takeClientKeyPass()
{
    const Secret pass = draft().clientKeyPass;
    m_advanced->forgetPass();
    return pass;
}

void AddForm::take(const Profile &signedIn)
{
    if (!signedIn.adminKeyRef.isEmpty())
        m_adminKey->hold({}, signedIn.adminKeyRef);
    if (!signedIn.dataKeyRef.isEmpty())
        m_key->hold({}, signedIn.dataKeyRef);
    m_userId->setText(signedIn.userId);
    m_toldUser = signedIn.userIdTold ? signedIn.userId : QString();
    m_toldFor = m_adminKey->reference();
    judge(false);
}

// What the gateway told of one admin key says nothing of another one. What a person typed stays.
void AddForm::forgetTold()
{
    if (m_toldUser.isEmpty() || m_adminKey->reference() == m_toldFor)
        return;
    if (m_userId->text() == std::exchange(m_toldUser, {}))
        m_userId->clear();
}

void AddForm::fill(const workspace::ImportedConnection &connection)
{
    const Profile &profile = connection.profile;
    m_address->setText(profile.dataUrl.toString());
    chooseKind(profile.kind, !profile.kind.isEmpty());
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    const bool follows = !adapter || profile.adminUrl == gateway::adminUrlFor(*adapter, profile.dataUrl);
    m_admin->setText(follows ? QString() : profile.adminUrl.toString());
    m_toldUser.clear();
    m_userId->setText(profile.userId);
    m_adminKey->hold(connection.adminKey, profile.adminKeyRef);
    m_key->hold(connection.dataKey, profile.dataKeyRef);
    const QString name = profile.name.isEmpty() ? workspace::nameFor(profile.dataUrl) : profile.name;
    m_name->setText(workspace::freeName(name, m_taken));
    m_environment->setCurrentIndex(m_environment->findData(int(profile.environment)));
    m_readOnly->setChecked(profile.readOnly);
    m_advanced->fill(profile.caFile, profile.proxy);
    judge(false);
    m_address->takeFocus();
}

void AddForm::follow(const gateway::Detection &detection)
{
    if (detection.failure)
        return;
    if (detection.dataUrl.isValid() && detection.dataUrl != m_address->url())
        m_address->setText(detection.dataUrl.toString());
    if (m_kindByHand)
        return;
    const QString kind = detection.adapter ? QString::fromLatin1(detection.adapter->id) : QString();
    const bool foreign = kind == "embedded"_L1; // another data dir's: only its data plane is ours to use
    const bool speaks = !detection.bases.isEmpty() && detection.bases.last().speaksApi();
    chooseKind(!kind.isEmpty() && !foreign ? kind : speaks ? u"plain_openai"_s : QString(), false);
}

// A field that was never filled is not refused while one is still on the way to it.
void AddForm::judge(bool always)
{
    const auto why = refusals(draft(), m_taken);
    const auto row = [&](kit::FormRow *each, DraftField field, const QLineEdit *of) {
        judgeRow(each, always || !of->text().isEmpty() ? why.value(field) : QString());
    };
    m_address->judge(why.value(DraftField::Address), always);
    row(m_adminRow, DraftField::AdminAddress, m_admin);
    row(m_nameRow, DraftField::Name, m_name);
}

} // namespace pages
