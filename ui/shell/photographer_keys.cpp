// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/segmented.h"
#include "kit/sheet.h"
#include "shell/photographer.h"
#include "shell/photographer_hands.h"
#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QTabBar>

using namespace Qt::StringLiterals;

// The keys after a person did something: tabs, forms, the secret, sheets, the access review.
namespace shell {

// A change and its undo, so that there is a history; then each view of the key.
Task<> Photographer::keyViews(Scene scene)
{
    m_window->resize(scene.size);
    m_window->open(u"keys"_s, u"shop-assistant"_s);
    co_await settle(500);
    click(*m_window, u"toggleKey"_s);
    co_await settle(900);
    click(*m_window, u"toggleKey"_s);
    co_await settle(900);
    type(*m_window, u"searchKeys"_s, {});
    co_await settle(1500);
    putToastsAway(*m_window);
    const QStringList names{u"passport"_s, u"reach"_s, u"usage"_s, u"history"_s};
    for (int at = 0; at < names.size(); ++at) {
        if (auto *tabs = find<QTabBar>(*m_window, u"keyTabs"_s))
            tabs->setCurrentIndex(at);
        co_await settle(300);
        take(scene, u"keys-"_s + names.at(at));
    }
    if (auto *tabs = find<QTabBar>(*m_window, u"keyTabs"_s))
        tabs->setCurrentIndex(0);
}

Task<> Photographer::keyForms(Scene scene)
{
    m_window->open(u"keys"_s, u"support-bot"_s);
    co_await settle(300);
    click(*m_window, u"editKey"_s);
    type(*m_window, u"keyBudget"_s, u"40"_s);
    co_await settle(200);
    take(scene, u"keys-edit"_s);
    m_window->perform(u"keys"_s, u"create"_s);
    type(*m_window, u"keyName"_s, u"support-bot"_s);
    type(*m_window, u"keyBudget"_s, u"25"_s);
    co_await settle(200);
    take(scene, u"keys-create-refused"_s);
    type(*m_window, u"keyName"_s, u"checkout-prod"_s);
    co_await settle(200);
    take(scene, u"keys-create"_s);
    co_await keyLimits(scene);
    click(*m_window, u"createKey"_s);
    co_await keySecret(scene, u"keys-secret"_s);
    click(*m_window, u"rotateKey"_s);
    co_await settle(200);
    take(scene, u"keys-rotate"_s);
    click(*m_window, u"rotateNow"_s);
    co_await keySecret(scene, u"keys-rotated"_s);
    take(scene, u"keys-two-secrets"_s);
    click(*m_window, u"removeKey"_s);
    co_await settle(300);
    take(scene, u"keys-deleted"_s);
    putToastsAway(*m_window);
    co_await settle(900);
    m_window->perform(u"keys"_s, u"gone"_s);
    co_await settle(500);
    take(scene, u"keys-gone"_s);
    click(*m_window, u"goneClose"_s);
}

// Every limit of a key, wrong ones first.
Task<> Photographer::keyLimits(Scene scene)
{
    type(*m_window, u"keyNetworks"_s, u"10.20.0.0/16, 10.30.0.0/61"_s);
    type(*m_window, u"keyRequests"_s, u"many"_s);
    co_await settle(200);
    take(scene, u"keys-limits-refused"_s);
    type(*m_window, u"keyNetworks"_s, u"10.20.0.0/16, ::1"_s);
    type(*m_window, u"keyRequests"_s, u"600"_s);
    type(*m_window, u"keyTokens"_s, u"90000"_s);
    type(*m_window, u"keyParallel"_s, u"4"_s);
    type(*m_window, u"keySoft"_s, u"80, 95"_s);
    bringUp(*m_window, u"keySoft"_s);
    co_await settle(200);
    take(scene, u"keys-limits"_s);
}

// A secret that is about to be shown, and put away.
Task<> Photographer::keySecret(Scene scene, QString name)
{
    for (int turn = 0; turn < 60 && !find<QLineEdit>(*m_window, u"secretField"_s); ++turn)
        co_await settle(50);
    co_await settle(200);
    take(scene, name);
    putSecretAway();
    co_await settle(500);
}

void Photographer::putSecretAway()
{
    if (auto *stored = find<QCheckBox>(*m_window, u"secretStored"_s))
        stored->setChecked(true);
    click(*m_window, u"secretDone"_s);
}

static void decide(MainWindow &window, int row, int decision)
{
    auto *table = find<QAbstractItemView>(window, u"reviewTable"_s);
    auto *choice = find<kit::Segmented>(window, u"reviewDecision"_s);
    if (!table || !choice)
        return;
    table->setCurrentIndex(table->model()->index(row, 0));
    choice->setCurrent(decision);
    emit choice->chosen(decision);
}

// The access review: of now, and kept with decisions.
Task<> Photographer::keyReview(Scene scene)
{
    m_window->open(u"keys"_s, {});
    m_window->perform(u"keys"_s, u"review"_s);
    co_await settle(400);
    take(scene, u"keys-review"_s);
    click(*m_window, u"reviewPrimary"_s);
    co_await settle(300);
    type(*m_window, u"reviewNote"_s, u"Asked the team, still needed"_s);
    decide(*m_window, 0, 1);
    co_await settle(300);
    decide(*m_window, 1, 3);
    co_await settle(300);
    take(scene, u"keys-review-kept"_s);
    click(*m_window, u"reviewBack"_s);
}

Task<> Photographer::keyGuard(Scene scene)
{
    m_window->open(u"keys"_s, u"ci-review"_s);
    co_await settle(400);
    act(*m_window, u"guardKey"_s);
    type(*m_window, u"guardAmount"_s, u"25"_s);
    co_await settle(300);
    take(scene, u"keys-guard"_s);
    click(*m_window, u"setGuard"_s);
    co_await settle(900);
    take(scene, u"keys-guarded"_s);
    type(*m_window, u"searchKeys"_s, {});
}

// A rotation by a successor: asked, begun, and waiting for the old key to drain.
Task<> Photographer::keyRotation(Scene scene)
{
    putToastsAway(*m_window);
    m_window->open(u"keys"_s, u"support-bot"_s);
    co_await settle(400);
    act(*m_window, u"replaceKey"_s);
    type(*m_window, u"rotationReason"_s, u"yearly, OPS-2318"_s);
    co_await settle(300);
    take(scene, u"keys-rotation-begin"_s);
    click(*m_window, u"rotationPrimary"_s);
    co_await keySecret(scene, u"keys-rotation-secret"_s);
    click(*m_window, u"rotationPrimary"_s); // the proof
    co_await settle(2500);
    type(*m_window, u"rotationNote"_s, u"three teams"_s);
    click(*m_window, u"rotationPrimary"_s);
    co_await settle(1200);
    take(scene, u"keys-rotation"_s);
    m_window->resize(1024, 640);
    co_await settle(300);
    take(scene, u"keys-rotation-1024x640"_s);
    m_window->resize(scene.size);
    click(*m_window, u"rotationBack"_s);
    co_await settle(300);
    take(scene, u"keys-rotating"_s);
    act(*m_window, u"scheduleRotation"_s);
    co_await settle(200);
    take(scene, u"keys-schedule"_s);
    click(*m_window, u"cancelSchedule"_s);
    act(*m_window, u"replaceKey"_s);
    click(*m_window, u"rotationAbandon"_s);
    co_await settle(300);
    click(*m_window, u"rotationBack"_s);
    type(*m_window, u"searchKeys"_s, {});
    co_await settle(300);
}

} // namespace shell
