// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fault.h"
#include "store/temp_store.h"
#include <cstdio>
#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

sql::Result<> add(sql::Database &db, int number)
{
    return db.run("INSERT INTO setting VALUES(?,?)", std::to_string(number), std::string(2000, 'x'));
}

qint64 held(store::Store &store)
{
    const auto count =
        finished(store.read([](sql::Database &db) { return db.number("SELECT count(*) FROM setting"); }));
    return count ? qint64(*count) : -1;
}

// On a disk of two megabytes: fills it beside a ballast file, then makes room and goes on. Says what it saw in one line.
int fill(const QString &folder)
{
    QFile ballast(folder + u"/ballast"_s);
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(700'000, 'b')) != 700'000 || !ballast.flush())
        return 2;
    auto store = std::make_unique<store::Store>(folder + u"/gatewright.db"_s);
    int acknowledged = 0;
    Result<> done;
    for (; done && acknowledged < 5000; acknowledged += done.has_value())
        done = finished(store->write([acknowledged](sql::Database &db) { return add(db, acknowledged); }));
    const bool full = !done && store::faultOf(done.error()) == store::Fault::Full;
    const bool kept = held(*store) == acknowledged;
    store.reset();
    store = std::make_unique<store::Store>(folder + u"/gatewright.db"_s);
    const Result<> opened = finished(store->opened());
    const bool keptAfter = !opened || held(*store) == acknowledged; // a disk without a byte may refuse to open at all
    ballast.close();
    ballast.remove();
    store->reopen();
    const bool room = finished(store->write([](sql::Database &db) { return add(db, 99999); })).has_value();
    const bool whole = held(*store) == acknowledged + 1 && finished(store->check()).has_value();
    std::printf(
        "rows=%d full=%d kept=%d after=%d room=%d whole=%d\n", acknowledged, full, kept, keptAfter, room, whole);
    return full && kept && keptAfter && room && whole ? 0 : 1;
}

} // namespace

class FullDiskTest : public QObject
{
    Q_OBJECT

private slots:
    // A tmpfs in a mount namespace of its own. Where that is forbidden the page limit of tst_store stands alone.
    void aDiskThatIsTrulyFullLosesNothingAndIsNamed()
    {
        if (QProcess::execute(u"unshare"_s, {u"-rm"_s, u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s, u"/mnt"_s}) != 0) {
            QVERIFY(QFile::exists(u"/proc/self/ns/mnt"_s)); // forbidden, not missing
            return;
        }
        QTemporaryDir folder;
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(u"unshare"_s,
            {u"-rm"_s, u"sh"_s, u"-c"_s, u"mount -t tmpfs -o size=2m none \"$1\" && exec \"$0\" --fill \"$1\""_s,
                QCoreApplication::applicationFilePath(), folder.path()});
        QVERIFY(child.waitForFinished(60000));
        const QByteArray said = child.readAll();
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, said.constData());
        QVERIFY(said.contains("full=1"));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().size() == 3 && app.arguments().at(1) == u"--fill")
        return fill(app.arguments().at(2));
    FullDiskTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_full_disk.moc"
