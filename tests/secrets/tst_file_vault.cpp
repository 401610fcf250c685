// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "secrets/file_vault.h"
#include <csignal>
#include <QDirIterator>
#include <QTemporaryDir>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using secrets::FileVault;

class FileVaultTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsSecretsBehindAPassphrase()
    {
        Fixture f;
        FileVault vault = f.vault();
        QVERIFY(!vault.exists());
        QCOMPARE(kindOf(finished(vault.read(u"a"_s))), FailureKind::PassphraseNeeded);
        QVERIFY(finished(vault.unlock(f.passphrase)));
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        QVERIFY(finished(vault.write(u"ключ"_s, Secret("sk-example-2"))));

        FileVault again = f.vault();
        QVERIFY(finished(again.unlock(f.passphrase)));
        QCOMPARE(finished(again.read(u"ключ"_s))->reveal(), QByteArray("sk-example-2"));
        QVERIFY(finished(again.remove(u"a"_s)));
        QVERIFY(finished(again.remove(u"a"_s)));
        QCOMPARE(kindOf(finished(vault.read(u"a"_s))), FailureKind::NotFound);
    }

    void nobodyElseMayReadTheFile()
    {
        Fixture f;
        FileVault vault = f.opened();
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        constexpr auto owner =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFile::permissions(f.path), owner);
    }

    void nothingInTheFolderHoldsTheSecret()
    {
        Fixture f;
        FileVault vault = f.opened();
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        int files = 0;
        for (QDirIterator it(f.dir.path(), QDir::Files | QDir::Hidden); it.hasNext(); ++files) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("sk-example") && !bytes.contains(f.passphrase.reveal()));
        }
        QCOMPARE(files, 1);
    }

    void aWrongPassphraseIsSaid()
    {
        Fixture f;
        FileVault vault = f.opened();
        FileVault other = f.vault();
        QCOMPARE(kindOf(finished(other.unlock(Secret("not it")))), FailureKind::WrongPassphrase);
        QCOMPARE(kindOf(finished(other.unlock(Secret()))), FailureKind::WrongPassphrase);
        QVERIFY(other.locked());
    }

    void aCutFileIsSaidAtEachLength()
    {
        Fixture f;
        FileVault vault = f.opened();
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        const QByteArray whole = f.contents();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            f.setContents(whole.first(size));
            FileVault other = f.vault();
            QCOMPARE(kindOf(finished(other.unlock(f.passphrase))), FailureKind::Damaged);
        }
    }

    void eachAlteredByteIsSaid()
    {
        Fixture f;
        FileVault vault = f.opened();
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        const QByteArray whole = f.contents();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray altered = whole;
            altered[at] = char(altered.at(at) ^ 0x40);
            f.setContents(altered);
            FileVault other = f.vault();
            const auto kind = kindOf(finished(other.unlock(f.passphrase)));
            QCOMPARE(kind, at == 7 ? FailureKind::TooNew : FailureKind::Damaged);
        }
    }

    void limitsOutOfBoundsAreNotFollowed()
    {
        Fixture f;
        const auto key = secrets::VaultKey::derive(f.passphrase, secrets::leastCost(), secrets::newSalt());
        QVERIFY(key);
        const QByteArray whole = secrets::sealed({}, **key);
        QVERIFY(secrets::headerOf(whole));
        for (const quint64 bytes : {quint64(1), quint64(1) << 40}) {
            const auto header = secrets::headerOf(withCost(whole, {1, bytes}));
            QCOMPARE(kindOf(header), FailureKind::Damaged);
            QVERIFY(header.error().detail.contains(QString::number(bytes)));
        }
        QCOMPARE(kindOf(secrets::headerOf(withCost(whole, {quint64(1) << 40, 8192}))), FailureKind::Damaged);
    }

    void twoProgramsLoseNothing()
    {
        Fixture f;
        FileVault one = f.opened();
        FileVault two = f.opened();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(finished(one.write(u"one %1"_s.arg(i), Secret("sk-example-1"))));
            QVERIFY(finished(two.write(u"two %1"_s.arg(i), Secret("sk-example-2"))));
        }
        for (int i = 0; i < 20; ++i) {
            QVERIFY(finished(two.read(u"one %1"_s.arg(i))));
            QVERIFY(finished(one.read(u"two %1"_s.arg(i))));
        }
    }

    void aFileMadeAnewByAnotherAsksForItsPassphrase()
    {
        Fixture f;
        FileVault mine = f.opened();
        QFile::remove(f.path);
        FileVault other = f.vault();
        QVERIFY(finished(other.unlock(Secret("another passphrase"))));
        QCOMPARE(kindOf(finished(mine.read(u"a"_s))), FailureKind::PassphraseNeeded);
        QCOMPARE(kindOf(finished(mine.write(u"a"_s, Secret("sk-example-1")))), FailureKind::PassphraseNeeded);
        QVERIFY(finished(other.read(u"a"_s)).error().kind == FailureKind::NotFound);
    }

    void aWriteThatFailsKeepsTheOldFile()
    {
        Fixture f;
        FileVault vault = f.opened();
        QVERIFY(finished(vault.write(u"a"_s, Secret("sk-example-1"))));
        const QByteArray before = f.contents();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit was{};
        getrlimit(RLIMIT_FSIZE, &was);
        const rlimit tight{64 << 10, was.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        const auto written = finished(vault.write(u"b"_s, Secret(QByteArray(256 << 10, 'x'))));
        setrlimit(RLIMIT_FSIZE, &was);
        QCOMPARE(kindOf(written), FailureKind::Storage);
        QCOMPARE(f.contents(), before);
        QVERIFY(finished(vault.read(u"a"_s)));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        Fixture f;
        FileVault vault({u"/proc/no/such/folder/vault.gwv"_s, secrets::leastCost()});
        QCOMPARE(kindOf(finished(vault.unlock(f.passphrase))), FailureKind::Storage);
    }

    void theAppsCostIsBearable()
    {
        QElapsedTimer clock;
        clock.start();
        QVERIFY(secrets::VaultKey::derive(Secret("a passphrase"), secrets::Cost(), secrets::newSalt()));
        QVERIFY(clock.elapsed() < 8000);
    }

    void derivingDoesNotHoldUpTheMainThread()
    {
        Fixture f;
        FileVault vault({f.path, secrets::Cost()});
        qint64 worst = 0;
        QElapsedTimer since;
        since.start();
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { worst = qMax(worst, since.restart()); });
        beat.start(5);
        QVERIFY(finished(vault.unlock(f.passphrase)));
        QVERIFY2(worst < 150, qPrintable(QString::number(worst)));
    }

private:
    template<typename T>
    static FailureKind kindOf(const Result<T> &result)
    {
        return result ? FailureKind::Cancelled : result.error().kind;
    }

    static QByteArray withCost(const QByteArray &file, secrets::Cost cost)
    {
        secrets::VaultHeader header = *secrets::headerOf(file);
        header.cost = cost;
        return secrets::encoded(header) + file.sliced(secrets::VaultHeader::size);
    }

    struct Fixture
    {
        QTemporaryDir dir;
        QString path = dir.filePath(u"vault.gwv"_s);
        Secret passphrase{"correct horse"};

        FileVault vault() const { return FileVault({path, secrets::leastCost()}); }
        FileVault opened() const
        {
            FileVault out = vault();
            if (!finished(out.unlock(passphrase)))
                qFatal("the vault did not open");
            return out;
        }
        QByteArray contents() const
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void setContents(const QByteArray &bytes) const
        {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write the vault");
        }
    };
};

QTEST_GUILESS_MAIN(FileVaultTest)
#include "tst_file_vault.moc"
