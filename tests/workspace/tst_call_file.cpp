// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_lock.h"
#include "workspace/call_file.h"
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::CallFile;
using Opened = net::CallBook::Opened;

static Profile profileAt(const char *data, const char *admin = "")
{
    Profile profile;
    profile.dataUrl = QUrl(QString::fromLatin1(data));
    profile.adminUrl = QUrl(QString::fromLatin1(admin));
    return profile;
}

// A folder of books, and what each of them holds.
struct Fixture
{
    QTemporaryDir dir;
    QString folder = workspace::callsFolder(dir.path());

    net::CallsByLane in(const Profile &profile)
    {
        net::CallsByLane held;
        CallFile(folder, profile).open([&held](net::CallsByLane &all) { held = all; });
        return held;
    }
    static Opened noteCall(CallFile &book, qint64 at)
    {
        return book.open([at](net::CallsByLane &all) { all["critical"].times.push_back(at); });
    }
    QString onlyFile() const { return folder + u'/' + QDir(folder).entryList(QDir::Files).value(0); }
};

class CallFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatOneCountsTheOtherReads()
    {
        Fixture f;
        const Profile lab = profileAt("https://gw.example/v1", "https://gw.example/api");
        CallFile window(f.folder, lab);
        CallFile gwctl(f.folder, lab);
        QCOMPARE(Fixture::noteCall(window, 1'764'439'200'000), Opened::Done);
        QCOMPARE(Fixture::noteCall(gwctl, 1'764'439'200'001), Opened::Done);
        const auto closed = [](net::CallsByLane &all) { all[{}] = {{}, 1'764'439'260'000, 60'000}; };
        QCOMPARE(gwctl.open(closed), Opened::Done);
        const net::CallsByLane expected{
            {{}, {{}, 1'764'439'260'000, 60'000}}, {"critical", {{1'764'439'200'000, 1'764'439'200'001}, 0, 0}}};
        QCOMPARE(f.in(lab), expected);
        QCOMPARE(QFile::permissions(f.onlyFile()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void profilesOfOneGatewayShareItsBookAndNoOthersDo()
    {
        Fixture f;
        CallFile book(f.folder, profileAt("https://gw.example/v1"));
        Fixture::noteCall(book, 7);
        QCOMPARE(f.in(profileAt("https://gw.example:443/v1/", "https://gw.example")).size(), size_t(1));
        QCOMPARE(f.in(profileAt("https://data.example/v1", "https://gw.example/console")).size(), size_t(1));
        for (const char *other : {"https://gw.example:8443/v1", "http://gw.example/v1", "https://other.example/v1"})
            QVERIFY2(f.in(profileAt(other)).empty(), other);
        QVERIFY(!QFile::exists(f.folder + u"/gw.example"_s)); // names of gateways are nobody's business
    }

    void aBookThatSomebodyHoldsIsBusyAndFreeAfterwards()
    {
        Fixture f;
        const Profile lab = profileAt("https://gw.example/v1");
        CallFile book(f.folder, lab);
        QCOMPARE(Fixture::noteCall(book, 7), Opened::Done);
        {
            const auto held = store::FileLock::take(f.onlyFile(), std::chrono::milliseconds(0));
            QVERIFY(held);
            QCOMPARE(Fixture::noteCall(book, 8), Opened::Busy);
        }
        QCOMPARE(Fixture::noteCall(book, 9), Opened::Done);
        QCOMPARE(f.in(lab)["critical"].times, (std::deque<qint64>{7, 9}));
    }

    void withoutAFolderThereIsNoBook()
    {
        const Profile lab = profileAt("https://gw.example/v1");
        CallFile none(workspace::callsFolder({}), lab);
        QCOMPARE(Fixture::noteCall(none, 7), Opened::Never);
        CallFile impossible(u"/dev/null/calls"_s, lab);
        QCOMPARE(Fixture::noteCall(impossible, 7), Opened::Never);
    }

    void aFileThatIsNoBookIsAnEmptyOne_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"critical":{"times":[17644)");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("other types") << QByteArray(
            R"({"critical":{"times":{"a":1},"closed_until":"x","last_pause":[]}})");
    }
    void aFileThatIsNoBookIsAnEmptyOne()
    {
        QFETCH(QByteArray, bytes);
        Fixture f;
        const Profile lab = profileAt("https://gw.example/v1");
        CallFile book(f.folder, lab);
        Fixture::noteCall(book, 7);
        QFile file(f.onlyFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        QCOMPARE(Fixture::noteCall(book, 9), Opened::Done);
        QCOMPARE(f.in(lab)["critical"], (net::CallsMade{{9}, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(CallFileTest)
#include "tst_call_file.moc"
