// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.h"
#include "store/file.h"
#include "store/profiles.h"
#include "store/temp_store.h"
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT sum(i) FROM n";

sql::Result<> addSetting(sql::Database &db, int value)
{
    return db.run("INSERT INTO setting VALUES(?,?)", std::to_string(value), std::string(1000, 'x'));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Task<> dropInto(std::optional<Result<qint64>> &into, Task<Result<qint64>> task)
{
    into.emplace(co_await std::move(task));
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewFileIsMadeForItsOwnerOnly()
    {
        TempStore store;
        QVERIFY(finished(store->opened()));
        QVERIFY(store.number("SELECT count(*) FROM sqlite_schema WHERE name='usage'") == 1);
        QCOMPARE(store.number("PRAGMA user_version"), qint64(store::knownMigrations().back().number));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(store.path).permissions() & others));
        QVERIFY(finished(store->check()));
    }

    void migrationsAreNumberedWithoutHoles()
    {
        const auto steps = store::knownMigrations();
        QVERIFY(!steps.empty());
        for (std::size_t i = 0; i < steps.size(); ++i)
            QCOMPARE(steps[i].number, int(i) + 1);
    }

    void aFileFromBeforeClientCertificatesIsTakenOverAndCopied()
    {
        TempStore store;
        auto steps = store::knownMigrations();
        steps.resize(5);
        store.path = store.folder.filePath(u"old.db"_s); // the first one is made anew, and up to date
        store.held = std::make_unique<store::Store>(store.path, store.limits, steps);
        store.write([](sql::Database &db) {
            return db.exec(
                "INSERT INTO profile(id, name, kind, data_url, admin_url, user_id, admin_key_ref, data_key_ref,"
                " environment, read_only, is_default, time_zone, ca_file, proxy) VALUES('1', 'lab', 'litellm',"
                " 'https://gw.example/v1', '', '', '', 'env:KEY', 0, 0, 1, '', '/ca.pem', 'none')");
        });
        store.reopen();
        const QList<Profile> all = store.read([](sql::Database &db) { return store::profiles(db); });
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].caFile, u"/ca.pem"_s);
        QCOMPARE(all[0].proxy, u"none"_s);
        QVERIFY(all[0].clientCertFile.isEmpty() && all[0].clientKeyFile.isEmpty() && all[0].clientKeyPassRef.isEmpty());
        const auto name = store.read(
            [](sql::Database &db) -> sql::Result<QString> { return QString::fromStdString(sql::backupPath(db, 6)); });
        QVERIFY2(QFile::exists(name), qPrintable(name));
    }

    void everyTableIsStrict()
    {
        TempStore store;
        QCOMPARE(store.number("SELECT count(*) FROM pragma_table_list WHERE schema='main' AND type='table'"
                              " AND NOT strict AND name NOT LIKE 'sqlite_%'"),
            0);
    }

    void whatIsWrittenIsRead()
    {
        TempStore store;
        store.write([](sql::Database &db) { return addSetting(db, 1); });
        QCOMPARE(store.number("SELECT count(*) FROM setting"), 1);
        store.reopen();
        QCOMPARE(store.number("SELECT count(*) FROM setting"), 1);
    }

    void aWriteThatFailsLeavesNothing()
    {
        TempStore store;
        const auto twice = [](sql::Database &db) {
            sql::Result<> done = addSetting(db, 1);
            return done ? addSetting(db, 1) : done;
        };
        const auto failed = finished(store->write(twice));
        QCOMPARE(failed.error().kind, FailureKind::Storage);
        QCOMPARE(store::faultOf(failed.error()), store::Fault::Other);
        const auto refused = finished(store->write([](sql::Database &db) -> Result<int> {
            static_cast<void>(addSetting(db, 2));
            return fail(FailureKind::Conflict, u"no"_s);
        }));
        QCOMPARE(refused.error(), (Failure{FailureKind::Conflict, u"no"_s}));
        QCOMPARE(store.number("SELECT count(*) FROM setting"), 0);
    }

    void theReaderCannotWrite()
    {
        TempStore store;
        const auto failed = finished(store->read([](sql::Database &db) { return addSetting(db, 1); }));
        QCOMPARE(store::faultOf(failed.error()), store::Fault::ReadOnly);
    }

    void aDroppedReadIsInterruptedAndTheNextOneRuns()
    {
        TempStore store;
        QVERIFY(finished(store->opened()));
        std::optional<Result<qint64>> dropped;
        {
            TaskScope scope;
            scope.run(dropInto(dropped, store->read([](sql::Database &db) -> sql::Result<qint64> {
                const auto n = db.number(endless);
                if (!n)
                    return sql::fail(n.error());
                return qint64(*n);
            })));
            QTest::qWait(20);
        }
        QCOMPARE(store.number("SELECT 7"), 7);
        QVERIFY(!dropped);
    }

    void aReadThatRunsAtTheEndDoesNotHoldItUp()
    {
        std::optional<Result<qint64>> dropped;
        TaskScope scope;
        {
            TempStore store;
            QVERIFY(finished(store->opened()));
            scope.run(dropInto(dropped, store->read([](sql::Database &db) -> sql::Result<qint64> {
                const auto n = db.number(endless);
                if (!n)
                    return sql::fail(n.error());
                return qint64(*n);
            })));
            QTest::qWait(5);
        }
        QVERIFY(!dropped);
    }

    void droppedWritesAreDoneAllTheSame()
    {
        TempStore store;
        {
            TaskScope scope;
            for (int i = 0; i < 50; ++i)
                scope.run([](Task<Result<>> task) -> Task<> {
                    co_await std::move(task);
                }(store->write([i](sql::Database &db) { return addSetting(db, i); })));
        }
        store.reopen();
        QCOMPARE(store.number("SELECT count(*) FROM setting"), 50);
    }

    void aLongReadDoesNotHoldUpAWrite()
    {
        TempStore store;
        QVERIFY(finished(store->opened()));
        std::optional<Result<qint64>> dropped;
        TaskScope scope;
        scope.run(dropInto(dropped, store->read([](sql::Database &db) -> sql::Result<qint64> {
            const auto n = db.number(endless);
            return n ? sql::Result<qint64>(*n) : sql::fail(n.error());
        })));
        store.write([](sql::Database &db) { return addSetting(db, 1); });
        QVERIFY(!dropped);
        scope.cancel();
        QCOMPARE(store.number("SELECT count(*) FROM setting"), 1);
    }

    void aChangeByAnotherProgramIsAnnouncedAndOurOwnIsNot()
    {
        TempStore store;
        QVERIFY(finished(store->opened()));
        QSignalSpy elsewhere(store.held.get(), &store::Store::changedElsewhere);
        store.write([](sql::Database &db) { return addSetting(db, 1); });
        QTest::qWait(60);
        QCOMPARE(elsewhere.count(), 0);
        sql::Database other = sql::Database::open(store.path.toStdString()).value();
        QVERIFY(addSetting(other, 2));
        QTRY_COMPARE(elsewhere.count(), 1);
    }

    void aFullDiskLosesNothingThatWasAcknowledged()
    {
        TempStore store;
        store.write([](sql::Database &db) { return db.exec("PRAGMA max_page_count=200"); });
        int acknowledged = 0;
        Result<> done;
        for (; done && acknowledged < 2000; acknowledged += done.has_value())
            done = finished(store->write([acknowledged](sql::Database &db) { return addSetting(db, acknowledged); }));
        QVERIFY(!done);
        QCOMPARE(store::faultOf(done.error()), store::Fault::Full);
        QCOMPARE(done.error().kind, FailureKind::DiskFull);
        QCOMPARE(store.number("SELECT count(*) FROM setting"), acknowledged);
        store.reopen();
        QCOMPARE(store.number("SELECT count(*) FROM setting"), acknowledged);
        store.write([](sql::Database &db) { return addSetting(db, 100000); });
    }

    void aNewerFileIsRefusedAndLeftAsItIs()
    {
        TempStore store;
        store.write([](sql::Database &db) { return db.exec("PRAGMA user_version=999"); });
        store.held.reset();
        const QByteArray before = bytesOf(store.path);
        store.reopen();
        const auto opened = finished(store->opened());
        QCOMPARE(store::faultOf(opened.error()), store::Fault::Newer);
        QVERIFY(opened.error().detail.contains(u"999"_s));
        QVERIFY(!finished(store->write([](sql::Database &db) { return addSetting(db, 1); })));
        store.held.reset();
        QCOMPARE(bytesOf(store.path), before);
    }

    void aDamagedFileIsKeptUntilItIsMovedAside()
    {
        TempStore store;
        store.held.reset();
        QFile file(store.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        store.reopen();
        QCOMPARE(store::faultOf(finished(store->opened()).error()), store::Fault::Damaged);
        QCOMPARE(bytesOf(store.path), QByteArray(8192, 'x'));

        const Result<QString> aside = store->moveAside(QDateTime::currentDateTimeUtc());
        QVERIFY(aside);
        QCOMPARE(bytesOf(*aside), QByteArray(8192, 'x'));
        QVERIFY(finished(store->opened()));
        store.write([](sql::Database &db) { return addSetting(db, 1); });
    }

    void damageDeepInTheFileIsFoundByACheckAndByReading()
    {
        TempStore store;
        for (int i = 0; i < 100; ++i)
            store.write([i](sql::Database &db) { return addSetting(db, i); });
        store.held.reset();
        QFile file(store.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        for (qint64 at = size / 2; at < size; at += 4096) {
            file.seek(at);
            file.write(QByteArray(4096, '\x5a'));
        }
        file.close();
        store.reopen();
        QCOMPARE(store::faultOf(finished(store->check()).error()), store::Fault::Damaged);
        const auto read = finished(
            store->read([](sql::Database &db) { return db.number("SELECT sum(length(value)) FROM setting"); }));
        QCOMPARE(store::faultOf(read.error()), store::Fault::Damaged);
    }

    void aFolderThatCannotBeMadeIsSaidPlainly()
    {
        store::Store store(u"/proc/nowhere/gatewright.db"_s);
        const auto opened = finished(store.opened());
        QCOMPARE(store::faultOf(opened.error()), store::Fault::ReadOnly);
    }

    void eachMigrationKeepsACopyOfWhatWas()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"db"_s);
        const store::Limits limits{10ms, 500ms};
        const std::vector<sql::Migration> one = {{1, "CREATE TABLE t(a INTEGER) STRICT"}};
        {
            store::Store store(path, limits, one);
            QVERIFY(finished(store.write([](sql::Database &db) { return db.exec("INSERT INTO t VALUES(5)"); })));
        }
        const std::vector<sql::Migration> two = {one.front(), {2, "ALTER TABLE t ADD COLUMN b INTEGER"}};
        store::Store store(path, limits, two);
        QVERIFY(finished(store.opened()));
        sql::Database copy = sql::Database::open((path + u".before-2"_s).toStdString(), sql::Access::ReadOnly).value();
        QCOMPARE(copy.number("SELECT a FROM t").value(), 5);
    }

    void aMigrationThatAnotherProgramMakesIsWaitedForAndThenGivenUp()
    {
        TempStore store;
        store.held.reset();
        const QByteArray lock = QFileInfo(store.path).dir().filePath(u"migrate.lock"_s).toLocal8Bit();
        QProcess other;
        other.start(u"flock"_s, {u"--no-fork"_s, QString::fromLocal8Bit(lock), u"sleep"_s, u"30"_s});
        QVERIFY(other.waitForStarted());
        QTest::qWait(100);
        store.limits.lock = 100ms;
        store.reopen();
        const auto opened = finished(store->opened());
        QCOMPARE(store::faultOf(opened.error()), store::Fault::Busy);
        QVERIFY(opened.error().detail.contains(u"migrate.lock"_s));
        other.kill();
        other.waitForFinished();
        QTest::qWait(50);
    }

    void manyOpenOneNewFileAtOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"db"_s);
        std::vector<std::unique_ptr<store::Store>> stores;
        for (int i = 0; i < 8; ++i)
            stores.push_back(std::make_unique<store::Store>(path));
        for (const auto &store : stores)
            QVERIFY(finished(store->opened()));
        for (std::size_t i = 0; i < stores.size(); ++i)
            QVERIFY(finished(stores[i]->write([i](sql::Database &db) { return addSetting(db, int(i)); })));
        QCOMPARE(finished(stores[0]->read([](sql::Database &db) {
            return db.number("SELECT count(*) FROM setting");
        })).value(),
            8);
    }

    void regularExpressionsAndP95AreThereOnTheReader()
    {
        TempStore store;
        QCOMPARE(store.number("SELECT 'gpt-4o' REGEXP '^gpt-\\d'"), 1);
        QCOMPARE(store.number("SELECT 'claude' REGEXP '^gpt'"), 0);
        QVERIFY(!finished(store->read([](sql::Database &db) { return db.number("SELECT 'x' REGEXP '('"); })));
        QCOMPARE(store.number("SELECT p95(value) FROM json_each('[5,1,null,3]')"), 5);
        QCOMPARE(store.number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<100)"
                              " SELECT p95(101-i) FROM n"),
            95);
        QCOMPARE(store.number("SELECT p95(value) IS NULL FROM json_each('[null]')"), 1);
    }

    void faultsAreToldApart_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << SQLITE_FULL << int(store::Fault::Full);
        QTest::newRow("read-only") << SQLITE_READONLY << int(store::Fault::ReadOnly);
        QTest::newRow("read-only folder") << SQLITE_READONLY_DIRECTORY << int(store::Fault::ReadOnly);
        QTest::newRow("damaged") << SQLITE_CORRUPT_INDEX << int(store::Fault::Damaged);
        QTest::newRow("not a database") << SQLITE_NOTADB << int(store::Fault::Damaged);
        QTest::newRow("busy") << SQLITE_BUSY_SNAPSHOT << int(store::Fault::Busy);
        QTest::newRow("newer") << sql::Error::newerFile << int(store::Fault::Newer);
        QTest::newRow("other") << SQLITE_IOERR_READ << int(store::Fault::Other);
        QTest::newRow("interrupted") << SQLITE_INTERRUPT << int(store::Fault::None);
    }

    void faultsAreToldApart()
    {
        QFETCH(int, code);
        const Failure failure = store::failureOf(sql::Error{code, "why"});
        QTEST(int(store::faultOf(failure)), "fault");
        QVERIFY(code == SQLITE_INTERRUPT || failure.detail.contains(u"why"_s));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
