// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_navigation.h"
#include "fakes/run_task.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "kit/style.h"
#include "secrets/vaults.h"
#include "shell/vault_offer.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using secrets::Keyring;

namespace {

// A keychain that is of no use until it is unlocked.
class Keychain final : public secrets::Vault
{
public:
    bool works = false;
    int asked = 0;
    secrets::Entries entries;

    Task<Result<Secret>> read(QString id) override
    {
        if (!entries.contains(id))
            co_return fail(FailureKind::NotFound, u"no entry"_s);
        co_return entries.value(id);
    }
    Task<Result<>> write(QString id, Secret secret) override
    {
        ++asked;
        if (!works)
            co_return fail(FailureKind::Secret, u"keychain: it does not"_s);
        entries[id] = secret;
        co_return Result<>();
    }
    Task<Result<>> remove(QString id) override
    {
        entries.remove(id);
        co_return Result<>();
    }
};

struct Fixture
{
    QTemporaryDir folder;
    Keyring keyring;
    Keychain *keychain = nullptr;
    std::unique_ptr<secrets::Vaults> vaults;
    FakeNavigation navigation;
    QWidget window;
    shell::VaultOffer *offer = nullptr;

    explicit Fixture(Keyring told) : keyring(told)
    {
        auto own = std::make_unique<Keychain>();
        keychain = own.get();
        secrets::Vaults::Options options;
        options.dataDir = folder.path();
        options.cost = secrets::leastCost();
        options.keyringNow = [this](std::chrono::milliseconds) { return keyring; };
        vaults = std::make_unique<secrets::Vaults>(options, std::move(own));
        navigation.window = &window;
        offer = new shell::VaultOffer(*vaults, navigation);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(offer);
        column->addStretch(1);
        window.resize(1100, 200);
        window.show();
        if (!finished(vaults->open()))
            qFatal("no vault");
    }
    QPushButton *verb(const char *name) const { return window.findChild<QPushButton *>(QLatin1String(name)); }
    QString title() const
    {
        const auto *notice = offer->findChild<kit::Notice *>();
        return notice && notice->isVisible() ? notice->accessibleName() : QString();
    }
    void grab(const char *name)
    {
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            window.grab().save(qEnvironmentVariable("GW_GRAB") + u"/keyring-%1.png"_s.arg(QString::fromLatin1(name)));
    }
};

} // namespace

// Why no keyring keeps the secrets is said, each time with what helps.
class VaultOfferTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void eachStateHasItsWordsAndOneNextStep_data()
    {
        QTest::addColumn<Keyring>("keyring");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("step"); // the first verb
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << Keyring::Locked << u"The keyring is locked"_s << u"Try again"_s
                                << u"Unlock the keyring of your desktop"_s;
        QTest::newRow("absent") << Keyring::Absent << u"There is no keyring"_s << u"Set a passphrase…"_s
                                << u"A file behind a passphrase keeps them."_s;
        QTest::newRow("silent") << Keyring::Silent << u"The keyring does not answer"_s << u"Try again"_s
                                << u"end its process"_s;
    }

    void eachStateHasItsWordsAndOneNextStep()
    {
        QFETCH(Keyring, keyring);
        QFETCH(QString, step);
        QFETCH(QString, words);
        Fixture f(keyring);
        QTRY_VERIFY(!f.title().isEmpty());
        QTEST(f.title(), "title");
        const auto *notice = f.offer->findChild<kit::Notice *>();
        QVERIFY2(notice->accessibleDescription().contains(words), qPrintable(notice->accessibleDescription()));
        const QList<QPushButton *> verbs = notice->findChildren<QPushButton *>();
        QCOMPARE(verbs.size(), 2);
        QCOMPARE(verbs.first()->text(), step);
        QVERIFY(f.verb("tryKeyring") && f.verb("setPassphrase"));
        f.grab(QTest::currentDataTag());
    }

    void onceItIsUnlockedTryAgainTakesIt()
    {
        Fixture f(Keyring::Locked);
        QVERIFY(finished(f.vaults->keep(u"p1"_s, Secret("sk-example-1"))));
        QTRY_VERIFY(f.verb("tryKeyring"));
        const int asked = f.keychain->asked;
        f.keychain->works = true;
        QTest::mouseClick(f.verb("tryKeyring"), Qt::LeftButton);
        QTRY_VERIFY(f.vaults->durable());
        QVERIFY(f.keychain->asked > asked);
        QTRY_VERIFY(!f.offer->isVisible());
        QVERIFY(f.keychain->entries.contains(u"p1"_s));
    }

    void stillOfNoUseItSaysWhyNow()
    {
        Fixture f(Keyring::Locked);
        QTRY_COMPARE(f.title(), u"The keyring is locked"_s);
        f.keyring = Keyring::Silent;
        QTest::mouseClick(f.verb("tryKeyring"), Qt::LeftButton);
        QTRY_COMPARE(f.title(), u"The keyring does not answer"_s);
        QVERIFY(f.verb("tryKeyring")->isEnabled());
    }

    void aPassphraseHelpsInEachOfThem()
    {
        Fixture f(Keyring::Absent);
        QTRY_VERIFY(f.verb("setPassphrase"));
        QTest::mouseClick(f.verb("setPassphrase"), Qt::LeftButton);
        QVERIFY(f.window.findChild<kit::Sheet *>());
        QVERIFY(finished(f.vaults->unlock(Secret("correct horse"))));
        QTRY_VERIFY(!f.offer->isVisible());
    }
};

QTEST_MAIN(VaultOfferTest)
#include "tst_vault_offer.moc"
