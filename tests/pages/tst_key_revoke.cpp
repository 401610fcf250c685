// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_revocation.h"
#include "fakes/keys_world.h"
#include "kit/sheet.h"
#include "pages/keys/revoke_words.h"
#include "smoke/canned.h"
#include "workspace/refusal_proof.h"
#include <QAction>
#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using gateway::Feature;
using workspace::RevokedLine;
using Became = RevokedLine::Result;

namespace {

Profile profileOf(const QString &name, Environment environment)
{
    Profile profile;
    profile.id = u"id-"_s + name;
    profile.name = name;
    profile.environment = environment;
    return profile;
}

RevokedLine lineOf(const QString &profile, const QString &key, Became result)
{
    RevokedLine line;
    line.profileId = u"id-"_s + profile;
    line.profile = profile;
    line.key.id = line.key.name = key;
    line.result = result;
    return line;
}

class Archive : public smoke::RunArchive
{
public:
    Task<Result<>> save(RunReport, QList<smoke::Evidence>) override { co_return Result<>(); }
    Task<Result<QList<RunReport>>> recent(int) override { co_return QList<RunReport>(); }
};

// The gateway shows the secret of any key.
class Source : public workspace::ProofSource
{
public:
    Task<workspace::ProofKnown> of(Key key) override
    {
        workspace::ProofKnown known;
        known.secret = Secret("sk-example-of-" + key.name.toUtf8());
        co_return known;
    }
};

} // namespace

// Every key of an owner is revoked from the keys page: asked with its name, told row by row, tried again.
class KeyRevokeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theQuestionNamesOwnerAndConnections()
    {
        World w;
        w.ask();
        QCOMPARE(w->find<QComboBox>("revokeOwner")->currentText(), w.owner);
        QCOMPARE(w->find<QLabel>("revokeConnections")->text(), u"acme-staging (staging), acme-test (development)"_s);
        QVERIFY(!w->find<QLineEdit>("revokeTyped")->isVisible());
        QVERIFY(w->find<QPushButton>("revokeNow")->isEnabled());
        QCOMPARE(w->find<QComboBox>("revokeOwner")->accessibleName(), u"Owner"_s);
        w.grab("ask");
        QTest::mouseClick(w->find<QPushButton>("revokeClose"), Qt::LeftButton);
        QTRY_VERIFY(!w->find<QWidget>("revokeSheet"));
        QVERIFY(w.work->asked.isEmpty());
    }

    void productionWantsTheNameTyped()
    {
        World w({profileOf(u"acme-prod"_s, Environment::Production)});
        w.ask();
        QVERIFY(w->find<QLineEdit>("revokeTyped")->isVisible());
        QVERIFY(!w->find<QPushButton>("revokeNow")->isEnabled());
        QCOMPARE(w->find<QLabel>("revokeReason")->text(), u"Type the name of the owner once more."_s);
        w->find<QLineEdit>("revokeTyped")->setText(w.owner);
        QVERIFY(w->find<QPushButton>("revokeNow")->isEnabled());
        w.grab("production");
    }

    void withoutAKeyTheOwnerIsChosen()
    {
        World w;
        w->page->perform(u"revoke"_s);
        QVERIFY(!w->find<QPushButton>("revokeNow")->isEnabled());
        QCOMPARE(w->find<QLabel>("revokeReason")->text(), u"Name the owner first."_s);
        QVERIFY(w->find<QComboBox>("revokeOwner")->findText(w.owner) >= 0);
        w->page->perform(u"prove"_s);
        QCOMPARE(w->window.findChildren<kit::Sheet *>().size(), 1);
    }

    void everyRowSaysWhatBecameOfIt()
    {
        World w;
        w.work->answers[u"id-acme-staging"_s] = {lineOf(u"acme-staging"_s, u"web-1"_s, Became::Disabled),
            lineOf(u"acme-staging"_s, u"web-2"_s, Became::WasDisabled)};
        w.work->answers[u"id-acme-test"_s] = {lineOf(u"acme-test"_s, {}, Became::Unknown)};
        w.ask();
        w.revoke();
        QTRY_COMPARE(w.sentence(), u"1 key(s) disabled, 1 key(s) disabled already, 1 connection(s) not known."_s);
        const auto *table = w->find<QTableView>("revokedTable");
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"disabled"_s);
        QCOMPARE(table->model()->index(2, 3).data().toString(), u"It lists no keys: look there by hand."_s);
        QVERIFY(!w->find<QPushButton>("revokeRetry")->isVisible());
        w.grab("done");
    }

    // Its secret is known, so the calls begin at once; the list stays below for the next row.
    void eachRowHasAProofOfItsOwn()
    {
        World w;
        w.work->answers[u"id-acme-staging"_s] = {lineOf(u"acme-staging"_s, u"web-1"_s, Became::Disabled)};
        w.work->answers[u"id-acme-test"_s] = {lineOf(u"acme-test"_s, u"web-2"_s, Became::Disabled)};
        w.ask();
        w.revoke();
        auto *prove = w->find<QPushButton>("revokeProve");
        QTRY_COMPARE(prove->text(), u"Prove “web-1”…"_s);
        QTest::mouseClick(prove, Qt::LeftButton);
        QTRY_VERIFY(w->find<QWidget>("proofSheet"));
        QTRY_VERIFY(w->shown().contains(u"Refused 5 time(s) running"_s));
        QCOMPARE(w.provenSecret, QByteArray("sk-example-of-web-1"));
        w.grab("row-proof");
        QTest::mouseClick(w->find<QPushButton>("proofClose"), Qt::LeftButton);
        QTRY_VERIFY(!w->find<QWidget>("proofSheet"));
        QVERIFY(w->find<QWidget>("revokeSheet")->isVisible());
        w->find<QTableView>("revokedTable")->setCurrentIndex(w->find<QTableView>("revokedTable")->model()->index(1, 0));
        QCOMPARE(prove->text(), u"Prove “web-2”…"_s);
        QTest::mouseClick(prove, Qt::LeftButton);
        QTRY_COMPARE(w.work->proofs, QStringList{u"id-acme-test"_s}); // on its own connection
        QTRY_VERIFY(!w->navigation.toasts.isEmpty());
        QVERIFY(w->navigation.toasts.last().text.startsWith(u"Nothing can be proven on acme-test: "_s));
    }

    void aRowWithoutAKeyHasNothingToProve()
    {
        World w;
        w.work->answers[u"id-acme-test"_s] = {lineOf(u"acme-test"_s, u"web-2"_s, Became::WasDisabled)};
        w.work->answers[u"id-acme-staging"_s] = {lineOf(u"acme-staging"_s, {}, Became::Unknown)};
        w.ask();
        w.revoke();
        auto *prove = w->find<QPushButton>("revokeProve");
        QTRY_COMPARE(prove->text(), u"Prove “web-2”…"_s); // the first that can be
        w->find<QTableView>("revokedTable")->setCurrentIndex(w->find<QTableView>("revokedTable")->model()->index(0, 0));
        QVERIFY(!prove->isEnabled());
    }

    void whatFailedIsTriedAgain()
    {
        World w;
        RevokedLine failed = lineOf(u"acme-test"_s, {}, Became::Failed);
        failed.failure = Failure{FailureKind::Network, u"connection refused"_s};
        failed.attempt = {{}, u"acme-test"_s, QUrl(u"http://127.0.0.1:9"_s)};
        w.work->answers[u"id-acme-staging"_s] = {lineOf(u"acme-staging"_s, u"web-1"_s, Became::Disabled)};
        w.work->answers[u"id-acme-test"_s] = {failed};
        w.ask();
        w.revoke();
        QTRY_COMPARE(w.sentence(), u"1 key(s) disabled, 1 failed."_s);
        QVERIFY(w->find<QLabel>("revokeAdvice")->text().contains(u"disable the provider keys"_s));
        QTRY_VERIFY(w->find<QLabel>("revokeWhole")->text().contains(u"127.0.0.1:9"_s));
        QTRY_VERIFY(w->find<QPushButton>("revokeRetry")->hasFocus());
        w.grab("failed");
        w.work->answers[u"id-acme-test"_s] = {lineOf(u"acme-test"_s, u"web-3"_s, Became::Disabled)};
        QTest::mouseClick(w->find<QPushButton>("revokeRetry"), Qt::LeftButton);
        QTRY_COMPARE(w.sentence(), u"2 key(s) disabled."_s);
        QCOMPARE(w.work->asked.size(), 3);
    }

    void anOwnerNobodyKnowsIsSaid()
    {
        World w;
        w.ask();
        w.revoke();
        QTRY_COMPARE(w.sentence(), u"No connection lists a key of “%1”."_s.arg(w.owner));
        QVERIFY(!w->find<QPushButton>("revokeProve")->isVisible());
    }

    void aKeyWithoutAnOwnerHasNoSuchVerb()
    {
        World w([](KeysWorld &world) { world.admin.rows.first().passport.owner.clear(); });
        QVERIFY(!w->page->findChild<QAction *>(u"revokeKey"_s)->isEnabled());
    }

    void ownersAreEachNamedOnce()
    {
        Key one;
        one.passport.owner = u"web"_s;
        Key other = one;
        other.passport.owner = u"search"_s;
        QCOMPARE(pages::ownersOf({one, other, one, Key()}), (QStringList{u"search"_s, u"web"_s}));
    }

private:
    struct World
    {
        Canned http;
        Archive archive;
        Clock clock;
        smoke::RunService runs{http, archive, clock};
        QByteArray provenSecret;
        std::unique_ptr<KeysWorld> world = std::make_unique<KeysWorld>();
        FakeRevokeWork *work = nullptr;
        QString owner;

        explicit World(const std::function<void(KeysWorld &)> &prepare)
        {
            open({profileOf(u"acme-staging"_s, Environment::Staging)}, prepare);
        }
        explicit World(const QList<Profile> &profiles = {profileOf(u"acme-staging"_s, Environment::Staging),
                           profileOf(u"acme-test"_s, Environment::Development)})
        {
            open(profiles, [](KeysWorld &) {});
        }
        void open(const QList<Profile> &profiles, const std::function<void(KeysWorld &)> &prepare)
        {
            auto made = std::make_unique<FakeRevokeWork>();
            made->all = profiles;
            work = made.get();
            world->sources.revocation = std::make_unique<workspace::OwnerRevocation>(std::move(made));
            http.answers = {Canned::json(R"({"error":{"message":"disabled key"}})", 401)};
            world->sources.proof = std::make_unique<workspace::RefusalProof>(
                runs, [this](const workspace::RefusalProof::Wish &wish) { return plan(wish); });
            world->sources.known = std::make_unique<Source>();
            world->place.profileId = u"id-acme-staging"_s;
            world->admin.can = {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey};
            prepare(*world);
            owner = world->admin.rows.first().passport.owner;
            world->openLoaded();
            world->choose(world->admin.rows.first().name);
        }
        KeysWorld *operator->() const { return world.get(); }
        smoke::Plan plan(const workspace::RefusalProof::Wish &wish)
        {
            provenSecret = wish.key.reveal();
            smoke::Plan made;
            made.checks = QStringList{u"T07g"_s};
            made.target.dataBase = QUrl(u"http://gw.test/v1"_s);
            made.target.key = wish.key;
            made.pace.betweenProbes = std::chrono::milliseconds(2);
            return made;
        }
        void ask() const
        {
            world->page->findChild<QAction *>(u"revokeKey"_s)->trigger();
            if (!world->find<QWidget>("revokeSheet"))
                qFatal("nothing was asked");
        }
        void revoke() const
        {
            QTRY_VERIFY(world->find<QPushButton>("revokeNow")->isEnabled());
            QTest::mouseClick(world->find<QPushButton>("revokeNow"), Qt::LeftButton);
        }
        QString sentence() const
        {
            const auto *label = world->find<QLabel>("revokeSentence");
            return label && label->isVisible() ? label->text() : QString();
        }
        void grab(const char *name) const
        {
            QTest::qWait(50);
            if (qEnvironmentVariableIsSet("GW_GRAB"))
                world->window.grab().save(
                    qEnvironmentVariable("GW_GRAB") + u"/revoke-%1.png"_s.arg(QString::fromLatin1(name)));
        }
    };
};

QTEST_MAIN(KeyRevokeTest)
#include "tst_key_revoke.moc"
