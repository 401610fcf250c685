// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/live_gateway.h"
#include "contract/mutations.h"
#include "contract/reads.h"
#include "fakes/tiny_server.h"

using namespace Qt::StringLiterals;
using contract::Calls;
using contract::Feature;

namespace {

const Secret secret("sk-weird-EXAMPLE-0123456789");

// Every read of an adapter: which there are depends on what it declares.
QList<contract::Read> readsOf(const gateway::Features &features)
{
    QList<contract::Read> all{contract::Read::Identity, contract::Read::Health};
    const QList<std::pair<Feature, contract::Read>> known{{Feature::ListKeys, contract::Read::Keys},
        {Feature::ListKeys, contract::Read::OneKey}, {Feature::ListAliases, contract::Read::Aliases},
        {Feature::UsageRows, contract::Read::Usage}, {Feature::UsageByRequest, contract::Read::OneRow},
        {Feature::UsageTotals, contract::Read::Totals}, {Feature::Allowances, contract::Read::Allowances}};
    for (const auto &[feature, read] : known)
        if (features.has(feature))
            all << read;
    return all;
}

bool sane(FailureKind kind)
{
    static const QSet<FailureKind> kinds{FailureKind::Decode, FailureKind::NotAGateway, FailureKind::NotFound,
        FailureKind::Rejected, FailureKind::Unauthorized, FailureKind::Forbidden, FailureKind::RateLimited,
        FailureKind::Budget, FailureKind::Server, FailureKind::Unsupported, FailureKind::Conflict};
    return kinds.contains(kind);
}

} // namespace

// What no gateway should answer, and some do. Seeded: the same fields and cuts in each run.
class WeirdTest : public QObject
{
    Q_OBJECT

private slots:
    void wrongTypesInEveryField_data() { everyGeneration(); }
    void wrongTypesInEveryField()
    {
        Fixture f;
        QRandomGenerator random(5);
        for (const contract::Read read : f.reads)
            for (const QString &call : f.callsOf(read)) {
                const QJsonDocument good = QJsonDocument::fromJson(f.calls.value(call).body);
                for (const contract::Mutation &one : contract::some(contract::mutationsOf(good), 25, random))
                    f.tryOut(read, call, contract::mutated(good, one), one);
            }
        QVERIFY2(f.complaints.isEmpty(), qPrintable(f.complaints.mid(0, 40).join(u'\n')));
        QVERIFY(f.tried > 0);
        qInfo("%d answers", f.tried);
    }

    void cutAnswersAndWebPages_data() { everyGeneration(); }
    void cutAnswersAndWebPages()
    {
        Fixture f;
        QRandomGenerator random(6);
        for (const contract::Read read : f.reads)
            for (const QString &call : f.callsOf(read)) {
                const QByteArray good = f.calls.value(call).body;
                for (int i = 0; i < 3; ++i)
                    f.tryOut(
                        read, call, good.left(qsizetype(random.bounded(quint32(qMax<qsizetype>(good.size(), 1))))));
                f.tryOut(read, call, "<!doctype html><html><body>Sign in</body></html>");
                f.tryOut(read, call, QByteArray(200, '['));
                f.tryOut(read, call, QByteArray("\x00\xff\xfe{", 4));
            }
        QVERIFY2(f.complaints.isEmpty(), qPrintable(f.complaints.mid(0, 40).join(u'\n')));
    }

    void aStringOfTenMegabytes_data() { everyGeneration(); }
    void aStringOfTenMegabytes()
    {
        Fixture f;
        QRandomGenerator random(7);
        const contract::Read read = f.reads.at(qsizetype(random.bounded(quint32(f.reads.size()))));
        const QStringList calls = f.callsOf(read);
        const QString call = calls.at(qsizetype(random.bounded(quint32(calls.size()))));
        const QJsonDocument good = QJsonDocument::fromJson(f.calls.value(call).body);
        for (contract::Mutation one : contract::some(contract::mutationsOf(good), 2, random)) {
            one.value = QString(10 << 20, u'x');
            f.tryOut(read, call, contract::mutated(good, one), one);
        }
        QVERIFY2(f.complaints.isEmpty(), qPrintable(f.complaints.mid(0, 10).join(u'\n').left(4000)));
    }

    void oneByteASecond_data() { everyAdapter(); }
    void oneByteASecond()
    {
        TinyServer server;
        server.closes = false;
        server.script = {{std::chrono::milliseconds(0),
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"}};
        for (int i = 0; i < 100; ++i)
            server.script << TinyServer::Step{std::chrono::seconds(1), " "};
        for (const auto &failure : fatesAt(server)) {
            QVERIFY(failure);
            QCOMPARE(failure->kind, FailureKind::Timeout);
            QVERIFY(!failure->detail.isEmpty());
        }
    }

    void noCredentialFollowsARedirect_data() { everyAdapter(); }
    void noCredentialFollowsARedirect()
    {
        TinyServer elsewhere;
        TinyServer server;
        for (const char *status : {"301 Moved", "302 Found", "307 Temporary", "308 Permanent"}) {
            server.script = {{std::chrono::milliseconds(0),
                QByteArray("HTTP/1.1 ") + status
                    + "\r\nLocation: " + elsewhere.url().toEncoded().replace("127.0.0.1", "localhost")
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"}};
            for (const auto &failure : fatesAt(server)) {
                QVERIFY(failure);
                QCOMPARE(failure->kind, FailureKind::Redirected);
                QVERIFY(!failure->detail.contains(QString::fromUtf8(secret.reveal())));
            }
        }
        QVERIFY(server.connections > 0);
        QCOMPARE(elsewhere.received, QByteArray());
    }

private:
    static void everyAdapter()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < gateway::adapters().size(); ++i)
            QTest::newRow(gateway::adapters().at(i)->id) << i;
    }
    static void everyGeneration()
    {
        QTest::addColumn<QString>("generation");
        static const QJsonArray all = contract::FakeProcess::generations();
        for (const QJsonValue &one : all)
            if (gateway::adapterOf(one["kind"_L1].toString()))
                QTest::newRow(qPrintable(one["name"_L1].toString())) << one["name"_L1].toString();
        QTest::newRow("embedded") << u"embedded"_s;
    }

    // What the first call of each kind of read meets at such a server, within tiny limits.
    static QList<std::optional<Failure>> fatesAt(TinyServer &server)
    {
        QFETCH(int, which);
        contract::TinyLimits http;
        FakeClock clock;
        QUrl root = server.url();
        root.setPath(QString());
        const auto admin = gateway::adapters().at(which)->connect(
            {QUrl(root.toString() + u"/v1"_s), root, secret, secret, u"1"_s, http, clock});
        QList<std::optional<Failure>> all;
        for (const contract::Read read : readsOf(admin->features()))
            all << contract::fateOf(*admin, read, {u"proj_1/key_1"_s, u"req_1"_s}, clock); // also names a project
        return all;
    }

    struct Fixture
    {
        contract::Seen seen;
        FakeClock clock;
        Calls calls; // the good answers
        contract::ReplayHttp http;
        QStringList secrets;
        contract::Names names;
        std::unique_ptr<gateway::Admin> admin;
        QList<contract::Read> reads;
        QStringList complaints;
        int tried = 0;

        Fixture()
        {
            QFETCH(QString, generation);
            if (generation == u"embedded")
                fromRecordings();
            else
                fromTheFake(generation);
            http.answers = calls;
            reads = readsOf(admin->features());
            reads.removeIf([this](contract::Read read) { return callsOf(read).isEmpty(); });
        }
        void fromTheFake(const QString &generation)
        {
            contract::FakeProcess &fake = contract::FakeProcess::of(generation);
            fake.control("reset");
            fake.control("usage", {{u"count"_s, 3}, {u"seconds"_s, 600}, {u"back"_s, 5}});
            clock = FakeClock(fake.now());
            contract::TakingHttp taking;
            gateway::Connection how = fake.connection(taking, clock);
            const gateway::Adapter *adapter = gateway::adapterOf(fake.text("kind"));
            const auto real = adapter->connect(how);
            names = contract::namesOn(*real);
            for (const contract::Read read : readsOf(real->features()))
                contract::fateOf(*real, read, names, clock);
            calls = taking.taken;
            secrets = fake.secrets();
            admin =
                adapter->connect({how.dataUrl, how.adminUrl, how.adminSecret, how.dataSecret, how.userId, http, clock});
            contract::fateOf(*admin, contract::Read::Identity, names, clock);
        }
        void fromRecordings()
        {
            calls = contract::callsIn(u"embedded"_s);
            names = {u"key_xYOlrMf2qdeTGZU9RLvJ"_s, u"req_vxGiQrpVWoI210000001"_s};
            secrets << QString::fromUtf8(secret.reveal());
            admin = gateway::adapterOf(u"embedded")
                        ->connect({QUrl(u"http://gw.test/v1"_s), QUrl(u"http://gw.test"_s), secret, secret, u"1"_s,
                            http, clock});
        }

        // The calls of a read that goes well.
        QStringList callsOf(contract::Read read)
        {
            http.asked.clear();
            contract::fateOf(*admin, read, names, clock);
            QStringList asked = http.asked;
            asked.removeIf([this](const QString &call) { return !calls.contains(call); });
            asked.removeDuplicates();
            return asked;
        }
        void tryOut(
            contract::Read read, const QString &call, const QByteArray &body, const contract::Mutation &what = {})
        {
            ++tried;
            http.answers[call].body = body;
            const auto failure = contract::fateOf(*admin, read, names, clock);
            http.answers[call].body = calls.value(call).body;
            if (!failure)
                return;
            const QString where = call + u' ' + what.text() + u" -> "_s + failure->detail.left(300);
            if (!sane(failure->kind))
                complaints << u"kind %1: "_s.arg(int(failure->kind)) + where;
            if (failure->kind == FailureKind::Decode && !what.names(failure->detail))
                complaints << u"names no field: "_s + where;
            if (failure->detail.isEmpty() || failure->detail.size() > 2000)
                complaints << u"%1 characters: "_s.arg(failure->detail.size()) + where;
            for (const QString &one : secrets)
                if (failure->detail.contains(one))
                    complaints << u"a secret: "_s + where;
        }
    };
};

QTEST_GUILESS_MAIN(WeirdTest)
#include "tst_weird.moc"
