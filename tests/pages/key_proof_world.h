// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/keys_world.h"
#include "smoke/canned.h"
#include <QAction>
#include <QLineEdit>
#include <QPushButton>

// The keys page with the proof that a key is refused, over canned answers.
namespace key_proof {

using gateway::Feature;
using workspace::RefusalProof;

inline net::Exchange admitted()
{
    return Canned::json(R"({"object":"list","data":[]})");
}

inline net::Exchange refused()
{
    return Canned::json(R"({"error":{"message":"disabled key"}})", 401);
}

class Archive : public smoke::RunArchive
{
public:
    QList<RunReport> kept;
    Task<Result<>> save(RunReport report, QList<smoke::Evidence>) override
    {
        kept.prepend(report);
        co_return Result<>();
    }
    Task<Result<QList<RunReport>>> recent(int) override { co_return kept; }
};

// What is known of every key.
class Source : public workspace::ProofSource
{
public:
    workspace::ProofKnown known;
    Task<workspace::ProofKnown> of(Key) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        co_return known;
    }
};

inline const QString secretText = QStringLiteral("sk-gw-EXAMPLE-that-was-given-up");

struct World
{
    Canned http;
    Archive archive;
    Clock clock;
    smoke::RunService runs{http, archive, clock};
    std::chrono::milliseconds probing;
    RefusalProof::Wish wish;
    RefusalProof *asked = nullptr;
    Source *source = nullptr;
    std::unique_ptr<KeysWorld> world = std::make_unique<KeysWorld>();

    explicit World(
        QList<net::Exchange> answers = {refused()}, std::chrono::milliseconds longest = std::chrono::seconds(60))
        : probing(longest)
    {
        http.answers = std::move(answers);
        world->admin.can = {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey};
        Key old = world->admin.rows.first();
        old.id = QStringLiteral("id-old");
        old.name = QStringLiteral("checkout-old");
        old.enabled = false;
        world->admin.rows << old;
        const auto planOf = [this](const RefusalProof::Wish &wanted) { return plan(wish = wanted); };
        world->sources.proof = std::make_unique<RefusalProof>(runs, planOf);
        asked = world->sources.proof.get();
        auto known = std::make_unique<Source>();
        source = known.get();
        world->sources.known = std::move(known);
        world->openLoaded();
    }
    KeysWorld *operator->() const { return world.get(); }
    const RefusalProof::State &proof() const { return asked->state(); }
    smoke::Plan plan(const RefusalProof::Wish &wanted) const
    {
        smoke::Plan made;
        made.suite = QStringLiteral("revocation");
        made.checks = QStringList{QStringLiteral("T07g")};
        if (!wanted.alias.isEmpty())
            made.aliases = QStringList{wanted.alias};
        made.target.dataBase = QUrl(QStringLiteral("http://gw.test/v1"));
        made.target.key = wanted.key;
        made.pace.betweenProbes = std::chrono::milliseconds(2);
        made.pace.probing = probing;
        return made;
    }
    void disable(const QString &name) const
    {
        world->choose(name);
        for (QAction *action : world->table->actions())
            if (action->text() == QStringLiteral("Disable"))
                return action->trigger();
        qFatal("it cannot be disabled");
    }
    void chooseDisabled() const { world->choose(QStringLiteral("checkout-old")); }
    void ask() const
    {
        chooseDisabled();
        trigger("proveKey");
        QTRY_VERIFY(world->find<QWidget>("proofSheet"));
    }
    void trigger(const char *name) const
    {
        auto *action = world->page->findChild<QAction *>(QLatin1String(name));
        if (!action || !action->isEnabled())
            qFatal("no %s", name);
        action->trigger();
    }
    void begin() const
    {
        world->find<QLineEdit>("proofSecret")->setText(secretText);
        QTRY_VERIFY(world->find<QPushButton>("proofStart")->isEnabled());
        QTest::mouseClick(world->find<QPushButton>("proofStart"), Qt::LeftButton);
    }
    void clickClose() const
    {
        QTRY_VERIFY(world->find<QPushButton>("proofClose")->isEnabled());
        QTest::mouseClick(world->find<QPushButton>("proofClose"), Qt::LeftButton);
    }
    QString sentence() const
    {
        const auto *label = world->find<QLabel>("proofSentence");
        return label && label->isVisible() ? label->text() : QString();
    }
    void grab(const char *name) const
    {
        QTest::qWait(50);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            world->window.grab().save(
                qEnvironmentVariable("GW_GRAB") + QStringLiteral("/proof-%1.png").arg(QString::fromLatin1(name)));
    }
};

} // namespace key_proof
