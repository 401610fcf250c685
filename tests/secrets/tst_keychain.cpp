// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "secrets/keychain_vault.h"
#include "secrets/vaults.h"
#include <csignal>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using secrets::VaultKind;
using secrets::Vaults;

static const char *nameOf(VaultKind kind)
{
    return kind == VaultKind::Keychain ? "keychain" : kind == VaultKind::File ? "vault file" : "session memory";
}

// A session of its own with a real gnome-keyring. The program calls itself in there; what it prints is the result.
class KeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void anUnlockedKeyringKeepsSecrets()
    {
        Session session;
        QCOMPARE(session.run(unlocked, "keep"), u"keychain kept"_s);
        QVERIFY(!QFile::exists(session.dir.filePath(u"data/vault.gwv"_s)));
    }

    void anotherProgramFindsThem()
    {
        Session session;
        QCOMPARE(session.run(unlocked + u"\"$0\" keep >/dev/null; "_s, "find"), u"keychain found"_s);
    }

    void anotherDataDirDoesNot()
    {
        Session session;
        const QString other = u"DATA_DIR=\"$HOME/other\" \"$0\" keep >/dev/null; "_s;
        QCOMPARE(session.run(unlocked + other, "find"), u"keychain the secret is not there"_s);
    }

    void aLargeSecretComesBackWhole()
    {
        Session session;
        QCOMPARE(session.run(unlocked, "large"), u"keychain kept"_s);
    }

    void aLockedKeyringGivesWayToTheFile()
    {
        Session session;
        const QString locked = u"gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "_s;
        QCOMPARE(session.run(locked, "keep"), u"vault file kept"_s);
    }

    void noSessionBusGivesWayToTheFile()
    {
        Session session;
        const QString none = u"export DBUS_SESSION_BUS_ADDRESS=unix:path=/no/such/socket; "_s;
        QCOMPARE(session.run(none, "keep"), u"vault file kept"_s);
    }

    void aMissingLibraryGivesWayToTheFile()
    {
        Session session;
        const QString broken = u"mkdir lib; : > lib/libsecret-1.so.0; export LD_LIBRARY_PATH=$PWD/lib; "_s;
        QCOMPARE(session.run(unlocked + broken, "keep"), u"vault file kept"_s);
    }

    void aFrozenKeyringGivesWayToTheFile()
    {
        Session session;
        QCOMPARE(session.run(unlocked + u"kill -STOP $KEYRING; "_s, "keep"), u"vault file kept"_s);
    }

    void aThawedKeyringIsTakenAgain()
    {
        Session session;
        QCOMPARE(session.run(unlocked + u"kill -STOP $KEYRING; "_s, "thaw"), u"keychain kept"_s);
    }

    void afterOneHangTheNextCallsFailAtOnce()
    {
        Session session;
        QCOMPARE(session.run(unlocked + u"kill -STOP $KEYRING; "_s, "twice"), u"second at once"_s);
    }

    void whatIsTheMatterWithItIsTold_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("told");
        const QString none = u"export DBUS_SESSION_BUS_ADDRESS=unix:path=/no/such/socket; "_s;
        const QString noneMade = u"gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "_s;
        QTest::newRow("unlocked") << unlocked << u"works"_s;
        QTest::newRow("locked") << unlocked + lockedAgain << u"locked"_s;
        QTest::newRow("frozen") << unlocked + u"kill -STOP $KEYRING; "_s << u"silent"_s;
        QTest::newRow("no bus") << none << u"absent"_s;
        QTest::newRow("nobody there") << QString() << u"absent"_s;
        QTest::newRow("none was made") << noneMade << u"absent"_s;
    }

    void whatIsTheMatterWithItIsTold()
    {
        QFETCH(QString, setting);
        QFETCH(QString, told);
        Session session;
        QCOMPARE(session.run(setting, "state"), told);
    }

private:
    // The same keyring, by another process that was not given its password.
    inline static const QString lockedAgain =
        u"kill -KILL $KEYRING; for i in $(seq 200); do ask NameHasOwner | grep -q false && break; sleep 0.05; done; "
        "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "
        "for i in $(seq 200); do ask NameHasOwner | grep -q true && break; sleep 0.05; done; "
        "export KEYRING=$(ask GetConnectionUnixProcessID | grep -oE '[0-9]+$'); "_s;

    // NameHasOwner starts nothing by itself, as any other question to the name would.
    inline static const QString unlocked =
        u"printf testpw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
        "ask() { dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.$1 "
        "string:org.freedesktop.secrets; }; "
        "for i in $(seq 200); do ask NameHasOwner | grep -q true && break; sleep 0.05; done; "
        "export KEYRING=$(ask GetConnectionUnixProcessID | grep -oE '[0-9]+$'); "_s;

    struct Session
    {
        QTemporaryDir dir;

        // `setting` is shell text that makes the situation; gives the program's last line.
        QString run(const QString &setting, const char *action)
        {
            QFile pass(dir.filePath(u"pass"_s));
            if (!pass.open(QIODevice::WriteOnly) || pass.write("correct horse\n") < 0)
                qFatal("no passphrase file");
            pass.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            pass.close();
            QDir(dir.path()).mkdir(u"run"_s);
            QFile::setPermissions(
                dir.filePath(u"run"_s), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);

            QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
            env.remove(u"DISPLAY"_s); // no prompt can show
            env.remove(u"WAYLAND_DISPLAY"_s);
            env.insert(u"HOME"_s, dir.path());
            env.insert(u"XDG_RUNTIME_DIR"_s, dir.filePath(u"run"_s));
            env.insert(u"DATA_DIR"_s, dir.filePath(u"data"_s));
            env.insert(u"PASS"_s, pass.fileName());
            env.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // the keyring's library, and calls that hang for good
            const QString end = u"\"$0\" \"$1\"; code=$?; [ -z \"${KEYRING:-}\" ] || kill -KILL $KEYRING; exit $code"_s;
            QProcess process;
            process.setProcessEnvironment(env);
            process.setWorkingDirectory(dir.path());
            process.setStandardErrorFile(dir.filePath(u"errors"_s)); // the bus and the keyring talk a lot
            process.start(u"dbus-run-session"_s,
                {u"--"_s, u"bash"_s, u"-c"_s, setting + end, QCoreApplication::applicationFilePath(),
                    QLatin1String(action)});
            if (!process.waitForFinished(30'000))
                return u"did not end"_s;
            return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        }
    };
};

static Vaults::Options options()
{
    Vaults::Options out;
    out.dataDir = qEnvironmentVariable("DATA_DIR");
    out.passphraseFile = qEnvironmentVariable("PASS");
    out.keychainLimit = std::chrono::milliseconds(1000);
    out.cost = secrets::leastCost();
    return out;
}

static void say(VaultKind kind, const Result<Secret> &found, const QByteArray &wanted)
{
    const bool same = found && found->reveal() == wanted;
    const bool gone =
        !found && found.error().kind == FailureKind::Secret && found.error().detail.contains(u"no entry"_s);
    std::printf("%s %s\n", nameOf(kind), same ? "kept" : gone ? "the secret is not there" : "failed");
}

static void keep(const QByteArray &text)
{
    Vaults vaults(options());
    const auto reference = finished(vaults.keep(u"p1"_s, Secret(text)));
    say(vaults.state().kind, reference ? finished(vaults.resolve(*reference)) : tl::unexpected(reference.error()),
        text);
}

static void find()
{
    Vaults vaults(options());
    const auto found = finished(vaults.resolve(u"vault:p1"_s));
    if (found && found->reveal() == "sk-example-1")
        std::printf("%s found\n", nameOf(vaults.state().kind));
    else
        say(vaults.state().kind, found, "sk-example-1");
}

static void thaw()
{
    Vaults vaults(options());
    finished(vaults.open());
    kill(qEnvironmentVariableIntValue("KEYRING"), SIGCONT);
    QTest::qWait(300); // the call that hung ends now
    finished(vaults.reopen());
    const auto reference = finished(vaults.keep(u"p1"_s, Secret("sk-example-1")));
    say(vaults.state().kind, finished(vaults.resolve(*reference)), "sk-example-1");
}

static void twice()
{
    secrets::KeychainVault vault(u"scope"_s, std::chrono::milliseconds(300));
    const auto first = finished(vault.write(u"a"_s, Secret("sk-example-1")));
    QElapsedTimer clock;
    clock.start();
    const auto second = finished(vault.read(u"a"_s));
    const bool timeouts =
        !first && first.error().kind == FailureKind::Timeout && !second && second.error().kind == FailureKind::Timeout;
    std::printf("second %s\n", timeouts && clock.elapsed() < 100 ? "at once" : "waited");
}

static const char *nameOf(secrets::Keyring keyring)
{
    switch (keyring) {
    case secrets::Keyring::Works:
        return "works";
    case secrets::Keyring::Locked:
        return "locked";
    case secrets::Keyring::Absent:
        return "absent";
    case secrets::Keyring::Silent:
        return "silent";
    case secrets::Keyring::Unknown:
        break;
    }
    return "unknown";
}

static void state()
{
    Vaults::Options wanted = options();
    wanted.passphraseFile.clear();
    Vaults vaults(wanted);
    finished(vaults.open(), std::chrono::seconds(20));
    std::printf("%s\n", nameOf(vaults.state().keyring));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray action = argc == 2 ? argv[1] : "";
    if (action == "keep")
        keep("sk-example-1");
    else if (action == "large")
        keep(QByteArray(60'000, 'k'));
    else if (action == "find")
        find();
    else if (action == "thaw")
        thaw();
    else if (action == "state")
        state();
    else if (action == "twice")
        twice();
    else {
        KeychainTest test;
        return QTest::qExec(&test, argc, argv);
    }
    std::fflush(stdout);
    std::_Exit(0); // a call that hangs in the keyring's library would hang its clean-up too
}
#include "tst_keychain.moc"
