// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/facets.h"
#include "kit/sheet.h"
#include "shell/main_window.h"
#include "shell/photographer.h"
#include "shell/photographer_hands.h"
#include "workspace/live_workspace.h"
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

// Rights that are taken away and proven gone, the journal of it, and a connection that has no more than its own key.
namespace shell {

// A key that is made, disabled, and called with its old secret until the gateway refuses it.
Task<> Photographer::keyProof(Scene scene)
{
    m_window->perform(u"keys"_s, u"create"_s);
    type(*m_window, u"keyName"_s, u"trial-9"_s);
    type(*m_window, u"keyBudget"_s, u"2"_s);
    click(*m_window, u"createKey"_s);
    for (int turn = 0; turn < 60 && !find<QLineEdit>(*m_window, u"secretField"_s); ++turn)
        co_await settle(50);
    const auto *field = find<QLineEdit>(*m_window, u"secretField"_s);
    const QString secret = field ? field->text() : QString();
    putSecretAway();
    co_await settle(600);
    click(*m_window, u"toggleKey"_s);
    co_await settle(900);
    putToastsAway(*m_window);
    act(*m_window, u"proveKey"_s);
    co_await settle(300);
    take(scene, u"keys-proof-asked"_s);
    type(*m_window, u"proofSecret"_s, secret);
    click(*m_window, u"proofStart"_s);
    co_await settle(2500);
    take(scene, u"keys-proof-running"_s);
    co_await settle(9000);
    take(scene, u"keys-proof"_s);
    click(*m_window, u"proofClose"_s);
}

// All keys of the team, after a leak.
Task<> Photographer::keyRevocation(Scene scene)
{
    m_window->resize(scene.size);
    m_window->perform(u"keys"_s, u"revoke"_s);
    co_await settle(300);
    take(scene, u"keys-revoke-asked"_s);
    if (auto *owner = find<QComboBox>(*m_window, u"revokeOwner"_s))
        owner->setEditText(owner->itemText(0));
    type(*m_window, u"revokeWhy"_s, u"leaked, INC-204"_s);
    click(*m_window, u"revokeNow"_s);
    co_await settle(2500);
    take(scene, u"keys-revoke"_s);
    click(*m_window, u"revokeClose"_s);
    type(*m_window, u"searchKeys"_s, {});
    co_await settle(300);
}

// The lower half of the form: the passport, whose review day is chosen.
Task<> Photographer::keyPassport(Scene scene)
{
    putToastsAway(*m_window);
    m_window->open(u"keys"_s, u"support-bot"_s);
    co_await settle(300);
    click(*m_window, u"editKey"_s);
    for (auto *area : m_window->findChildren<QScrollArea *>())
        if (area->isVisible())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    co_await settle(300);
    take(scene, u"keys-passport-form"_s);
    click(*m_window, u"cancelKey"_s);
    type(*m_window, u"searchKeys"_s, {});
    co_await settle(300);
}

// What becomes of prompts and answers on the way.
Task<> Photographer::dataFacts(Scene scene)
{
    m_window->open(u"overview"_s);
    m_window->openFacts();
    co_await settle(400);
    if (auto *kept = find<QComboBox>(*m_window, u"factsGateway"_s))
        kept->setCurrentIndex(2);
    type(*m_window, u"factsDays"_s, u"30"_s);
    type(*m_window, u"factsRegion"_s, u"eu-west-1"_s);
    co_await settle(200);
    take(scene, u"connect-facts"_s);
    click(*m_window, u"keepFacts"_s);
    co_await settle(400);
}

// Someone who was given a key and nothing else.
Task<> Photographer::ownKey(Scene scene)
{
    Key wanted;
    wanted.name = u"handed-over"_s;
    wanted.budgets << Budget{2'000'000'000, u"day"_s};
    gateway::Keys &keys = *m_live->live()->admin().keys();
    auto made = co_await keys.create(wanted);
    if (!made)
        co_return;
    Profile profile;
    profile.name = u"only-a-key"_s;
    profile.kind = u"plain_openai"_s;
    profile.dataUrl = m_live->testGateway().state().dataUrl;
    m_live->addProfile(profile, {}, std::move(made->secret));
    co_await settle(2500);
    m_window->open(u"overview"_s);
    co_await settle(900);
    take(scene, u"overview-own-key"_s);
    m_window->open(u"keys"_s);
    co_await settle(500);
    take(scene, u"keys-own-key"_s);
}

} // namespace shell
