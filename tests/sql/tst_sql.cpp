// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.h"
#include "sql/row_table.h"
#include "sql/transaction.h"
#include <csignal>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>
#include <sys/resource.h>
#include <thread>

namespace {

class Pairs final : public sql::RowTable
{
public:
    std::size_t rowCount() const override { return pairs.size(); }
    void tell(std::size_t row, int column, sql::Cell &cell) const override
    {
        column == 0 ? cell.set(pairs[row].first) : cell.set(pairs[row].second);
    }

    std::vector<std::pair<int, std::optional<std::string>>> pairs;
};

} // namespace

class SqlTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesComeBackAsTheyWent()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a INTEGER, b TEXT, c REAL, d BLOB, e INTEGER) STRICT"));
        const std::array<unsigned char, 3> blob = {0, 1, 255};
        const std::string text("a\0\xc3\xa9", 4);
        const std::optional<std::int64_t> none;
        QVERIFY(db.run("INSERT INTO t VALUES(?,?,?,?,?)", INT64_MIN, text, 0.5, sql::Bytes(blob), none));
        sql::Statement row = db.prepare("SELECT * FROM t").value();
        QVERIFY(row.step().value());
        QCOMPARE(row.get<std::int64_t>(0), INT64_MIN);
        QCOMPARE(row.get<std::string>(1), text);
        QCOMPARE(row.get<double>(2), 0.5);
        QVERIFY(std::ranges::equal(row.get<sql::Bytes>(3), blob));
        QCOMPARE(row.get<std::optional<std::int64_t>>(4), none);
        QCOMPARE(row.get<std::optional<std::int64_t>>(0), std::optional<std::int64_t>(INT64_MIN));
        QVERIFY(!row.step().value());
    }

    void rowsInMemoryAreATable()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a INTEGER, b TEXT, c INTEGER) STRICT"));
        {
            Pairs rows;
            rows.pairs = {{1, "one"}, {-2, ""}, {3, std::nullopt}};
            QVERIFY(rows.attach(db, "given", 2));
            sql::Statement insert = db.prepare("INSERT INTO t SELECT *, 7 FROM given").value();
            QVERIFY(insert.run());
            rows.pairs = {{9, "nine"}};
            QVERIFY(insert.run());
        }
        QCOMPARE(db.number("SELECT count(*)*1000+sum(a)*10+sum(c) FROM t").value(), 4000 + 110 + 28);
        QCOMPARE(db.number("SELECT count(*) FROM t WHERE b IS NULL").value(), 1);
        QCOMPARE(db.number("SELECT count(*) FROM t WHERE b='' AND a=-2").value(), 1);
        QVERIFY(!db.prepare("SELECT * FROM given"));
    }

    void aNewFileIsForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new.db"));
        sql::Database db = sql::Database::open(path.toStdString(), sql::Access::ReadWrite).value();
        QVERIFY(db.exec("CREATE TABLE t(a INTEGER)"));
        for (const char *end : {"", "-wal", "-shm"}) {
            const QFileDevice::Permissions may = QFileInfo(path + QLatin1String(end)).permissions();
            QVERIFY(may & QFileDevice::ReadOwner);
            QVERIFY2(!(may & (QFileDevice::ReadGroup | QFileDevice::ReadOther)), end);
        }
    }

    void emptyTextIsNotNull()
    {
        sql::Database db = open();
        sql::Statement row = db.prepare("SELECT ?, ?, ?").value();
        row.with(std::string_view(), nullptr, sql::Bytes());
        QVERIFY(row.step().value());
        QVERIFY(!row.isNull(0));
        QVERIFY(row.isNull(1));
        QVERIFY(!row.isNull(2));
    }

    void aStatementRunsAgainWithOtherValues()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a INTEGER PRIMARY KEY)"));
        sql::Statement insert = db.prepare("INSERT INTO t VALUES(?)").value();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(insert.with(i).run());
        QCOMPARE(db.number("SELECT sum(a) FROM t").value(), 6);
        QCOMPARE(db.lastInsertId(), 3);
        QCOMPARE(insert.with(3).run().error().code, SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    void mistakesAreErrorsNotCrashes()
    {
        sql::Database db = open();
        QCOMPARE(db.prepare("SELEC 1").error().primary(), SQLITE_ERROR);
        QVERIFY(!db.prepare("  "));
        QCOMPARE(db.run("SELECT ?", 1, 2).error().code, SQLITE_RANGE);
        QVERIFY(!sql::Database::open("/nonexistent/x.db"));
        QVERIFY(!sql::Database::open(path("absent.db"), sql::Access::ReadOnly));
    }

    void aTransactionLeftIsRolledBack()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a)"));
        {
            sql::Transaction left = sql::Transaction::begin(db).value();
            QVERIFY(db.exec("INSERT INTO t VALUES(1)"));
        }
        QCOMPARE(db.number("SELECT count(*) FROM t").value(), 0);
        sql::Transaction kept = sql::Transaction::begin(db).value();
        QVERIFY(db.exec("INSERT INTO t VALUES(1)"));
        QVERIFY(kept.commit());
        QCOMPARE(db.number("SELECT count(*) FROM t").value(), 1);
    }

    void aFullDiskIsNamedAndTheRestStays()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a); PRAGMA max_page_count=10"));
        sql::Result<> done;
        {
            sql::Transaction all = sql::Transaction::begin(db).value();
            done = db.run("INSERT INTO t VALUES(zeroblob(100000))");
        }
        QVERIFY(done.error().isFull());
        QVERIFY(db.exec("INSERT INTO t VALUES(1)"));
    }

    // "-shm" that finds no room is an I/O error to SQLite.
    void noRoomForTheSharedMemoryIsAFullDisk()
    {
        QVERIFY((sql::Error{SQLITE_IOERR_SHMSIZE, {}}.isFull()));
        QVERIFY(!(sql::Error{SQLITE_IOERR_READ, {}}.isFull()));
    }

    void anErrorForWantOfRoomIsAFullDisk()
    {
        sql::Database db = open();
        QVERIFY(db.exec("CREATE TABLE t(a)"));
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{64 * 1024, before.rlim_max};
        const auto heeded = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        const sql::Result<> done = db.exec("INSERT INTO t VALUES(zeroblob(1000000))");
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, heeded);
        QVERIFY(!done);
        QVERIFY2(done.error().isFull(), done.error().message.c_str());
        QVERIFY(db.exec("INSERT INTO t VALUES(1)"));
    }

    void migrationsRunOnceEachAndKeepACopy()
    {
        const std::vector<sql::Migration> first = {{1, "CREATE TABLE t(a); INSERT INTO t VALUES(1)"}};
        std::vector<sql::Migration> both = first;
        both.push_back({2, "ALTER TABLE t ADD COLUMN b; UPDATE t SET b=a+1"});
        sql::Database db = open();
        QVERIFY(sql::migrate(db, first));
        QVERIFY(!QFile::exists(QString::fromStdString(sql::backupPath(db, 1))));
        QVERIFY(sql::migrate(db, both));
        QVERIFY(sql::migrate(db, both));
        QCOMPARE(db.number("SELECT b FROM t").value(), 2);
        sql::Database copy = sql::Database::open(sql::backupPath(db, 2), sql::Access::ReadOnly).value();
        QCOMPARE(copy.number("PRAGMA user_version").value(), 1);
        QCOMPARE(copy.number("SELECT a FROM t").value(), 1);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(QString::fromStdString(sql::backupPath(db, 2))) & others));
    }

    void aNewFileKeepsNoCopyOfItsEmptySelf()
    {
        sql::Database db = open();
        QVERIFY(sql::migrate(db, std::vector<sql::Migration>{{1, "CREATE TABLE t(a)"}, {2, "CREATE TABLE u(a)"}}));
        QCOMPARE(db.number("PRAGMA user_version").value(), 2);
        QVERIFY(!QFile::exists(QString::fromStdString(sql::backupPath(db, 2))));
    }

    void aFailedStepLeavesNothingBehind()
    {
        sql::Database db = open();
        QVERIFY(!sql::migrate(db, std::vector<sql::Migration>{{1, "CREATE TABLE t(a); CREATE TABLE t(a)"}}));
        QCOMPARE(db.number("SELECT count(*) FROM sqlite_schema").value(), 0);
        QCOMPARE(db.number("PRAGMA user_version").value(), 0);
    }

    void aNewerFileIsRefused()
    {
        sql::Database db = open();
        QVERIFY(db.exec("PRAGMA user_version=7"));
        const sql::Result<> done = sql::migrate(db, std::vector<sql::Migration>{{1, "CREATE TABLE t(a)"}});
        QVERIFY(done.error().isNewerFile());
        QVERIFY(QString::fromStdString(done.error().message).contains(QStringLiteral("newer")));
        QCOMPARE(db.number("SELECT count(*) FROM sqlite_schema").value(), 0);
    }

    void aCorruptFileIsNamed()
    {
        QFile file(QString::fromStdString(path("db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(sql::Database::open(path("db")).error().isCorrupt());
        QVERIFY(open("good").check());
    }

    void aLongQueryIsInterruptedFromOutside()
    {
        sql::Database db = open();
        std::thread other([&db] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            db.interrupt();
        });
        const auto done =
            db.number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT sum(i) FROM n");
        other.join();
        QVERIFY(done.error().isInterrupted());
    }

    void aSecondWriterWaitsForTheFirst()
    {
        sql::Database one = open();
        sql::Database two = open();
        QVERIFY(one.exec("CREATE TABLE t(a)"));
        std::optional<sql::Transaction> first(sql::Transaction::begin(one).value());
        std::thread other([&two] { QVERIFY(two.run("INSERT INTO t VALUES(2)")); });
        QVERIFY(one.exec("INSERT INTO t VALUES(1)"));
        QVERIFY(first->commit());
        other.join();
        QCOMPARE(one.number("SELECT sum(a) FROM t").value(), 3);
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

private:
    std::string path(const char *name) const { return m_dir->filePath(QLatin1String(name)).toStdString(); }
    sql::Database open(const char *name = "db") const { return sql::Database::open(path(name)).value(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(SqlTest)
#include "tst_sql.moc"
