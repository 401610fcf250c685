// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "fakes/run_task.h"
#include "proxy/gateway.h"
#include "workspace/call_file.h"
#include "workspace/connection_probe.h"
#include "workspace/connection_words.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using gateway::TrialStep;

// Over the real embedded gateway, on its own ports.
class ConnectionProbeTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStepOfAGoodConnectionIsTold()
    {
        Fixture f;
        const auto lines = finished(f.probe.tried(f.question("sk-gw-EXAMPLE-admin")));
        QCOMPARE(stepsOf(lines),
            (QList<TrialStep>{TrialStep::Name, TrialStep::Connect, TrialStep::Name, TrialStep::Connect,
                TrialStep::AdminSignIn, TrialStep::Keys, TrialStep::Usage, TrialStep::DataSignIn}));
        for (const gateway::TrialLine &line : lines) {
            QVERIFY2(!line.failure, qPrintable(workspace::foundIn(line)));
            QVERIFY(!workspace::foundIn(line).isEmpty());
        }
        QVERIFY(lines.last().skipped);
        QCOMPARE(f.probe.state().lines.size(), lines.size());
    }

    void aWrongAdminKeyIsNamedAndEndsItsPlaneOnly()
    {
        Fixture f;
        auto question = f.question("sk-gw-EXAMPLE-wrong");
        question.dataKey = Secret("sk-gw-EXAMPLE-nobody");
        const auto lines = finished(f.probe.tried(question));
        QCOMPARE(lines.at(lines.size() - 2).step, TrialStep::AdminSignIn);
        QCOMPARE(lines.at(lines.size() - 2).failure.value().kind, FailureKind::Unauthorized);
        QCOMPARE(lines.last().step, TrialStep::DataSignIn);
        QCOMPARE(lines.last().failure.value().kind, FailureKind::Unauthorized);
        for (const gateway::TrialLine &line : lines)
            QVERIFY2(!workspace::foundIn(line).contains(u"EXAMPLE"_s), qPrintable(workspace::foundIn(line)));
    }

    void aHostThatIsNotThereEndsTheTest()
    {
        Fixture f;
        auto question = f.question("sk-gw-EXAMPLE-admin");
        question.profile.adminUrl = QUrl(u"http://127.0.0.1:9"_s);
        question.profile.dataUrl = QUrl(u"http://127.0.0.1:9/v1"_s);
        const auto lines = finished(f.probe.tried(question));
        QCOMPARE(lines.last().step, TrialStep::Connect);
        const text::Words words = workspace::wordsOf(lines.last(), {});
        QVERIFY2(words.next.contains(u"port"_s), qPrintable(words.next));
    }

    void itIsDetectedByItsAdminPort()
    {
        Fixture f;
        Profile draft;
        draft.dataUrl = QUrl(QString::fromStdString(f.urls.adminUrl)).adjusted(QUrl::RemovePath);
        const gateway::Detection found = finished(f.probe.seen(draft));
        QVERIFY(found.adapter);
        QCOMPARE(found.adapter->id, "embedded");
        QVERIFY(!workspace::sentenceOf(found).isEmpty());
    }

    void aLookCountsWithTheCallsOfConnectionsToThatGateway()
    {
        Fixture f;
        const QString folder = workspace::callsFolder(f.dir.path());
        workspace::ConnectionProbe counted(f.clock, folder);
        Profile draft;
        draft.dataUrl = QUrl(QString::fromStdString(f.urls.dataUrl));
        QVERIFY(!finished(counted.seen(draft)).failure);
        qsizetype calls = 0;
        workspace::CallFile book(folder, draft);
        book.open([&calls](net::CallsByLane &all) { calls = qsizetype(all[{}].times.size()); });
        QVERIFY2(calls >= 2, qPrintable(QString::number(calls))); // the models, and at least one kind
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        book.open([now](net::CallsByLane &all) { all[{}].times.assign(1000, now); });
        const gateway::Detection refused = finished(counted.seen(draft)); // nobody waits minutes for a look
        QCOMPARE(refused.failure.value().kind, FailureKind::RateLimited);
    }

    void aNewLookReplacesTheOneUnderWay()
    {
        Fixture f;
        Profile draft;
        draft.dataUrl = QUrl(u"http://192.0.2.1/v1"_s); // answers never
        f.probe.look(draft);
        QVERIFY(f.probe.state().looking);
        draft.dataUrl = QUrl(QString::fromStdString(f.urls.dataUrl));
        f.probe.look(draft);
        QTRY_VERIFY(!f.probe.state().looking);
        QVERIFY(f.probe.state().detection.value().bases.first().speaksApi());
    }

private:
    static QList<TrialStep> stepsOf(const QList<gateway::TrialLine> &lines)
    {
        QList<TrialStep> steps;
        for (const gateway::TrialLine &line : lines)
            steps << line.step;
        return steps;
    }

    struct Fixture
    {
        QTemporaryDir dir;
        Clock clock;
        proxy::Gateway server;
        proxy::Started urls;
        workspace::ConnectionProbe probe{clock};

        Fixture()
        {
            proxy::Options options;
            options.dbPath = dir.filePath(u"gateway.db"_s).toStdString();
            options.adminKey = "sk-gw-EXAMPLE-admin";
            options.seed = proxy::Seed::Demo;
            const auto started = server.start(options);
            if (!started)
                qFatal("%s", started.error().detail.c_str());
            urls = *started;
        }
        workspace::ConnectionProbe::Question question(const char *adminKey) const
        {
            Profile profile;
            profile.kind = u"embedded"_s;
            profile.dataUrl = QUrl(QString::fromStdString(urls.dataUrl));
            profile.adminUrl = QUrl(QString::fromStdString(urls.adminUrl));
            return {profile, Secret(adminKey), {}};
        }
    };
};

QTEST_GUILESS_MAIN(ConnectionProbeTest)
#include "tst_connection_probe.moc"
