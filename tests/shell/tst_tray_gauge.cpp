// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/whole_workspace.h"
#include "gateway/own_key.h"
#include "kit/style.h"
#include "shell/tray_gauge.h"
#include <QApplication>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QTest>

using namespace Qt::StringLiterals;

struct ToldKey final : gateway::OwnKey
{
    std::optional<Failure> refuses;
    Task<Result<KeyStanding>> ask() override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (refuses)
            co_return tl::unexpected<Failure>(*refuses);
        KeyStanding standing;
        standing.allowance.limitNanos = 10'000'000'000;
        standing.allowance.leftNanos = 7'500'000'000;
        standing.allowance.currency = u"USD"_s;
        co_return standing;
    }
};

struct Fixture
{
    FakeWorkspace fake;
    QTemporaryDir dir;
    QSettings settings{dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    std::shared_ptr<ToldKey> key = std::make_shared<ToldKey>();

    Fixture() { fake.add(u"mine"_s, u"newapi"_s); }
    void onlyAKey()
    {
        fake.opened->left.minds(std::make_unique<usage::OwnKeyGauge>(fake.time));
        fake.opened->left.ownKey()->use(key);
    }
};

class TrayGaugeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void itIsThereOnlyWhenChosenWithATrayAndAKeyAlone()
    {
        Fixture f;
        shell::TrayGauge early(f.fake, f.settings, true);
        early.choose(true);
        QVERIFY(!early.visible() && early.told().isEmpty()); // more than a key
        early.choose(false);
        f.onlyAKey();
        shell::TrayGauge none(f.fake, f.settings, false);
        none.choose(true);
        QVERIFY(!none.visible()); // no tray: the window tells it
        QVERIFY(none.told().contains(u"Remaining: not read yet"_s));
        none.choose(false);
        shell::TrayGauge gauge(f.fake, f.settings, true);
        QVERIFY(!gauge.visible());
        gauge.toggle();
        QVERIFY(gauge.visible());
        gauge.toggle();
        QVERIFY(!gauge.visible());
    }

    void itTellsWhatTheKeyHasLeft()
    {
        Fixture f;
        f.onlyAKey();
        shell::TrayGauge gauge(f.fake, f.settings, true);
        gauge.choose(true);
        f.fake.opened->left.ownKey()->read();
        QTRY_VERIFY(gauge.told().contains(u"Remaining: 7.50\u00a0USD of 10.00\u00a0USD"_s));
        QVERIFY(gauge.told().startsWith(u"mine\n"_s));
        QVERIFY(gauge.told().contains(u"Used today: not offered by this gateway"_s));
        f.key->refuses = Failure{FailureKind::Network, {}, 0};
        f.fake.time.at = f.fake.time.at.addSecs(60);
        f.fake.opened->left.ownKey()->read();
        QTRY_VERIFY(gauge.told().endsWith(u"not read just now"_s));
    }

    void itGoesWithTheConnection()
    {
        Fixture f;
        f.onlyAKey();
        shell::TrayGauge gauge(f.fake, f.settings, true);
        gauge.choose(true);
        QVERIFY(gauge.visible());
        f.fake.open(f.fake.now.current);
        QTRY_VERIFY(!gauge.visible()); // the new session has more than a key
        QVERIFY(gauge.chosen());
    }
};

QTEST_MAIN(TrayGaugeTest)
#include "tst_tray_gauge.moc"
