// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/table.h"
#include "pages/keys/key_form.h"
#include "pages/keys/keys_model.h"
#include "pages/keys/keys_page.h"
#include "pages/keys/rotate_sheet.h"
#include "pages/navigation.h"
#include "pages/secret_sheet.h"
#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;

// The secrets of keys: of a new one, and of one that is rotated.
namespace pages {

using namespace kit;

void KeysPage::openRotation()
{
    const auto key = current();
    if (!key || !m_rotateAction->isEnabled())
        return;
    if (!m_place.features.has(gateway::Feature::RotateKey))
        return openRunbook();
    auto *sheet = new RotateSheet(*key, m_place, m_clock.now(), m_navigation.frame());
    connect(sheet, &RotateSheet::wanted, this, [this, id = key->id](std::chrono::seconds overlap) {
        m_rotating = id;
        m_service.rotate(id, overlap);
    });
    if (m_runbook)
        connect(sheet->offerSuccessor(), &QPushButton::clicked, this, &KeysPage::openRunbook);
}

// Why it was not done stands above the table, as with every change.
void KeysPage::showRotation()
{
    const auto &state = m_service.state();
    if (m_rotating.isEmpty() || state.writing.contains(m_rotating))
        return;
    const QString id = std::exchange(m_rotating, {});
    if (!state.hasSecret || state.failureOf(id))
        return; // with its secret the key may have got another id
    if (m_sources.schedules)
        m_sources.schedules->refresh(); // its day has moved on
    const QString still = oldSecretInWords(*state.issued, m_place, m_clock.now());
    showSecret(still.isEmpty() ? tr("The old secret works no more.") : still);
}

// From the palette it may be refused: then it says why.
void KeysPage::reveal()
{
    const auto key = current();
    if (const QString why = reasonAgainst(m_place, gateway::Feature::RevealKey); !why.isEmpty())
        return m_navigation.toast(why);
    if (!key || !m_revealAction->isEnabled())
        return;
    m_revealing = key->id;
    keys::KeyService *service = &m_service;
    service->reveal(key->id);
}

void KeysPage::showReveal()
{
    const auto &state = m_service.state();
    if (m_revealing.isEmpty() || state.writing.contains(m_revealing))
        return;
    const QString id = std::exchange(m_revealing, {});
    if (!state.hasSecret || state.issued->id != id)
        return;
    const Key key = *state.issued;
    if (const auto secret = m_service.takeSecret())
        showSecretOf(key, *secret, {}, m_sources.revealsLeft());
}

void KeysPage::openSecret()
{
    m_creating = false;
    m_form->setBusy(false);
    m_form->clear();
    showSecret({});
}

void KeysPage::showSecret(const QString &before)
{
    const Key key = *m_service.state().issued;
    const auto secret = m_service.takeSecret();
    closeForm();
    if (!secret)
        return;
    showSecretOf(key, *secret, before);
    setFilter({});
    for (int r = 0; r < m_filter->rowCount(); ++r)
        if (m_filter->index(r, 0).data(IdRole).toString() == key.id)
            choose(r);
}

void KeysPage::showSecretOf(
    const Key &key, const Secret &secret, const QString &before, const std::optional<QString> &again)
{
    const QList<Alias> &all = m_service.state().aliases;
    const QString any = all.isEmpty() ? u"…"_s : all.first().name;
    SecretSheet::Issued issued{secret, key, key.aliases.isEmpty() ? any : key.aliases.first(), before, again};
    m_secret = new SecretSheet(std::move(issued), m_place, m_lease, m_navigation.frame());
    connect(m_secret, &SecretSheet::smokeWanted, this, [this] { m_navigation.open(u"smoke"_s); });
    connect(m_secret, &QObject::destroyed, this, [this] { m_secret = nullptr; });
}

} // namespace pages
