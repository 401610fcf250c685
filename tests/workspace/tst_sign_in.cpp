// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/fake_process.h"
#include "fakes/fake_clock.h"
#include "gateway/facets.h"
#include "net/endpoint.h"
#include "secrets/vaults.h"
#include "workspace/sign_in.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::FakeProcess;

// Profiles without a secret on the fakes of one family, and a vault in memory.
struct Fixture
{
    QTemporaryDir dir;
    FakeProcess &fake;
    FakeClock clock;
    secrets::Vaults vaults{{.dataDir = dir.path(), .only = secrets::VaultKind::Session}};
    net::QtHttp http;
    Profile profile;
    bool somebody = true; // is there to enter the code

    explicit Fixture(const QString &generation) : fake(FakeProcess::of(generation)), clock(fake.now())
    {
        fake.control("reset");
        profile.id = u"01PROFILE"_s;
        profile.kind = fake.text("kind");
        profile.dataUrl = QUrl(fake.text("data_url"));
        profile.adminUrl = QUrl(fake.text("admin_url"));
    }
    Result<Profile> byPassword(const QByteArray &password)
    {
        workspace::SignIn signIn(profile, vaults, clock);
        return finished(signIn.byPassword(u"root"_s, Secret(password)), 20s);
    }
    // Somebody enters the code once the gateway was asked for the first time.
    Result<Profile> byCode(QString &shown)
    {
        workspace::SignIn signIn(profile, vaults, clock);
        TaskScope scope;
        const auto told = [this, &shown, &scope](const gateway::DeviceGrant &grant) {
            shown = grant.userCode;
            if (somebody)
                scope.run(approved(grant.userCode));
        };
        return finished(signIn.byCode(told, 2ms), 20s);
    }
    Task<> approved(QString code)
    {
        const gateway::Connection how = fake.connection(http, clock);
        net::Request request;
        request.method = "POST";
        request.url = QUrl(fake.text("url") + u"/api/cli/device_authorizations/"_s + code + u"/approve"_s);
        request.headers << net::bearer(how.adminSecret) << net::Header{"New-Api-User", how.userId.toLatin1()};
        request.body = "{}";
        co_await http.send(request);
    }
    static inline const QString question = u"POST /api/cli/device_authorizations/token"_s;
    static QJsonObject answer(int status, const QJsonValue &body = QString())
    {
        return {{u"status"_s, status}, {u"body"_s, body}};
    }
    static QJsonObject toQuestion(const QString &status)
    {
        return answer(200, QJsonObject{{u"success"_s, true}, {u"data"_s, QJsonObject{{u"status"_s, status}}}});
    }
    // The next so many questions are answered so.
    void questions(int times, const QJsonObject &answered, bool lost = false)
    {
        fake.control("next", {{u"match"_s, question}, {u"times"_s, times}, {u"lose"_s, lost}, {u"answer"_s, answered}});
    }
    void codeFor(int seconds)
    {
        const QJsonObject grant{{u"device_code"_s, u"d"_s}, {u"user_code"_s, u"ABCD-EFGH"_s}, {u"interval"_s, 1},
            {u"verification_uri"_s, u"https://flatkey.example/cli"_s}, {u"expires_in"_s, seconds}};
        fake.control("next",
            {{u"match"_s, u"POST /api/cli/device_authorizations"_s},
                {u"answer"_s, answer(200, QJsonObject{{u"success"_s, true}, {u"data"_s, grant}})}});
    }
    QJsonArray requests() { return fake.control("state")["requests"_L1].toArray(); }
    gateway::Connection with(const Profile &signedIn)
    {
        return {signedIn.dataUrl, signedIn.adminUrl, finished(vaults.resolve(signedIn.adminKeyRef)).value(),
            finished(vaults.resolve(signedIn.dataKeyRef)).value(), signedIn.userId, http, clock};
    }
};

class SignInTest : public QObject
{
    Q_OBJECT

private slots:
    void aPasswordBecomesAnAccessTokenInTheVault_data()
    {
        QTest::addColumn<QString>("generation");
        for (const char *name : {"one-api", "newapi-n1", "newapi-n2", "newapi-n3", "newapi-n4", "flatkey"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aPasswordBecomesAnAccessTokenInTheVault()
    {
        QFETCH(QString, generation);
        Fixture f(generation);
        const auto found = f.byPassword("EXAMPLE-passw0rd");
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QVERIFY(found->adminKeyRef.startsWith(u"vault:"_s));
        QCOMPARE(found->userId, u"1"_s);
        const QString last = f.requests().last().toString();
        QVERIFY2(last.contains(u"logout"_s), qPrintable(last)); // the session is not left open
        const auto admin = gateway::adapterOf(f.profile.kind)->connect(f.with(*found));
        QVERIFY(finished(admin->identity(), 20s));
        QVERIFY(finished(gateway::everyKey(*admin->keys()), 20s));
    }

    void nothingIsSentOnAConnectionThatIsReadOnly()
    {
        Fixture f(u"flatkey"_s);
        f.profile.readOnly = true;
        QString shown;
        QCOMPARE(f.byPassword("EXAMPLE-passw0rd").error().kind, FailureKind::Locked);
        QCOMPARE(f.byCode(shown).error().kind, FailureKind::Locked); // an entered code makes a key there
        QVERIFY(shown.isEmpty() && f.requests().isEmpty());
    }

    void aWrongPasswordIsSaidAndNotRepeated_data() { aPasswordBecomesAnAccessTokenInTheVault_data(); }
    void aWrongPasswordIsSaidAndNotRepeated()
    {
        QFETCH(QString, generation);
        Fixture f(generation);
        const auto found = f.byPassword("EXAMPLE-another-word");
        QVERIFY(!found);
        QCOMPARE(found.error().kind, FailureKind::Unauthorized);
        QVERIFY2(!found.error().detail.contains(u"another-word"_s), qPrintable(found.error().detail));
        QCOMPARE(f.requests().last().toString(), u"POST /api/user/login"_s);
        QCOMPARE(f.requests().size(), 2); // the status, and this
    }

    void whatAPasswordCannotOpenIsToldBeforehand_data()
    {
        QTest::addColumn<QString>("match");
        QTest::addColumn<QJsonObject>("data");
        QTest::addColumn<QString>("said");
        QTest::newRow("second factor") << u"POST /api/user/login"_s << QJsonObject{{u"require_2fa"_s, true}}
                                       << u"second factor"_s;
        QJsonObject status{{u"setup"_s, true}, {u"quota_per_unit"_s, 500000}, {u"turnstile_check"_s, true}};
        QTest::newRow("turnstile") << u"GET /api/status"_s << status << u"Turnstile"_s;
        status = {{u"setup"_s, true}, {u"quota_per_unit"_s, 500000}, {u"password_login_enabled"_s, false}};
        QTest::newRow("switched off") << u"GET /api/status"_s << status << u"switched off"_s;
    }
    void whatAPasswordCannotOpenIsToldBeforehand()
    {
        QFETCH(QString, match);
        QFETCH(QJsonObject, data);
        QFETCH(QString, said);
        Fixture f(u"newapi-n4"_s);
        const QJsonObject body{{u"success"_s, true}, {u"data"_s, data}};
        f.fake.control(
            "next", {{u"match"_s, match}, {u"answer"_s, QJsonObject{{u"status"_s, 200}, {u"body"_s, body}}}});
        const auto found = f.byPassword("EXAMPLE-passw0rd");
        QVERIFY(!found);
        QCOMPARE(found.error().kind, FailureKind::Unsupported);
        QVERIFY2(found.error().detail.contains(said), qPrintable(found.error().detail));
    }

    void aCodeThatSomebodyEntersBecomesADataKey()
    {
        Fixture f(u"flatkey"_s);
        f.profile.userId = u"1"_s;
        f.profile.adminKeyRef = u"env:HELD"_s;
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QVERIFY(!shown.isEmpty());
        QCOMPARE(found->adminKeyRef, u"env:HELD"_s);
        QCOMPARE(finished(f.vaults.resolve(found->dataKeyRef)).value(),
            Secret("sk-dt3Zuj15EXAMPLEt6MRbdGTzuJbd9J96rDbD7B9fbvAKbATu"));
        QString again;
        f.somebody = false;
        const auto late = f.byCode(again); // its key was given out, once
        QVERIFY(!late && late.error().kind == FailureKind::Rejected);
    }

    void aQuestionThatFailsOnItsWayIsAskedAgain_data()
    {
        QTest::addColumn<QJsonObject>("answered");
        QTest::addColumn<bool>("lost");
        QTest::newRow("the gateway starts anew") << Fixture::answer(502) << false;
        QTest::newRow("the line is cut") << Fixture::toQuestion(u"pending"_s) << true;
    }
    void aQuestionThatFailsOnItsWayIsAskedAgain()
    {
        QFETCH(QJsonObject, answered);
        QFETCH(bool, lost);
        Fixture f(u"flatkey"_s);
        f.questions(3, answered, lost);
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QVERIFY(!found->dataKeyRef.isEmpty());
    }

    void aKeyThatWasGivenOutInALostAnswerIsTold()
    {
        Fixture f(u"flatkey"_s);
        f.questions(1, Fixture::toQuestion(u"approved"_s), true);
        f.questions(1, Fixture::toQuestion(u"approved"_s)); // without the key, as it was given out
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY(!found && found.error().kind == FailureKind::Rejected);
        QVERIFY2(found.error().detail.contains(u"nobody has its secret"_s), qPrintable(found.error().detail));
    }

    void aGatewayThatStaysAwayIsSaidWhenTheCodeHasRunOut()
    {
        Fixture f(u"flatkey"_s);
        f.codeFor(3);
        f.questions(10'000, Fixture::answer(503));
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY(!found && found.error().kind == FailureKind::Server);
        const QJsonArray all = f.requests();
        int asked = 0;
        for (const QJsonValue one : all)
            asked += one.toString() == Fixture::question ? 1 : 0;
        QCOMPARE(asked, 3);
    }

    void aCodeThatNobodyEntersRunsOut()
    {
        Fixture f(u"flatkey"_s);
        f.questions(10'000, Fixture::toQuestion(u"pending"_s));
        f.codeFor(3);
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY(!found && found.error().kind == FailureKind::Timeout);
    }

    void whoHasNoSuchSignInSaysSo()
    {
        Fixture f(u"newapi-n4"_s);
        QString shown;
        const auto found = f.byCode(shown);
        QVERIFY(!found && found.error().kind == FailureKind::Unsupported && shown.isEmpty());
        f.profile.kind = u"litellm"_s;
        workspace::SignIn none(f.profile, f.vaults, f.clock);
        QVERIFY(!none.takesPassword() && !none.takesCode());
        QCOMPARE(
            finished(none.byPassword(u"root"_s, Secret("EXAMPLE-passw0rd"))).error().kind, FailureKind::Unsupported);
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_sign_in.moc"
