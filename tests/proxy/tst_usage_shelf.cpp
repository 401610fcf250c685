// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/journal.h"
#include "proxy/seed.h"
#include "proxy/tables.h"
#include "sql/migrations.h"
#include <csignal>
#include <future>
#include <limits>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>

namespace {

proxy::UsageRow rowNumber(int number)
{
    proxy::UsageRow row;
    row.requestId = "req_" + std::to_string(number);
    row.ts = 1'787'000'000'000'000 + number * 1000LL;
    row.keyId = "key_1";
    row.chargedNanos = 10;
    return row;
}

// Every member with a value of its own, at the edges of what it holds.
proxy::UsageRow fullRow()
{
    proxy::UsageRow row = rowNumber(0);
    row.requestId = std::string("with \0 and \xff", 12);
    row.key = "name";
    row.owner = "";
    row.alias = "alias";
    row.upstream = std::string(70'000, 'u');
    row.model = "model";
    row.family = "messages";
    row.unit = "requests";
    row.status = 599;
    row.errorClass = "timeout";
    row.ended = proxy::Ended::Error;
    row.streamed = row.sample = row.previousSecret = true;
    row.tokens = {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(), 0, -1};
    row.costNanos = 127;
    row.chargedNanos = 128;
    row.firstByteMs = 16'384;
    row.firstTokenMs = -64;
    row.totalMs = -65;
    row.priceDate = "2026-11-01";
    row.attempts = 3;
    row.chain = R"([{"upstream":"a"}])";
    return row;
}

class Database
{
public:
    sql::Database opened() const
    {
        sql::Database database = std::move(*sql::Database::open(path()));
        const bool made = sql::migrate(database, proxy::migrations()).has_value();
        return made ? std::move(database) : throw std::runtime_error("no schema");
    }
    QString unfiled() const { return dir.filePath(QStringLiteral("gateway.db-unfiled")); }
    std::string path() const { return dir.filePath(QStringLiteral("gateway.db")).toStdString(); }
    std::int64_t number(const char *query) const { return sql::Database::open(path())->number(query).value_or(-1); }

    QTemporaryDir dir;
};

proxy::UsagePack packOf(int from, int count)
{
    proxy::UsagePack pack;
    for (int i = from; i < from + count; ++i)
        pack.add(rowNumber(i));
    return pack;
}

constexpr int many = 300; // more than the table takes as they come

// As a run that was killed before it filed them.
void leave(const Database &file, int packs, int from = 0)
{
    sql::Database database = file.opened();
    proxy::UsageShelf shelf(database, [](std::span<const proxy::UsageRow>) {});
    for (int i = 0; i < packs; ++i)
        QVERIFY(shelf.keep(from + i * many + 1, packOf(from + i * many, many)));
}

QList<std::int64_t> packsIn(const QString &path)
{
    QList<std::int64_t> counts;
    const QString copy = path + QStringLiteral("-copy"); // the file is the journal's own
    QFile::copy(path, copy);
    proxy::PackFile packs(copy.toStdString());
    while (packs.open() && packs.rows() > 0) {
        counts << packs.front()->value().count;
        packs.takeFront();
    }
    return counts;
}

std::int64_t rowsSeen(proxy::Journal &journal)
{
    std::promise<std::int64_t> seen;
    journal.runWithRows([&seen](sql::Database &database) {
        seen.set_value(database.number("SELECT count(*) FROM usage").value_or(-1));
    });
    return seen.get_future().get();
}

} // namespace

// Usage rows between the call and their table.
class UsageShelfTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowComesBackAsItWasPacked()
    {
        proxy::UsagePack pack;
        pack.add(fullRow());
        pack.add(proxy::UsageRow());
        pack.add(fullRow());
        const auto rows = proxy::unpacked(pack.bytes(), 3, 1);
        QVERIFY(rows && rows->size() == 3);
        proxy::UsagePack again;
        for (const proxy::UsageRow &row : *rows)
            again.add(row);
        QVERIFY(again.bytes() == pack.bytes());
        const proxy::UsageRow &first = rows->at(0);
        const proxy::UsageRow &second = rows->at(1);
        QCOMPARE(rows->at(2).tokens.output.value(), std::numeric_limits<std::int64_t>::min());
        QVERIFY(first.requestId == fullRow().requestId && first.owner == std::optional<std::string>(""));
        QCOMPARE(first.tokens.input.value(), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(first.tokens.output.value(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(first.totalMs, -65);
        QVERIFY(first.ended == proxy::Ended::Error && first.previousSecret && first.chain == fullRow().chain);
        QVERIFY(!second.keyId && !second.costNanos && second.chain == "[]" && second.attempts == 1);
    }

    // Most of a row is as in the one before it.
    void alikeRowsTakeLittleRoom()
    {
        proxy::UsagePack pack = packOf(0, 1);
        const std::size_t first = pack.bytes().size();
        pack.add(rowNumber(1));
        pack.add(rowNumber(2));
        QVERIFY(pack.bytes().size() < 2 * first);
        pack.clear(); // and begins anew
        pack.add(rowNumber(0));
        QCOMPARE(pack.bytes().size(), first);
        QVERIFY(proxy::unpacked(pack.bytes(), 1, 1)->front().keyId == "key_1");
    }

    // Cut or altered anywhere, it is told or still read, and nothing beyond the bytes is.
    void damagedBytesAreNoRow()
    {
        const proxy::UsagePack pack = packOf(7, 1);
        const std::string bytes(pack.bytes());
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!proxy::unpacked(std::string_view(bytes).substr(0, size), 1, 1));
        QVERIFY(!proxy::unpacked(bytes + 'x', 1, 1));
        QVERIFY(!proxy::unpacked(bytes, 2, 1));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string altered = bytes;
            altered[at] = char(0xff);
            static_cast<void>(proxy::unpacked(altered, 1, 1));
        }
        QCOMPARE(proxy::unpacked(bytes, 1, 41)->front().id, 41);
    }

    // Many at once wait in the file; the table has them in their order, with the ids they were given.
    void packsAreFiledInTheirOrder()
    {
        const Database file;
        sql::Database database = file.opened();
        std::vector<std::int64_t> ids;
        proxy::UsageShelf shelf(database, [&ids](std::span<const proxy::UsageRow> rows) {
            for (const proxy::UsageRow &row : rows)
                ids.push_back(row.id);
        });
        QVERIFY(shelf.keep(1, packOf(0, many)));
        QVERIFY(shelf.keep(1 + many, packOf(many, many)));
        QCOMPARE(shelf.waiting(), 2 * many);
        QCOMPARE(proxy::lastUsageId(database).value(), 0);
        QVERIFY(shelf.fileOldest());
        QVERIFY(ids.size() == many && ids.front() == 1 && ids.back() == many);
        QVERIFY(shelf.keep(1 + 2 * many, packOf(2 * many, 1))); // few: after the older ones, and at once
        QCOMPARE(shelf.waiting(), 0);
        QCOMPARE(std::int64_t(ids.size()), 2 * many + 1);
        QCOMPARE(database.number("SELECT count(*) FROM usage WHERE request_id='req_'||(id-1)").value(), 2 * many + 1);
        QCOMPARE(QFileInfo(file.unfiled()).size(), 0);
        QVERIFY(!QFileInfo(file.unfiled()).permission(QFile::ReadGroup | QFile::ReadOther));
    }

    void whatAKilledRunLeftIsFiledBeforeTheNextBegins()
    {
        const Database file;
        leave(file, 2);
        sql::Database database = file.opened();
        QCOMPARE(proxy::fileLeftover(database).value(), std::string());
        QCOMPARE(proxy::lastUsageId(database).value(), 2 * many);
        QCOMPARE(proxy::loadSpent(database)->at("key_1").lifetime, 10 * 2 * many);
        QCOMPARE(QFileInfo(file.unfiled()).size(), 0);
        QCOMPARE(proxy::fileLeftover(database).value(), std::string());
    }

    // Killed between the table's commit and the end of the file: not twice.
    void aPackThatIsInTheTableAlreadyIsNotFiledAgain()
    {
        const Database file;
        leave(file, 2);
        QVERIFY(QFile::copy(file.unfiled(), file.unfiled() + QStringLiteral("-kept")));
        {
            sql::Database database = file.opened();
            QVERIFY(proxy::fileLeftover(database));
            QVERIFY(database.run("DELETE FROM usage WHERE id>?", many));
            QVERIFY(database.exec("DELETE FROM spent"));
        }
        QVERIFY(
            QFile::remove(file.unfiled()) && QFile::rename(file.unfiled() + QStringLiteral("-kept"), file.unfiled()));
        sql::Database database = file.opened();
        QVERIFY(proxy::fileLeftover(database));
        QCOMPARE(database.number("SELECT count(*) FROM usage").value(), 2 * many);
        QCOMPARE(database.number("SELECT sum(nanos) FROM spent").value(), 10 * many); // the second pack's alone
    }

    // However short the last write fell: what is whole stays, what is not is told.
    void aTornWriteLosesItsOwnPackOnly_data()
    {
        QTest::addColumn<int>("left"); // bytes of the second pack
        for (const int left : {1, 8, 39, 40, 41, 4000})
            QTest::addRow("%d bytes", left) << left;
    }

    void aTornWriteLosesItsOwnPackOnly()
    {
        QFETCH(int, left);
        const Database file;
        leave(file, 1);
        const qint64 one = QFileInfo(file.unfiled()).size();
        leave(file, 1, many);
        QVERIFY(QFile::resize(file.unfiled(), one + left));
        sql::Database database = file.opened();
        QVERIFY(proxy::fileLeftover(database)->find("last moment") != std::string::npos);
        QCOMPARE(proxy::lastUsageId(database).value(), many);
        QCOMPARE(QFileInfo(file.unfiled()).size(), 0);
    }

    void aDamagedPackIsTakenAwayAndItsRowsToldAsLost()
    {
        const Database file;
        leave(file, 1);
        const qint64 one = QFileInfo(file.unfiled()).size();
        leave(file, 1, many);
        QFile damaged(file.unfiled());
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(one / 2) && damaged.write("xx") == 2);
        damaged.close();
        sql::Database database = file.opened();
        QVERIFY(proxy::fileLeftover(database)->starts_with("300 usage rows"));
        QCOMPARE(database.number("SELECT min(id) FROM usage").value(), many + 1);
        QCOMPARE(database.number("SELECT count(*) FROM usage").value(), many);
    }

    void aJobThatWantsThemFindsAllRows()
    {
        const Database file;
        proxy::Journal journal(file.opened(), 0);
        for (int i = 0; i < 5000; ++i)
            journal.add(rowNumber(i));
        QCOMPARE(rowsSeen(journal), 5000);
        QCOMPARE(journal.rowsUnfiled(), 0);
    }

    void rowsAreFiledByThemselvesWhenNoMoreCome()
    {
        const Database file;
        proxy::Journal journal(file.opened(), 0);
        for (int i = 0; i < 5000; ++i)
            journal.add(rowNumber(i));
        QTRY_COMPARE(file.number("SELECT count(*) FROM usage"), 5000);
        QTRY_COMPARE(journal.rowsUnfiled(), 0);
        QCOMPARE(journal.rowsWritten(), 5000);
    }

    // However long it had no time: what it unpacks at once is memory.
    void aWriterThatWasBusyKeepsRowsInPacksOfAThousand()
    {
        const Database file;
        proxy::Journal journal(file.opened(), 0);
        std::promise<void> busy;
        std::promise<void> added;
        std::promise<QList<std::int64_t>> packs;
        journal.run([&](sql::Database &) {
            busy.set_value();
            added.get_future().wait();
        });
        busy.get_future().wait();
        for (int i = 0; i < 5000; ++i)
            journal.add(rowNumber(i));
        journal.run([&](sql::Database &) { packs.set_value(packsIn(file.unfiled())); });
        added.set_value();
        QCOMPARE(packs.get_future().get(), QList<std::int64_t>({1024, 1024, 1024, 1024, 904}));
        QCOMPARE(rowsSeen(journal), 5000);
    }

    // Where a packed row could not be moved any more it would be kept where nobody reads it.
    void withLittleRoomRowsGoIntoTheirTableAtOnce()
    {
        const Database file;
        sql::Database database = file.opened();
        QVERIFY(database.exec("PRAGMA max_page_count=200"));
        proxy::UsageShelf shelf(database, [](std::span<const proxy::UsageRow>) {});
        QVERIFY(shelf.keep(1, packOf(0, many)));
        QCOMPARE(shelf.waiting(), 0);
        QCOMPARE(proxy::lastUsageId(database).value(), many);
    }

    // On a disk that is really full: nothing half-written stays in the file.
    void aWriteThatDoesNotFitLeavesTheOlderOnesWhole()
    {
        const Database file;
        {
            proxy::PackFile packs(file.unfiled().toStdString());
            QVERIFY(packs.append(1, packOf(0, many)));
        }
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{rlim_t(QFileInfo(file.unfiled()).size() + 100), before.rlim_max};
        ::signal(SIGXFSZ, SIG_IGN);
        {
            proxy::PackFile packs(file.unfiled().toStdString());
            QVERIFY(packs.open());
            ::setrlimit(RLIMIT_FSIZE, &small);
            const auto done = packs.append(1 + many, packOf(many, many));
            ::setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(!done);
            QCOMPARE(packs.rows(), many);
            QVERIFY(packs.append(1 + many, packOf(many, many)));
        }
        sql::Database database = file.opened();
        QCOMPARE(proxy::fileLeftover(database).value(), std::string());
        QCOMPARE(proxy::lastUsageId(database).value(), 2 * many);
    }

    void aStoppedJournalLeavesNothingUnfiled()
    {
        const Database file;
        proxy::Journal journal(file.opened(), 0);
        for (int i = 0; i < 3000; ++i)
            journal.add(rowNumber(i));
        journal.stop();
        QCOMPARE(file.number("SELECT count(*) FROM usage"), 3000);
        QCOMPARE(file.number("SELECT sum(nanos) FROM spent"), 30'000);
    }
};

QTEST_GUILESS_MAIN(UsageShelfTest)
#include "tst_usage_shelf.moc"
