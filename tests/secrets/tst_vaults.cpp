// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "net/redactor.h"
#include "secrets/vaults.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using secrets::Keyring;
using secrets::VaultKind;
using secrets::Vaults;

// A keychain as it answers in the situations that were measured.
class FakeKeychain final : public secrets::Vault
{
public:
    enum class Mood { Works, Absent, Locked, Hangs, Forgets };
    explicit FakeKeychain(Mood *mood) : m_mood(mood) {}

    Task<Result<Secret>> read(QString id) override
    {
        ++calls;
        if (*m_mood == Mood::Hangs)
            co_return fail(FailureKind::Timeout, u"keychain: limit"_s);
        if (*m_mood != Mood::Works || !entries.contains(id))
            co_return fail(FailureKind::NotFound, u"no entry"_s);
        co_return entries.value(id);
    }
    Task<Result<>> write(QString id, Secret secret) override
    {
        ++calls;
        if (*m_mood == Mood::Hangs)
            co_return fail(FailureKind::Timeout, u"keychain: limit"_s);
        if (*m_mood == Mood::Absent || *m_mood == Mood::Locked)
            co_return fail(FailureKind::Secret, u"Object does not exist"_s);
        entries[id] = secret;
        co_return Result<>();
    }
    Task<Result<>> remove(QString id) override
    {
        entries.remove(id);
        co_return Result<>();
    }

    int calls = 0;
    secrets::Entries entries;

private:
    Mood *m_mood;
};
using Mood = FakeKeychain::Mood;

class VaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void choosesByWhatWorks_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<bool>("passphrase");
        QTest::addColumn<VaultKind>("kind");
        QTest::newRow("keychain") << Mood::Works << true << VaultKind::Keychain;
        QTest::newRow("absent") << Mood::Absent << true << VaultKind::File;
        QTest::newRow("hangs") << Mood::Hangs << true << VaultKind::File;
        QTest::newRow("gives nothing back") << Mood::Forgets << true << VaultKind::File;
        QTest::newRow("no passphrase either") << Mood::Locked << false << VaultKind::Session;
    }

    void choosesByWhatWorks()
    {
        QFETCH(Mood, mood);
        QFETCH(bool, passphrase);
        Fixture f;
        f.mood = mood;
        if (passphrase)
            f.options.passphraseFile = f.passphraseFile();
        Vaults &vaults = f.vaults();
        const auto reference = finished(vaults.keep(u"p1"_s, Secret("sk-example-1")));
        QVERIFY(reference);
        QCOMPARE(*reference, u"vault:p1"_s);
        QTEST(vaults.state().kind, "kind");
        QCOMPARE(vaults.durable(), passphrase);
        QCOMPARE(vaults.state().failure.has_value(), mood != Mood::Works);
        QCOMPARE(finished(vaults.resolve(*reference))->reveal(), QByteArray("sk-example-1"));
        QCOMPARE(QFile::exists(f.dir.filePath(u"vault.gwv"_s)), passphrase && mood != Mood::Works);
        for (const QString &id : f.keychain->entries.keys())
            QVERIFY(!id.startsWith(u"canary"_s) || mood == Mood::Forgets);
    }

    void asksNobodyBeforeASecretIsNeeded()
    {
        Fixture f;
        Vaults &vaults = f.vaults();
        qputenv("GW_TEST_KEY", "sk-example-env");
        QCOMPARE(finished(vaults.resolve(u"env:GW_TEST_KEY"_s))->reveal(), QByteArray("sk-example-env"));
        QVERIFY(finished(vaults.resolve({}))->isEmpty());
        QCOMPARE(f.keychain->calls, 0);
        QVERIFY(!vaults.state().chosen);
    }

    void aLockedFileWaitsForItsPassphrase()
    {
        Fixture f;
        f.makeFile(u"old"_s);
        f.mood = Mood::Absent;
        Vaults &vaults = f.vaults();
        const auto refused = finished(vaults.resolve(u"vault:old"_s));
        QCOMPARE(refused.error().kind, FailureKind::PassphraseNeeded);
        QVERIFY(vaults.state().locked && vaults.state().kind == VaultKind::File);
        QCOMPARE(finished(vaults.unlock(Secret("wrong"))).error().kind, FailureKind::WrongPassphrase);
        QVERIFY(vaults.state().locked);
        QVERIFY(finished(vaults.unlock(Secret("correct horse"))));
        QVERIFY(!vaults.state().locked && !vaults.state().failure);
        QVERIFY(finished(vaults.resolve(u"vault:old"_s)));
    }

    void aPassphraseMovesTheSessionIntoAFile()
    {
        Fixture f;
        f.mood = Mood::Locked;
        Vaults &vaults = f.vaults();
        QVERIFY(finished(vaults.keep(u"p1"_s, Secret("sk-example-1"))));
        QVERIFY(!vaults.durable());
        QVERIFY(finished(vaults.unlock(Secret("correct horse"))));
        QVERIFY(vaults.durable());
        QVERIFY(finished(vaults.resolve(u"vault:p1"_s)));
    }

    void whatTheKeychainDoesNotShowMayLieInTheFile()
    {
        Fixture f;
        f.makeFile(u"old"_s);
        Vaults &vaults = f.vaults();
        QCOMPARE(finished(vaults.resolve(u"vault:old"_s)).error().kind, FailureKind::PassphraseNeeded);
        QCOMPARE(vaults.state().kind, VaultKind::Keychain);
        QVERIFY(finished(vaults.unlock(Secret("correct horse"))));
        QVERIFY(finished(vaults.resolve(u"vault:old"_s)));
        QCOMPARE(vaults.state().kind, VaultKind::Keychain);
    }

    void aKeyringUnlockedLaterIsTakenOnAsking()
    {
        Fixture f;
        f.mood = Mood::Hangs;
        Vaults &vaults = f.vaults();
        QVERIFY(finished(vaults.open()));
        QCOMPARE(vaults.state().kind, VaultKind::Session);
        f.mood = Mood::Works;
        QVERIFY(finished(vaults.reopen()));
        QCOMPARE(vaults.state().kind, VaultKind::Keychain);
    }

    void whatTheSessionKeptMovesIntoAKeyringUnlockedLater()
    {
        Fixture f;
        f.mood = Mood::Locked;
        Vaults &vaults = f.vaults();
        QVERIFY(finished(vaults.keep(u"p1"_s, Secret("sk-example-1"))));
        QVERIFY(finished(vaults.reopen())); // still locked: it stays in memory
        QCOMPARE(finished(vaults.resolve(u"vault:p1"_s))->reveal(), QByteArray("sk-example-1"));
        f.mood = Mood::Works;
        QVERIFY(finished(vaults.reopen()));
        QVERIFY(f.keychain->entries.contains(u"p1"_s));
        QCOMPARE(finished(vaults.resolve(u"vault:p1"_s))->reveal(), QByteArray("sk-example-1"));
    }

    void whyTheKeychainIsOfNoUseIsAsked_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<Keyring>("told");
        QTest::addColumn<Keyring>("state");
        QTest::newRow("works") << Mood::Works << Keyring::Locked << Keyring::Works; // nobody asks then
        QTest::newRow("locked") << Mood::Locked << Keyring::Locked << Keyring::Locked;
        QTest::newRow("locked, with a prompt") << Mood::Hangs << Keyring::Locked << Keyring::Locked;
        QTest::newRow("absent") << Mood::Absent << Keyring::Absent << Keyring::Absent;
        QTest::newRow("frozen") << Mood::Hangs << Keyring::Silent << Keyring::Silent;
        QTest::newRow("says it works") << Mood::Forgets << Keyring::Works << Keyring::Unknown;
    }

    void whyTheKeychainIsOfNoUseIsAsked()
    {
        QFETCH(Mood, mood);
        QFETCH(Keyring, told);
        Fixture f;
        f.mood = mood;
        f.options.keyringNow = [told](std::chrono::milliseconds) { return told; };
        QCOMPARE(f.vaults().state().keyring, Keyring::Unknown);
        QVERIFY(finished(f.vaults().open()));
        QTEST(f.vaults().state().keyring, "state");
    }

    // find() reads there too: it would come back with a profile of that id.
    void whatIsForgottenIsForgottenInTheFileToo()
    {
        Fixture f;
        f.makeFile(u"old"_s);
        Vaults &vaults = f.vaults();
        QVERIFY(finished(vaults.open()));
        QCOMPARE(vaults.state().kind, VaultKind::Keychain);
        QVERIFY(finished(vaults.unlock(Secret("correct horse"))));
        QVERIFY(finished(vaults.resolve(u"vault:old"_s)));
        QVERIFY(finished(vaults.forget(u"vault:old"_s)));
        QVERIFY(!finished(vaults.resolve(u"vault:old"_s)));
        QVERIFY(!f.fileHolds(u"old"_s));
    }

    void aLockedFileForgetsWhenItIsOpened()
    {
        Fixture f;
        f.makeFile(u"old"_s);
        Vaults &vaults = f.vaults();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the vault file is locked"_s));
        QVERIFY(finished(vaults.forget(u"vault:old"_s)));
        QVERIFY(f.fileHolds(u"old"_s));
        QVERIFY(finished(vaults.unlock(Secret("correct horse"))));
        QVERIFY(!f.fileHolds(u"old"_s));
    }

    void aPassphraseFileOpensItForThat()
    {
        Fixture f;
        f.makeFile(u"old"_s);
        f.options.passphraseFile = f.passphraseFile();
        QVERIFY(finished(f.vaults().forget(u"vault:old"_s)));
        QCOMPARE(f.vaults().state().kind, VaultKind::Keychain);
        QVERIFY(!f.fileHolds(u"old"_s));
    }

    void twoTasksChooseOnce()
    {
        Fixture f;
        Vaults &vaults = f.vaults();
        TaskScope scope;
        const auto opening = [](Vaults &v) -> Task<> { co_await v.open(); };
        scope.run(opening(vaults));
        scope.run(opening(vaults));
        QTRY_COMPARE(scope.count(), 0);
        QCOMPARE(f.keychain->calls, 2);
    }

    void filesLoseOneNewline_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("none") << QByteArray("sk-example") << QByteArray("sk-example");
        QTest::newRow("LF") << QByteArray("sk-example\n") << QByteArray("sk-example");
        QTest::newRow("CRLF") << QByteArray("sk-example\r\n") << QByteArray("sk-example");
        QTest::newRow("two") << QByteArray("sk-example\n\n") << QByteArray("sk-example\n");
        QTest::newRow("empty") << QByteArray("\n") << QByteArray();
        QTest::newRow("large") << QByteArray(70000, 'x') << QByteArray();
    }

    void filesLoseOneNewline()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, secret);
        Fixture f;
        const auto found = finished(f.vaults().resolve(u"file:"_s + f.file(text)));
        QCOMPARE(found.has_value(), !secret.isEmpty());
        if (found)
            QCOMPARE(found->reveal(), secret);
        else
            QCOMPARE(found.error().kind, FailureKind::Secret);
    }

    void aFileOthersCanReadIsWarnedOf()
    {
        Fixture f;
        const QString path = f.file("sk-example");
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"can be read by other users"_s));
        QVERIFY(finished(f.vaults().resolve(u"file:"_s + path)));
    }

    void badReferencesAreRefusedWithoutRepeatingThem()
    {
        Fixture f;
        for (const char *text : {"sk-example-itself", "vault:", "env:", "file:/no/such/file", "env:GW_NOT_SET"}) {
            const auto refused = finished(f.vaults().resolve(QString::fromLatin1(text)));
            QCOMPARE(refused.error().kind, FailureKind::Secret);
            QVERIFY(!refused.error().detail.contains(u"sk-example"_s));
        }
    }

    void theRedactorHearsEverySecret()
    {
        Fixture f;
        net::Redactor redactor;
        f.options.redactor = &redactor;
        QVERIFY(finished(f.vaults().keep(u"p1"_s, Secret("Zw9EXAMPLE8842"))));
        QCOMPARE(redactor.clean(u"said Zw9EXAMPLE8842 aloud"_s), u"said [secret ...8842] aloud"_s);
    }

    void aSecretIsWipedByItsLastCopyOnly()
    {
        const Secret first(QByteArray("sk-example-to-be-wiped"));
        const QByteArray kept = first.reveal();
        {
            const Secret second = first;
            Secret moved = second;
            moved = Secret();
        }
        QCOMPARE(kept, QByteArray("sk-example-to-be-wiped"));
        QByteArray bytes("sk-example-to-be-wiped");
        wipe(bytes.data(), bytes.size());
        QCOMPARE(bytes, QByteArray(bytes.size(), 0));
    }

private:
    struct Fixture
    {
        QTemporaryDir dir;
        Mood mood = Mood::Works;
        FakeKeychain *keychain = nullptr;
        Vaults::Options options;
        std::unique_ptr<Vaults> made;

        Fixture()
        {
            options.dataDir = dir.path();
            options.cost = secrets::leastCost();
            options.keyringNow = [](std::chrono::milliseconds) { return Keyring::Unknown; };
        }
        Vaults &vaults()
        {
            if (!made) {
                auto own = std::make_unique<FakeKeychain>(&mood);
                keychain = own.get();
                made = std::make_unique<Vaults>(options, std::move(own));
            }
            return *made;
        }
        QString file(const QByteArray &text) const
        {
            QFile out(dir.filePath(u"secret.txt"_s));
            if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()
                || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
                qFatal("cannot write");
            return out.fileName();
        }
        QString passphraseFile() const { return file("correct horse\n"); }
        bool fileHolds(const QString &id) const
        {
            secrets::FileVault vault({dir.filePath(u"vault.gwv"_s), secrets::leastCost()});
            return finished(vault.unlock(Secret("correct horse"))) && finished(vault.read(id));
        }
        void makeFile(const QString &id) const
        {
            secrets::FileVault vault({dir.filePath(u"vault.gwv"_s), secrets::leastCost()});
            if (!finished(vault.unlock(Secret("correct horse")))
                || !finished(vault.write(id, Secret("sk-example-old"))))
                qFatal("cannot make the vault");
        }
    };
};

QTEST_GUILESS_MAIN(VaultsTest)
#include "tst_vaults.moc"
