// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "kit/list_picker.h"
#include "kit/style.h"
#include "net/qt_http.h"
#include "pages/page.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include "usage/sync_service.h"
#include "workspace/live_workspace.h"
#include <QCheckBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStandardItemModel>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using workspace::LiveWorkspace;

static constexpr int patience = 60'000;

// The real window over the real workspace: its own embedded gateway, store and vault, in a folder of its own.
struct Program
{
    QTemporaryDir home;
    std::unique_ptr<LiveWorkspace> live;
    std::unique_ptr<shell::MainWindow> window;

    explicit Program(std::optional<secrets::VaultKind> vault, quint16 port = 0) { start(vault, port); }
    void start(std::optional<secrets::VaultKind> vault, quint16 port)
    {
        window.reset();
        live.reset();
        live = std::make_unique<LiveWorkspace>(workspace::WorkspaceOptions{home.path(), vault, true});
        window = std::make_unique<shell::MainWindow>(*live);
        window->resize(1440, 900);
        window->show();
        live->testGateway().start(port);
        live->begin();
    }
    bool connected() const
    {
        return live->session() && live->session()->state().reach == workspace::Session::Reach::Connected;
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        for (Widget *each : window->findChildren<Widget *>(QString::fromLatin1(name)))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    void press(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    bool hasCell(const QString &text) const
    {
        for (const QTableView *table : window->findChildren<QTableView *>())
            for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row)
                if (table->model()->index(row, 0).data().toString() == text)
                    return true;
        return false;
    }

    void fillKeyForm(const QString &name) const
    {
        const auto form = [this] {
            window->open(u"keys"_s);
            window->perform(u"keys"_s, u"create"_s);
            return find<QLineEdit>("keyName") != nullptr;
        };
        if (!QTest::qWaitFor(form, patience)) // pages come with the session
            qFatal("no form for a key");
        QTest::keyClicks(find<QLineEdit>("keyName"), name);
        auto *scope = window->stack().current()->findChild<kit::ListPicker *>();
        if (!QTest::qWaitFor([scope] { return scope->isVisible(); }, patience)) // the aliases have come
            qFatal("no aliases to choose from");
        QTest::keyClicks(scope->field(), u"test-echo"_s);
        QTest::keyClick(scope->field(), Qt::Key_Return);
        if (scope->chosen() != QStringList{u"test-echo"_s})
            qFatal("the alias was not chosen");
        QTest::keyClicks(find<QLineEdit>("keyBudget"), u"1"_s);
    }
    // Issues a scoped key as a person does, and gives its secret as the sheet shows it.
    QString issueKey(const QString &name) const
    {
        fillKeyForm(name);
        press("createKey");
        if (!QTest::qWaitFor([this] { return find<QLineEdit>("secretField"); }, patience))
            qFatal("no secret was shown");
        const QString secret = find<QLineEdit>("secretField")->text();
        find<QCheckBox>("secretStored")->click();
        press("secretDone");
        return secret;
    }
    int call(const QString &secret, const QString &alias) const
    {
        net::QtHttp http;
        net::Request request;
        request.method = "POST";
        request.url = QUrl(live->testGateway().state().dataUrl.toString() + u"/chat/completions"_s);
        request.headers << net::Header{"Authorization", "Bearer " + secret.toLatin1()}
                        << net::Header{"Content-Type", "application/json"};
        request.body = R"({"model":")" + alias.toLatin1() + R"(","messages":[{"role":"user","content":"hi"}]})";
        return finished(http.send(request), 30s).status;
    }
    // Only these checks stay chosen; the first alias is.
    void choose(const QStringList &ids) const
    {
        auto *model = qobject_cast<QStandardItemModel *>(find<QTreeView>("choose")->model());
        for (int row = 0; row < model->item(0)->rowCount(); ++row) {
            QStandardItem *check = model->item(0)->child(row);
            check->setCheckState(ids.contains(check->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    void runSmoke(const QStringList &checks) const
    {
        window->open(u"smoke"_s);
        choose(checks);
        press("run");
    }
    const RunReport &report() const { return live->session()->smoke().state().report; }
    bool lies(const QByteArray &secret) const
    {
        QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }
};

// A port that is free with the one behind it, below those that systems give out by themselves.
static quint16 freePair()
{
    for (int tries = 0; tries < 200; ++tries) {
        const auto port = quint16(20'000 + QRandomGenerator::global()->bounded(5'000) * 2);
        QTcpServer one, two;
        if (one.listen(QHostAddress::LocalHost, port) && two.listen(QHostAddress::LocalHost, quint16(port + 1)))
            return port;
    }
    qFatal("no free ports");
}

static QByteArray readAll(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class JourneyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        kit::apply(*qApp, {kit::Scheme::Light, true});
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void aScopedKeyIsIssuedProvedAndItsUsageSeen()
    {
        Program p(secrets::VaultKind::Session);
        QTRY_VERIFY_WITH_TIMEOUT(p.connected(), patience);
        const QString secret = p.issueKey(u"checkout"_s);
        QVERIFY(secret.startsWith(u"sk-"_s));
        QCOMPARE(p.call(secret, u"test-echo"_s), 200);
        QCOMPARE(p.call(secret, u"test-slow"_s), 403); // the scope holds
        QVERIFY(!p.lies(secret.toLatin1()));

        p.runSmoke({u"T00"_s, u"T03a"_s});
        QTRY_VERIFY_WITH_TIMEOUT(p.find<QPlainTextEdit>("text") != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(p.find<QPlainTextEdit>("text")->toPlainText().contains(u"3."_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(p.report().ended, patience);
        QCOMPARE(p.report().outcome(), Outcome::Passed);
        const QList<net::Recorded> calls = p.live->session()->smoke().callsOf(1);
        const QString request = QString::fromLatin1(calls.last().exchange.header("x-request-id"));
        QVERIFY(!request.isEmpty());

        p.live->session()->sync().sync();
        p.window->open(u"requests"_s, u"request_id = \"%1\""_s.arg(request));
        const auto rows = [&p] {
            const auto *table = p.find<QTableView>("requests");
            return table && table->model() ? table->model()->rowCount() : 0;
        };
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
        p.window->open(u"requests"_s, u"key = \"checkout\""_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 2, patience); // the refused one too
        p.window->open(u"usage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(p.hasCell(u"test-echo"_s), patience);
    }

    // Without a keyring that answers the window offers a vault file; tests/faults runs this beside locked and frozen ones.
    void withoutAKeyringAVaultFileIsMadeAndOpenedInTheWindow()
    {
        qunsetenv("GATEWRIGHT_VAULT");
        const QString passphrase = u"correct-EXAMPLE-horse-0815"_s;
        const quint16 port = freePair();
        Program p({}, port);
        QTRY_VERIFY_WITH_TIMEOUT(p.connected(), patience);
        const QString secret = p.issueKey(u"vaulted"_s);
        p.window->addConnection(p.live->testGateway().state().dataUrl.toString());
        p.find<QLineEdit>("name")->setText(u"app"_s);
        p.find<QLineEdit>("key")->setText(secret);
        p.press("save");
        QTRY_VERIFY_WITH_TIMEOUT(p.find<QAbstractButton>("setPassphrase"), patience);
        p.press("setPassphrase");
        QTRY_VERIFY(p.find<QLineEdit>("passphrase"));
        QTest::keyClicks(p.find<QLineEdit>("passphrase"), passphrase);
        QTest::keyClicks(p.find<QLineEdit>("passphraseAgain"), passphrase);
        QTest::keyClick(p.find<QLineEdit>("passphraseAgain"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!p.find<QAbstractButton>("setPassphrase"), patience);
        QVERIFY(QFile::exists(p.home.filePath(u"vault.gwv"_s)));

        p.start({}, port); // the next day
        QTRY_VERIFY_WITH_TIMEOUT(p.find<QLineEdit>("passphrase"), patience);
        QTest::keyClicks(p.find<QLineEdit>("passphrase"), passphrase);
        QTest::keyClick(p.find<QLineEdit>("passphrase"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!p.find<QLineEdit>("passphrase"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(p.connected(), patience);
        QCOMPARE(p.live->vaults().state().kind, secrets::VaultKind::File);
        p.live->session()->runSmoke({u"T01"_s}, {u"test-echo"_s}); // with the key that lay in the file
        QTRY_VERIFY_WITH_TIMEOUT(p.report().ended, patience);
        QCOMPARE(p.report().outcome(), Outcome::Passed);
        for (const QByteArray &hidden : {secret.toLatin1(), passphrase.toLatin1()}) {
            QVERIFY(!p.lies(hidden));
            QVERIFY(!readAll("/proc/self/environ").contains(hidden));
            QVERIFY(!readAll("/proc/self/cmdline").contains(hidden));
        }
    }
};

QTEST_MAIN(JourneyTest)
#include "tst_journey.moc"
