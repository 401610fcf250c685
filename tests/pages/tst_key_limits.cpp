// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "kit/chips.h"
#include "pages/keys/key_course.h"
#include "pages/keys/key_limits.h"
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;
using gateway::Feature;

// The limits of a key beside its aliases, budgets and end: in the form, in what it says, and what the gateway gets.
class KeyLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whatIsAskedForIsWhatTheGatewayGets()
    {
        Form f;
        f.type("keyName", u"new"_s);
        f.add("addFamily", u"chat"_s);
        f.add("addUpstream", u"openai-eu"_s);
        f.type("keyNetworks", u"10.20.0.0/16, ::1"_s);
        f.type("keyRequests", u"1,200"_s);
        f.type("keyTokens", u"90000"_s);
        f.type("keyParallel", u"4"_s);
        f.type("keySoft", u"95, 80"_s);
        const Key made = f.written();
        QCOMPARE(made.families, QStringList{u"chat"_s});
        QCOMPARE(made.upstreams, QStringList{u"openai-eu"_s});
        QCOMPARE(made.networks, (QStringList{u"10.20.0.0/16"_s, u"::1"_s}));
        QCOMPARE(made.rates, (KeyRates{1200, 90'000, 4, 0}));
        QCOMPARE(made.softPercents, (std::vector<int>{80, 95}));
    }

    void theEffectSaysThem()
    {
        Form f;
        QVERIFY(!f.w.find<QLabel>("effectBounds")->isVisible());
        QVERIFY(!f.w.find<QLabel>("effectRates")->isVisible());
        f.add("addUpstream", u"openai-eu"_s);
        f.type("keyNetworks", u"10.20.0.0/16"_s);
        f.type("keyRequests", u"1200"_s);
        f.type("keySoft", u"80"_s);
        const QString bounds = f.w.find<QLabel>("effectBounds")->text();
        QVERIFY2(bounds.startsWith(u"Only through openai-eu. Only from 10.20.0.0/16. This machine would be refused"_s),
            qPrintable(bounds));
        const QString rates = f.w.find<QLabel>("effectRates")->text();
        QVERIFY2(rates.startsWith(u"At most 1,200 request"_s) && rates.contains(u"Warns at 80"_s), qPrintable(rates));
    }

    void whatCannotBeReadIsNoPartOfTheEffect()
    {
        Form f;
        f.type("keyNetworks", u"10.20.0.0/16, 10.30.0.0/61"_s);
        const QString effect = f.w.find<QLabel>("effectBounds")->text();
        QVERIFY2(effect.startsWith(u"Only from 10.20.0.0/16. This machine would be refused"_s), qPrintable(effect));
    }

    void whatCannotBeReadIsNamedWithAnExample_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("brief");
        const QString number = u"Write a whole number above zero, for example 60"_s;
        QTest::newRow("keyNetworks") << u"10.0.0.0/8, 10.0.0.0/33"_s
                                     << u"“10.0.0.0/33” is no address or network. Write one such as 10.20.0.0/16"_s
                                     << u"an address cannot be read"_s;
        QTest::newRow("keyRequests") << u"many"_s << number << u"the requests are no number"_s;
        QTest::newRow("keyTokens") << u"0"_s << number << u"the tokens are no number"_s;
        QTest::newRow("keyParallel") << u"1.5"_s << number << u"the calls at a time are no number"_s;
        QTest::newRow("keySoft") << u"80, 101"_s << u"“101” is no share from 1 to 100 percent"_s
                                 << u"a warning is no share"_s;
    }
    void whatCannotBeReadIsNamedWithAnExample()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        QFETCH(QString, brief);
        Form f;
        f.type("keyName", u"new"_s);
        f.type(QTest::currentDataTag(), typed);
        QVERIFY2(f.w.shown().contains(says), qPrintable(f.w.shown()));
        QVERIFY(f.w.shown().contains(brief));
        QVERIFY(f.field(QTest::currentDataTag())->accessibleDescription().contains(says));
        QVERIFY(!f.w.find<QPushButton>("createKey")->isEnabled());
        f.type(QTest::currentDataTag(), {});
        QVERIFY(f.w.find<QPushButton>("createKey")->isEnabled());
    }

    void whatTheGatewayCannotHoldIsNamedAndNotOffered()
    {
        Form f(
            {Feature::ListKeys, Feature::CreateKey, Feature::RequestRate, Feature::TokenRate, Feature::ParallelCalls});
        QVERIFY(
            f.w.shown().contains(u"Keys of LiteLLM have no limits for endpoint families, upstreams, and addresses."_s));
        QVERIFY(f.w.shown().contains(u"LiteLLM does not warn before a budget is spent."_s));
        QVERIFY(f.field("keyRequests")->isVisible() && !f.field("keyNetworks")->isVisible());
        QVERIFY(!f.w.find<kit::ChipField>("familyChips")->isVisible() && !f.field("keySoft")->isVisible());
    }

    void anEditKeepsWhatItDoesNotShow()
    {
        Key held = SomeKeys().keys().first();
        held.families = QStringList{u"chat"_s};
        held.upstreams = QStringList{u"gone"_s};
        held.networks = QStringList{u"10.0.0.0/8"_s};
        held.rates = {60, 1000, 2, 500};
        held.softPercents = {50};
        Form f({Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::Passport}, {held});
        f.edit();
        QVERIFY(f.w.shown().contains(u"Nothing is changed yet."_s));
        f.type("keyName", u"renamed"_s);
        QTest::mouseClick(f.w.find<QPushButton>("createKey"), Qt::LeftButton);
        QTRY_COMPARE(f.w.admin.rows.first().name, u"renamed"_s);
        held.name = u"renamed"_s;
        QVERIFY(sameSettings(f.w.admin.rows.first(), held));
    }

    void anEditShowsBeforeAndAfter()
    {
        Key before = SomeKeys().keys().first();
        before.networks = QStringList{u"10.0.0.0/8"_s};
        Form f(everything(), {before});
        f.edit();
        QCOMPARE(f.field("keyNetworks")->text(), u"10.0.0.0/8"_s);
        f.type("keyNetworks", {});
        f.type("keyParallel", u"4"_s);
        const QString change = f.w.find<QWidget>("keyChange")->accessibleDescription().simplified();
        for (const auto &part :
            {u"removed: 10.0.0.0/8"_s, u"added: any address"_s, u"calls at a time"_s, u"added: 4"_s})
            QVERIFY2(change.contains(part), qPrintable(change));
        QTest::mouseClick(f.w.find<QPushButton>("createKey"), Qt::LeftButton);
        QTRY_COMPARE(f.w.admin.rows.first().rates.parallel, 4);
        QVERIFY(f.w.admin.rows.first().networks.isEmpty());
    }

    void theDetailTellsThem()
    {
        Key key = SomeKeys().keys().first();
        key.networks = QStringList{u"10.0.0.0/8"_s};
        key.rates.requestsPerMinute = 60;
        Form f(everything(), {key});
        f.w.page->back();
        QTRY_VERIFY(f.w.shown().contains(u"Only from 10.0.0.0/8. At most 60 request"_s));
    }

    void anotherOrderIsNoChange()
    {
        Key key;
        key.networks = QStringList{u"::1"_s, u"10.0.0.0/8"_s};
        pages::KeyDraft draft;
        draft.bounds.networks = u"10.0.0.0/8 ::1"_s;
        QVERIFY(sameSettings(pages::applied(key, draft), key));
    }

private:
    static QList<Alias> aliases()
    {
        Alias fast{u"fast"_s, {{u"openai-eu"_s, u"m"_s}}, {u"chat"_s}, {}, {}};
        Alias embed{u"embed"_s, {{u"local"_s, u"e"_s}}, {u"embeddings"_s}, {}, {}};
        return {fast, embed};
    }
    static gateway::Features everything()
    {
        return {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::ModelScope, Feature::KeyExpiry,
            Feature::Budget, Feature::BudgetWindows, Feature::Passport, Feature::FamilyScope, Feature::UpstreamScope,
            Feature::NetworkScope, Feature::RequestRate, Feature::TokenRate, Feature::ParallelCalls,
            Feature::SoftThresholds};
    }

    struct Form
    {
        KeysWorld w;

        explicit Form(const gateway::Features &can = everything(), const QList<Key> &keys = {})
        {
            w.admin.can = can;
            w.admin.rows = keys;
            w.admin.offered = aliases();
            w.openLoaded();
            w.page->perform(u"create"_s);
        }
        QLineEdit *field(const char *name) const { return w.find<QLineEdit>(name); }
        void type(const char *name, const QString &text) const { field(name)->setText(text); }
        void add(const char *verb, const QString &value) const
        {
            QTest::mouseClick(w.find<QPushButton>(verb), Qt::LeftButton);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                qFatal("no menu");
            for (QAction *action : menu->actions())
                if (action->text() == value)
                    action->trigger();
            menu->close();
        }
        void edit() const
        {
            w.page->back();
            QTest::keyClick(w.table, Qt::Key_Return);
        }
        Key written()
        {
            QTest::mouseClick(w.find<QPushButton>("createKey"), Qt::LeftButton);
            if (!QTest::qWaitFor([this] { return !w.admin.rows.isEmpty() && w.service.state().writing.isEmpty(); }))
                qFatal("nothing was written");
            return w.admin.rows.last();
        }
    };
};

QTEST_MAIN(KeyLimitsTest)
#include "tst_key_limits.moc"
