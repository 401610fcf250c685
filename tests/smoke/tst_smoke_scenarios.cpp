// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/authority.h"
#include "fakes/faulty_gateway.h"
#include "net/qt_http.h"
#include "proxy/gateway.h"
#include "smoke/canned.h"
#include <QMap>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using smoke::Verdict;

// A check's bench over real HTTP.
static Verdict runOver(net::Http &http, const smoke::Target &target, const QStringList &aliases, const QString &id,
    const smoke::Pace &given = {})
{
    Clock clock;
    smoke::Pace pace = given;
    pace.beforeRepeat = 1ms;
    smoke::Purse purse(1'000'000'000, {});
    smoke::Recorder recorder(http, clock, purse, id, [](const smoke::Live &) {});
    int count = 0;
    smoke::Bench bench{recorder, target, aliases, [&count] { return u"gw-test-%1"_s.arg(++count); }, clock, pace};
    for (const smoke::Check *check : smoke::checks())
        if (smoke::idOf(*check) == id)
            return finished(check->run(bench));
    qFatal("no such check");
}

// The real embedded gateway with its scripted models.
struct Wire
{
    QTemporaryDir dir;
    proxy::Gateway gateway;
    net::QtHttp http;
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

    Verdict run(const QString &id, const QString &alias)
    {
        smoke::Target to = target;
        to.alias = alias;
        return runOver(http, to, aliases, id);
    }
};

// The way out, with a layer that takes its time to close a call: what leaves a stream is our own side, so that no
// gateway can make it slow.
class LingeringHttp final : public net::Http
{
public:
    LingeringHttp(net::Http &door, std::chrono::milliseconds linger) : m_door(door), m_linger(linger) {}
    Task<net::Exchange> send(net::Request request) override { return m_door.send(std::move(request)); }
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override
    {
        const auto slow = qScopeGuard([this] { QThread::msleep(quint64(m_linger.count())); });
        co_return co_await m_door.stream(std::move(request), std::move(onFrame));
    }

private:
    net::Http &m_door;
    const std::chrono::milliseconds m_linger;
};

// How a scenario is played: a check, run against something real.
using Play = std::function<Verdict(Wire &, const QString &id)>;

static Play model(const char *name)
{
    return [name](Wire &wire, const QString &id) { return wire.run(id, QString::fromLatin1(name)); };
}

static smoke::Target targetOf(const FaultyGateway &gateway)
{
    smoke::Target target;
    target.dataBase = gateway.dataBase();
    target.adminBase = gateway.adminBase();
    target.kind = u"embedded"_s;
    target.alias = u"m"_s;
    target.key = Secret(FaultyGateway::key());
    return target;
}

static Play gateway(GatewayFault fault)
{
    return [fault](Wire &wire, const QString &id) {
        FaultyGateway gateway(fault);
        return runOver(wire.http, targetOf(gateway), {u"m"_s}, id);
    };
}

static Play encrypted(const char *days)
{
    return [days](Wire &, const QString &id) {
        const Authority authority;
        FaultyGateway gateway(GatewayFault::None, authority.serverWith("IP:127.0.0.1", days));
        net::HttpOptions options;
        options.caFile = authority.file(u"ca.pem"_s);
        net::QtHttp http(options);
        return runOver(http, targetOf(gateway), {u"m"_s}, id);
    };
}

static Play limited(const char *name, std::chrono::milliseconds net::Limits::*limit, std::chrono::milliseconds to)
{
    return [=](Wire &wire, const QString &id) {
        smoke::Target target = wire.target;
        target.alias = QString::fromLatin1(name);
        target.limits.*limit = to;
        return runOver(wire.http, target, wire.aliases, id);
    };
}

static Verdict listingWhatIsNotThere(Wire &wire, const QString &id)
{
    return runOver(wire.http, wire.target, {u"test-echo"_s, u"no-such-alias"_s}, id);
}

static Verdict withItsVersionTwice(Wire &wire, const QString &id)
{
    smoke::Target target = wire.target;
    target.dataBase.setPath(u"/v1/v1"_s);
    return runOver(wire.http, target, wire.aliases, id);
}

static Verdict leavingSlowly(Wire &wire, const QString &id)
{
    LingeringHttp http(wire.http, 30ms);
    smoke::Target target = wire.target;
    target.alias = u"test-slow"_s;
    smoke::Pace pace;
    pace.closing = 20ms;
    return runOver(http, target, wire.aliases, id, pace);
}

struct Scenario
{
    QByteArray name;
    QString check;
    QList<int> rules; // what is looked at: V1 and so on
    Outcome outcome;
    Play play;

    QStringList ids() const
    {
        QStringList out;
        for (const int rule : rules)
            out << u"%1.V%2"_s.arg(check.left(3)).arg(rule);
        return out;
    }
};

static Scenario scripted(const char *name, const char *check, int rule, Outcome outcome)
{
    return {name, QString::fromLatin1(check), {rule}, outcome, model(name)};
}

static QList<Scenario> right()
{
    const auto all = [](const char *check, const QList<int> &rules) {
        return Scenario{"test-echo", QString::fromLatin1(check), rules, Outcome::Passed, model("test-echo")};
    };
    return {all("T00", {1, 2, 3, 4, 6, 7, 8}), all("T01", {1, 2, 3, 4, 5, 6, 7}),
        all("T03a", {1, 2, 3, 4, 5, 6, 9, 10}), all("T03b", {1, 2, 3, 4, 6, 7, 9, 10}), all("T03c", {1, 2, 8, 10}),
        {"right and encrypted", u"T00"_s, {1, 2, 3, 4, 5, 6, 7, 8}, Outcome::Passed, encrypted("90")},
        {"right in one thread", u"T01"_s, {1, 2, 3, 4, 5, 6, 7}, Outcome::Passed, gateway(GatewayFault::None)}};
}

// Of the gateway as a whole.
static QList<Scenario> wrongGateways()
{
    const auto wrong = [](const char *name, const char *check, int rule, Outcome outcome, const Play &play) {
        return Scenario{name, QString::fromLatin1(check), {rule}, outcome, play};
    };
    return {wrong("a web page answers", "T00", 1, Outcome::Failed, gateway(GatewayFault::WebPage)),
        wrong("an alias is not listed", "T00", 2, Outcome::Failed, listingWhatIsNotThere),
        wrong("the list is public", "T00", 3, Outcome::Warned, gateway(GatewayFault::PublicList)),
        wrong("keys are not enforced", "T00", 4, Outcome::Failed, gateway(GatewayFault::KeysNotEnforced)),
        wrong("the certificate ends soon", "T00", 5, Outcome::Warned, encrypted("13")),
        wrong("its clock is ahead", "T00", 6, Outcome::Warned, gateway(GatewayFault::OtherClock)),
        wrong("the version stands twice", "T00", 7, Outcome::Failed, withItsVersionTwice),
        wrong("the status is empty", "T00", 8, Outcome::Failed, gateway(GatewayFault::EmptyStatus)),
        wrong("answers name no model", "T01", 5, Outcome::Warned, gateway(GatewayFault::NoModelName)),
        wrong("answers have no request id", "T01", 6, Outcome::Warned, gateway(GatewayFault::NoRequestId)),
        wrong("a stream is left slowly", "T03c", 8, Outcome::Failed, leavingSlowly),
        wrong("a stream stalls", "T03a", 9, Outcome::Failed, limited("test-stall", &net::Limits::idle, 300ms)),
        wrong("a head comes late", "T03a", 1, Outcome::Failed,
            limited("test-slow-header", &net::Limits::firstHeader, 200ms))};
}

static QList<Scenario> wrongModels()
{
    return {scripted("test-401", "T01", 1, Outcome::Failed), scripted("test-402", "T01", 1, Outcome::Failed),
        scripted("test-429", "T01", 1, Outcome::Inconclusive), scripted("test-429-quota", "T01", 1, Outcome::Failed),
        scripted("test-422-budget", "T01", 1, Outcome::Failed), scripted("test-500-html", "T01", 1, Outcome::Failed),
        scripted("test-200-error", "T01", 1, Outcome::Failed), scripted("test-200-empty", "T01", 1, Outcome::Failed),
        scripted("test-html-200", "T01", 1, Outcome::Failed), scripted("test-empty", "T01", 2, Outcome::Failed),
        scripted("test-refusal", "T01", 2, Outcome::Failed), scripted("test-no-finish", "T01", 3, Outcome::Failed),
        scripted("test-no-usage", "T01", 4, Outcome::Warned), scripted("test-cache", "T01", 7, Outcome::Warned),
        scripted("test-no-id", "T01", 7, Outcome::Warned)};
}

static QList<Scenario> wrongStreams()
{
    return {scripted("test-wrong-content-type", "T03a", 1, Outcome::Failed),
        scripted("test-503-overload", "T03a", 1, Outcome::Failed),
        scripted("test-bad-json-chunk", "T03a", 2, Outcome::Failed), scripted("test-crlf", "T03a", 2, Outcome::Passed),
        scripted("test-bytewise", "T03a", 2, Outcome::Passed), scripted("test-comments", "T03a", 2, Outcome::Passed),
        scripted("test-buffered", "T03a", 3, Outcome::Warned), scripted("test-no-done", "T03a", 4, Outcome::Warned),
        scripted("test-done-no-finish", "T03a", 4, Outcome::Failed), scripted("test-cut", "T03a", 4, Outcome::Failed),
        scripted("test-clean-cut", "T03a", 4, Outcome::Failed), scripted("test-mid-error", "T03a", 4, Outcome::Failed),
        scripted("test-error-then-done", "T03a", 4, Outcome::Failed),
        scripted("test-no-finish", "T03a", 4, Outcome::Failed), scripted("test-no-usage", "T03a", 5, Outcome::Warned),
        scripted("test-usage-in-finish-chunk", "T03a", 5, Outcome::Passed),
        scripted("test-invented-stop", "T03a", 6, Outcome::Failed),
        scripted("test-usage-unasked", "T03b", 7, Outcome::Passed),
        scripted("test-503-overload", "T03b", 7, Outcome::Skipped), // V7 notes what came; it fails nobody
        scripted("test-empty", "T03c", 8, Outcome::Inconclusive), // over before a piece came
        scripted("test-duplicate-id", "T03a", 10, Outcome::Failed),
        scripted("test-no-id", "T03a", 10, Outcome::Warned)};
}

static QList<Scenario> scenarios()
{
    return right() + wrongGateways() + wrongModels() + wrongStreams();
}

// Every V of T00, T01 and T03, seen to pass and to fail over the wire.
class ScenariosTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_wire = std::make_unique<Wire>(); }
    void cleanupTestCase() { m_wire.reset(); }

    void judgesTheScenario_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const Scenario &each : scenarios())
            QTest::newRow(
                (each.name + ", " + each.ids().join(u' ').toLatin1() + ", " + each.check.toLatin1()).constData())
                << number++;
    }

    void judgesTheScenario()
    {
        QFETCH(int, number);
        const Scenario scenario = scenarios().at(number);
        const Verdict verdict = scenario.play(*m_wire, scenario.check);
        for (const QString &rule : scenario.ids()) {
            const QString said = rule + u": "_s + textOf(verdict, rule);
            QVERIFY2(outcomeOf(verdict, rule) == scenario.outcome, qPrintable(said));
        }
    }

    // The specification: T00 has V1 to V8, T01 V1 to V7, T03 V1 to V10.
    void everyRuleOfTheSpecificationPassesHereAndFailsThere_data()
    {
        QTest::addColumn<QString>("rule");
        const QList<QPair<const char *, int>> tests{{"T00", 8}, {"T01", 7}, {"T03", 10}};
        for (const auto &[test, rules] : tests)
            for (int rule = 1; rule <= rules; ++rule)
                QTest::addRow("%s.V%d", test, rule) << u"%1.V%2"_s.arg(QLatin1String(test)).arg(rule);
    }

    void everyRuleOfTheSpecificationPassesHereAndFailsThere()
    {
        QFETCH(QString, rule);
        int passes = 0;
        int others = 0;
        for (const Scenario &each : scenarios())
            if (each.ids().contains(rule))
                ++(each.outcome == Outcome::Passed ? passes : others);
        QVERIFY2(passes > 0, "no scenario passes it");
        QVERIFY2(others > 0, "no scenario does not pass it");
    }

    void aCheckJudgesEachOfItsRulesOnceAndNoOther()
    {
        QStringList judged;
        for (const Scenario &each : right())
            if (each.name == "test-echo")
                judged << each.check + u": "_s + each.ids().join(u' ');
        QStringList said;
        for (const auto *id : {"T00", "T01", "T03a", "T03b", "T03c"}) {
            QStringList rules;
            for (const Reason &reason : m_wire->run(QString::fromLatin1(id), u"test-echo"_s).reasons)
                if (reason.id != u"T00.V5") // says over http only that it is not applicable
                    rules << reason.id;
            said << QString::fromLatin1(id) + u": "_s + rules.join(u' ');
        }
        QCOMPARE(said, judged);
    }

    void theStreamWeLeaveIsClosedAtTheGateway()
    {
        FaultyGateway gateway(GatewayFault::None);
        const Verdict verdict = runOver(m_wire->http, targetOf(gateway), {u"m"_s}, u"T03c"_s);
        QCOMPARE(outcomeOf(verdict, u"T03.V8"_s), Outcome::Passed);
        QCOMPARE(gateway.begun, 1);
        QTRY_COMPARE(gateway.left, 1);
    }

    void aStallIsNamedByItsLimit()
    {
        const auto verdict = limited("test-stall", &net::Limits::idle, 300ms)(*m_wire, u"T03a"_s);
        QVERIFY2(textOf(verdict, u"T03.V9"_s).contains(u"idle: limit of 300 ms"_s),
            qPrintable(textOf(verdict, u"T03.V9"_s)));
    }

    void aSlowHeadIsNamedByItsLimit()
    {
        const auto verdict = limited("test-slow-header", &net::Limits::firstHeader, 200ms)(*m_wire, u"T03a"_s);
        QVERIFY(textOf(verdict, u"T03.V9"_s).contains(u"first header: limit of 200 ms"_s));
    }

    void aUsageFrameUnaskedIsSaid()
    {
        const QString unasked = textOf(m_wire->run(u"T03b"_s, u"test-usage-unasked"_s), u"T03.V7"_s);
        QVERIFY2(unasked.contains(u"without being asked"_s), qPrintable(unasked));
    }

    void aRefusedKeyFailsPreflight()
    {
        m_wire->target.key = Secret("sk-test-somebody-elses");
        const auto verdict = m_wire->run(u"T00"_s, {});
        m_wire->target.key = Secret("sk-test-0123456789abcdef");
        QCOMPARE(outcomeOf(verdict, u"T00.V2"_s), Outcome::Failed);
        QCOMPARE(outcomeOf(verdict, u"T00.V4"_s), Outcome::Passed);
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
