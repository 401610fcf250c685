// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qt_http.h"
#include "proxy/gateway.h"
#include "smoke/canned.h"
#include <QTemporaryDir>

using namespace std::chrono_literals;

// The real embedded gateway with its scripted models, and a check's bench over real HTTP.
struct Wire
{
    QTemporaryDir dir;
    proxy::Gateway gateway;
    net::QtHttp http;
    Clock clock;
    smoke::Target target;
    QStringList aliases{u"test-echo"_s};

    Wire()
    {
        proxy::Options options;
        options.dbPath = dir.filePath(u"gateway.db"_s).toStdString();
        options.adminKey = "admin-test-0123456789";
        proxy::KeyConfig key;
        key.name = "bench";
        key.secret = "sk-test-0123456789abcdef";
        options.keys.push_back(key);
        if (!gateway.start(options))
            qFatal("the gateway does not start");
        target.dataBase = QUrl(QString::fromStdString(gateway.started().dataUrl));
        target.adminBase = QUrl(QString::fromStdString(gateway.started().adminUrl));
        target.kind = u"embedded"_s;
        target.key = Secret("sk-test-0123456789abcdef");
        target.adminKey = Secret("admin-test-0123456789");
    }

    smoke::Verdict run(const QString &id, const QString &alias)
    {
        smoke::Purse purse(1'000'000'000, {});
        smoke::Recorder recorder(http, clock, purse, id, [](const smoke::Live &) {});
        smoke::Pace pace;
        pace.beforeRepeat = 1ms;
        smoke::Target to = target;
        to.alias = alias;
        int count = 0;
        smoke::Bench bench{recorder, to, aliases, [&count] { return u"gw-test-%1"_s.arg(++count); }, clock, pace};
        for (const smoke::Check *check : smoke::checks())
            if (smoke::idOf(*check) == id)
                return finished(check->run(bench));
        qFatal("no such check");
    }
};

// Every V of T00, T01 and T03 that the wire can show, seen to pass and to fail against the real embedded gateway.
class ScenariosTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_wire = std::make_unique<Wire>(); }
    void cleanupTestCase() { m_wire.reset(); }

    void theModelThatIsRightPassesEverything_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto *id : {"T00", "T01", "T03a", "T03b", "T03c"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void theModelThatIsRightPassesEverything()
    {
        QFETCH(QString, id);
        const auto verdict = m_wire->run(id, u"test-echo"_s);
        for (const Reason &reason : verdict.reasons)
            QVERIFY2(reason.outcome == Outcome::Passed, qPrintable(reason.id + u": "_s + reason.text));
    }

    void judgesTheScenario_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Outcome>("outcome");
        const auto row = [](const char *model, const char *id, int rule, Outcome outcome) {
            const QString check = QString::fromLatin1(id);
            QTest::newRow(model) << check << u"%1.V%2"_s.arg(check.left(3)).arg(rule) << outcome;
        };
        row("test-401", "T01", 1, Outcome::Failed);
        row("test-402", "T01", 1, Outcome::Failed);
        row("test-429", "T01", 1, Outcome::Inconclusive);
        row("test-429-quota", "T01", 1, Outcome::Failed);
        row("test-422-budget", "T01", 1, Outcome::Failed);
        row("test-500-html", "T01", 1, Outcome::Failed);
        row("test-200-error", "T01", 1, Outcome::Failed);
        row("test-200-empty", "T01", 1, Outcome::Failed);
        row("test-html-200", "T01", 1, Outcome::Failed);
        row("test-empty", "T01", 2, Outcome::Failed);
        row("test-refusal", "T01", 2, Outcome::Failed);
        row("test-no-finish", "T01", 3, Outcome::Failed);
        row("test-no-usage", "T01", 4, Outcome::Warned);
        row("test-cache", "T01", 7, Outcome::Warned);
        row("test-no-id", "T01", 7, Outcome::Warned);
        row("test-wrong-content-type", "T03a", 1, Outcome::Failed);
        row("test-503-overload", "T03a", 1, Outcome::Failed);
        row("test-bad-json-chunk", "T03a", 2, Outcome::Failed);
        row("test-crlf", "T03a", 2, Outcome::Passed);
        row("test-bytewise", "T03a", 2, Outcome::Passed);
        row("test-comments", "T03a", 2, Outcome::Passed);
        row("test-buffered", "T03a", 3, Outcome::Warned);
        row("test-no-done", "T03a", 4, Outcome::Warned);
        row("test-done-no-finish", "T03a", 4, Outcome::Failed);
        row("test-cut", "T03a", 4, Outcome::Failed);
        row("test-clean-cut", "T03a", 4, Outcome::Failed);
        row("test-mid-error", "T03a", 4, Outcome::Failed);
        row("test-error-then-done", "T03a", 4, Outcome::Failed);
        row("test-usage-in-finish-chunk", "T03a", 5, Outcome::Passed);
        row("test-invented-stop", "T03a", 6, Outcome::Failed);
        row("test-usage-unasked", "T03b", 7, Outcome::Passed);
        row("test-duplicate-id", "T03a", 10, Outcome::Failed);
        QTest::newRow("test-no-usage, streamed") << u"T03a"_s << u"T03.V5"_s << Outcome::Warned;
        QTest::newRow("test-no-finish, streamed") << u"T03a"_s << u"T03.V4"_s << Outcome::Failed;
        QTest::newRow("test-no-id, streamed") << u"T03a"_s << u"T03.V10"_s << Outcome::Warned;
        QTest::newRow("test-buffered, closed by us") << u"T03c"_s << u"T03.V8"_s << Outcome::Inconclusive;
    }

    void judgesTheScenario()
    {
        QFETCH(QString, id);
        QFETCH(QString, rule);
        QFETCH(Outcome, outcome);
        const QString model = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const auto verdict = m_wire->run(id, model);
        const QByteArray said = (model + u": "_s + textOf(verdict, rule)).toUtf8();
        QVERIFY2(outcomeOf(verdict, rule).value_or(Outcome::Skipped) == outcome, said.constData());
    }

    void aStallIsNamedByItsLimit()
    {
        m_wire->target.limits.idle = 300ms;
        const auto verdict = m_wire->run(u"T03a"_s, u"test-stall"_s);
        m_wire->target.limits = {};
        QCOMPARE(outcomeOf(verdict, u"T03.V9"_s), Outcome::Failed);
        QVERIFY2(textOf(verdict, u"T03.V9"_s).contains(u"idle: limit of 300 ms"_s),
            qPrintable(textOf(verdict, u"T03.V9"_s)));
    }

    void aSlowHeadIsNamedByItsLimit()
    {
        m_wire->target.limits.firstHeader = 200ms;
        const auto verdict = m_wire->run(u"T03a"_s, u"test-slow-header"_s);
        m_wire->target.limits = {};
        QCOMPARE(outcomeOf(verdict, u"T03.V1"_s), Outcome::Failed);
        QVERIFY(textOf(verdict, u"T03.V9"_s).contains(u"first header: limit of 200 ms"_s));
    }

    void aUsageFrameUnaskedIsSaid()
    {
        const QString unasked = textOf(m_wire->run(u"T03b"_s, u"test-usage-unasked"_s), u"T03.V7"_s);
        QVERIFY2(unasked.contains(u"without being asked"_s), qPrintable(unasked));
    }

    void anAliasThatIsNotListedFailsPreflight()
    {
        m_wire->aliases << u"no-such-alias"_s;
        const auto verdict = m_wire->run(u"T00"_s, {});
        m_wire->aliases.removeLast();
        QCOMPARE(outcomeOf(verdict, u"T00.V2"_s), Outcome::Failed);
        QVERIFY(textOf(verdict, u"T00.V2"_s).contains(u"no-such-alias"_s));
    }

    void aRefusedKeyFailsPreflight()
    {
        m_wire->target.key = Secret("sk-test-somebody-elses");
        const auto verdict = m_wire->run(u"T00"_s, {});
        m_wire->target.key = Secret("sk-test-0123456789abcdef");
        QCOMPARE(outcomeOf(verdict, u"T00.V2"_s), Outcome::Failed);
        QCOMPARE(outcomeOf(verdict, u"T00.V4"_s), Outcome::Passed);
    }

    void aBaseWithItsVersionTwiceIsSeen()
    {
        const QUrl right = m_wire->target.dataBase;
        m_wire->target.dataBase.setPath(u"/v1/v1"_s);
        const auto verdict = m_wire->run(u"T00"_s, {});
        m_wire->target.dataBase = right;
        QVERIFY2(outcomeOf(verdict, u"T00.V7"_s) == Outcome::Failed, qPrintable(textOf(verdict, u"T00.V7"_s)));
    }

    void nobodyThereIsOneSentence()
    {
        Wire other;
        other.gateway.stop(0);
        const auto verdict = other.run(u"T00"_s, {});
        QCOMPARE(outcomeOf(verdict, u"T00.V1"_s), Outcome::Failed);
        QVERIFY(textOf(verdict, u"T00.V1"_s).contains(u"does not accept connections"_s));
        QCOMPARE(other.run(u"T01"_s, u"test-echo"_s).outcome, Outcome::Failed);
    }

private:
    std::unique_ptr<Wire> m_wire;
};

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_smoke_scenarios.moc"
