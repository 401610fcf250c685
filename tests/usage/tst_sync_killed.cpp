// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_clock.h"
#include "store/sync_state.h"
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "usage/paged_source.h"
#include "usage/sync_service.h"
#include <csignal>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowCount = 4000;
const QString profile = u"p"_s;
const QDateTime start({2026, 11, 1}, {0, 0}, Qt::UTC);

// Writes each cursor it is asked for to a file before it answers: the log survives the kill.
struct LoggingSource final : PagedSource
{
    explicit LoggingSource(const QString &path) : PagedSource(madeRows(rowCount, start), 20), log(path)
    {
        if (!log.open(QIODevice::Append | QIODevice::Unbuffered))
            qFatal("cannot write the log");
    }
    Task<Result<gateway::UsagePage>> after(QString cursor) override
    {
        log.write(cursor.toLatin1() + '\n');
        return PagedSource::after(cursor);
    }
    QFile log;
};

int syncUntilKilled(const QString &folder)
{
    FakeClock clock;
    store::Store store(folder + u"/gatewright.db"_s);
    LoggingSource source(folder + u"/asked"_s);
    usage::SyncService sync(store, profile, &source, clock);
    return finished(sync.syncNow(), std::chrono::seconds(60)) ? 0 : 1;
}

} // namespace

// The true thing: processes that are killed with SIGKILL in the middle of a sync.
class SyncKilledTest : public QObject
{
    Q_OBJECT

private slots:
    void aKilledProcessLosesNothingAndAsksForNoPageTwiceThatWasKept()
    {
        QTemporaryDir folder;
        QRandomGenerator random(11);
        int kills = 0;
        qint64 cursorBefore = 0;
        for (bool level = false; !level;) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--sync-in"_s, folder.path()});
            QVERIFY(child.waitForStarted());
            if (kills < 25 && !child.waitForFinished(40 + random.bounded(120))) {
                ::kill(pid_t(child.processId()), SIGKILL);
                QVERIFY(child.waitForFinished());
                ++kills;
            } else {
                QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished(60000));
                QCOMPARE(child.exitCode(), 0);
                level = true;
            }
            // Whatever was kept is whole: rows up to the cursor, and not one more or less.
            store::Store store(folder.filePath(u"gatewright.db"_s));
            const auto read = [](sql::Database &db) { return store::syncState(db, profile); };
            const qint64 cursor = finished(store.read(read)).value().cursor.toLongLong();
            const auto count = [](sql::Database &db) { return db.number("SELECT count(*) FROM usage"); };
            QCOMPARE(qint64(finished(store.read(count)).value()), cursor);
            QVERIFY(cursor >= cursorBefore);
            cursorBefore = cursor;
        }
        QVERIFY2(kills > 5, qPrintable(QString::number(kills)));
        QCOMPARE(cursorBefore, rowCount);
        checkRows(folder.filePath(u"gatewright.db"_s));
        checkLog(folder.filePath(u"asked"_s), kills);
    }

    void twoProcessesOnOneDataDirReadEachPageOnce()
    {
        QTemporaryDir folder;
        QProcess one, two;
        for (QProcess *child : {&one, &two})
            child->start(QCoreApplication::applicationFilePath(), {u"--sync-in"_s, folder.path()});
        for (QProcess *child : {&one, &two}) {
            QVERIFY(child->waitForFinished(60000));
            QCOMPARE(child->exitCode(), 0);
        }
        checkRows(folder.filePath(u"gatewright.db"_s));
        checkLog(folder.filePath(u"asked"_s), 1); // the second one asks behind the end once more
    }

private:
    static void checkRows(const QString &path)
    {
        store::Store store(path);
        const auto read = [](sql::Database &db) { return store::rowsBefore(db, {}, {}, rowCount + 1); };
        const auto held = finished(store.read(read)).value();
        const QList<UsageRecord> expected = madeRows(rowCount, start);
        QCOMPARE(held.size(), expected.size());
        for (qsizetype i = 0; i < held.size(); ++i)
            QCOMPARE(held[held.size() - 1 - i].row, expected[i]);
        const auto sums = [](sql::Database &db) { return store::countRows(db, {}); };
        QCOMPARE(finished(store.read(sums)).value(), rowCount); // by the rollups
    }
    // Each page once; a kill between answer and commit costs one more, never an earlier page.
    static void checkLog(const QString &path, int kills)
    {
        QFile log(path);
        QVERIFY(log.open(QIODevice::ReadOnly));
        qint64 last = -1;
        int again = 0;
        for (const QByteArray &line : log.readAll().split('\n')) {
            if (line.isEmpty() && last >= 0)
                continue;
            const qint64 cursor = line.toLongLong();
            QVERIFY(cursor >= last);
            again += cursor == last;
            last = cursor;
        }
        QVERIFY(again <= kills);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 3 && arguments[1] == u"--sync-in")
        return syncUntilKilled(arguments[2]);
    SyncKilledTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sync_killed.moc"
