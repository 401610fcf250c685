// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

static const char firstPage[] = "GET /api/token/?p=1&page_size=100&size=100";
static const char zerothPage[] = "GET /api/token/?p=0&page_size=100&size=100";

// What is read of keys, and how they are made.
class NewApiKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsRead()
    {
        NewApiServer s("n4");
        s.answer("GET /api/token/3", "260-key-after-traffic");
        const Key key = found(s, "3");
        QCOMPARE(key.id, u"3"_s);
        QCOMPARE(key.name, u"limited"_s);
        QCOMPARE(key.prefix, u"sk-TylA"_s);
        QCOMPARE(key.lastFour, u"5Ff3"_s);
        QCOMPARE(key.aliases, (QStringList{u"gpt-4o-mini"_s, u"team-fast"_s}));
        QCOMPARE(key.networks, (QStringList{u"127.0.0.1"_s, u"10.0.0.0/8"_s}));
        QCOMPARE(key.group, u"vip"_s);
        QCOMPARE(key.holder, u"1"_s);
        QCOMPARE(key.expiresAt, QDateTime::fromSecsSinceEpoch(1795964190, Qt::UTC));
        QCOMPARE(key.lastUsedAt, QDateTime::fromSecsSinceEpoch(1795359392, Qt::UTC));
        QCOMPARE(key.budgets.size(), 1);
        QCOMPARE(key.budgets[0].nanos, 500'000'000); // what is left and what is spent, so that calls do not move it
        QCOMPARE(key.budgets[0].spentNanos, 8'000);
        QCOMPARE(key.budgets[0].freeNanos, 499'992'000);
        QVERIFY(key.enabled);
    }

    void oneApisRowIsRead()
    {
        NewApiServer s("one-api");
        s.answer("GET /api/token/3", "047-key-get");
        s.answer("GET /api/token/2", "107-key-unlimited-after");
        const Key key = found(s, "3");
        QCOMPARE(key.aliases, (QStringList{u"gpt-4o-mini"_s, u"team-fast"_s}));
        QCOMPARE(key.networks, (QStringList{u"127.0.0.0/8"_s, u"10.0.0.0/8"_s}));
        QCOMPARE(key.prefix, u"sk-EPbb"_s);
        QCOMPARE(key.lastFour, u"7dL5"_s);
        const Key unlimited = found(s, "2");
        QVERIFY(unlimited.budgets.isEmpty() && unlimited.aliases.isEmpty());
        QVERIFY(!unlimited.spentNanos); // it does not count what unlimited keys use
        QVERIFY(!unlimited.expiresAt && !unlimited.lastUsedAt);
    }

    void switchedOnIsWhatTheRestExplains_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<bool>("enabled");
        const auto row = [](const char *name, QJsonObject fields, bool enabled) {
            QTest::newRow(name) << fields << enabled;
        };
        const qint64 past = 1795355790, later = 1895355790;
        row("enabled", {{u"status"_s, 1}}, true);
        row("enabled, but expired", {{u"status"_s, 1}, {u"expired_time"_s, past}}, true);
        row("disabled", {{u"status"_s, 2}}, false);
        row("stored as expired, and it is", {{u"status"_s, 3}, {u"expired_time"_s, past}}, true);
        row("stored as expired, extended since", {{u"status"_s, 3}, {u"expired_time"_s, later}}, false);
        row("stored as spent, and it is", {{u"status"_s, 4}, {u"remain_quota"_s, 0}}, true);
        row("stored as spent, raised since", {{u"status"_s, 4}, {u"remain_quota"_s, 5}}, false);
        row("stored as spent, unlimited since", {{u"status"_s, 4}, {u"unlimited_quota"_s, true}}, false);
        row("an unknown state", {{u"status"_s, 9}}, false);
        row("a PUT without expired_time", {{u"status"_s, 1}, {u"expired_time"_s, 0}}, true);
    }
    void switchedOnIsWhatTheRestExplains()
    {
        QFETCH(QJsonObject, fields);
        NewApiServer s("n4");
        s.answerChanged("GET /api/token/3", "126-key-get", fields);
        const Key key = found(s, "3");
        QTEST(key.enabled, "enabled");
        if (fields[u"expired_time"_s] == 0)
            QVERIFY(key.expiresAt && *key.expiresAt < s.clock.now());
    }

    void aLimitWithoutModelsIsNotEverything()
    {
        NewApiServer s("n4");
        s.answerChanged("GET /api/token/3", "126-key-get", {{u"model_limits"_s, QString()}});
        QCOMPARE(found(s, "3").aliases, QStringList{QString()});
    }

    void aKeyThatIsNotThereIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("recording");
        QTest::newRow("n4") << QByteArray("127-key-get-missing");
        QTest::newRow("n1") << QByteArray("083-key-get-missing");
        QTest::newRow("flatkey") << QByteArray("110-key-get-missing");
        QTest::newRow("one-api") << QByteArray("054-key-get-deleted");
    }
    void aKeyThatIsNotThereIsNotFound()
    {
        QFETCH(QByteArray, recording);
        NewApiServer s(QTest::currentDataTag());
        s.answer("GET /api/token/99", recording);
        s.answer("DELETE /api/token/99", recording);
        QCOMPARE(finished(s.admin->keys()->find(u"99"_s)).error().kind, FailureKind::NotFound);
        QCOMPARE(finished(s.admin->keys()->find(u"search"_s)).error().kind, FailureKind::NotFound); // another route
        Key gone;
        gone.id = u"99"_s;
        QCOMPARE(finished(s.admin->keys()->remove(gone)).error().kind, FailureKind::NotFound);
    }

    void pagesOfBareArraysAreWalkedFromZero()
    {
        NewApiServer s("one-api");
        const QJsonArray rows = numbered(s, "042-keys-p0", 25);
        s.answerJson(zerothPage, NewApiServer::enveloped(slice(rows, 0, 10)));
        s.answerJson("GET /api/token/?p=1&page_size=100&size=100", NewApiServer::enveloped(slice(rows, 10, 10)));
        s.answerJson("GET /api/token/?p=2&page_size=100&size=100", NewApiServer::enveloped(slice(rows, 20, 10)));
        QCOMPARE(finished(gateway::everyKey(*s.admin->keys()))->size(), 25);
    }

    void anArrayThatStartsAtOneIsNotDoubled()
    {
        NewApiServer s("n1");
        const QJsonArray rows = numbered(s, "076-keys-page1", 12);
        s.answerJson(zerothPage, NewApiServer::enveloped(slice(rows, 0, 10)));
        s.answerJson(firstPage, NewApiServer::enveloped(slice(rows, 0, 10)));
        s.answerJson("GET /api/token/?p=2&page_size=100&size=100", NewApiServer::enveloped(slice(rows, 10, 10)));
        QCOMPARE(finished(gateway::everyKey(*s.admin->keys()))->size(), 12);
    }

    void keysMadeMeanwhileDoNotDoubleOthers()
    {
        NewApiServer s("n4");
        const QJsonArray rows = numbered(s, "117-keys-page1", 10);
        s.answerRows(firstPage, slice(rows, 0, 5), 10, 5);
        QJsonObject second{{u"page"_s, 2}, {u"page_size"_s, 5}, {u"total"_s, 10}, {u"items"_s, slice(rows, 3, 7)}};
        s.answerJson("GET /api/token/?p=2&page_size=100&size=100", NewApiServer::enveloped(second));
        QCOMPARE(finished(gateway::everyKey(*s.admin->keys()))->size(), 10);
    }

    void aListThatNeverEndsIsRefused()
    {
        NewApiServer s("n1");
        s.http.answerWith(u"GET /api/token/?p=*"_s, full(s));
        const auto keys = finished(gateway::everyKey(*s.admin->keys()));
        QCOMPARE(keys.error().kind, FailureKind::Decode);
    }

    void namesAreLookedAtAgain()
    {
        NewApiServer s("one-api");
        s.answer("GET /api/token/search?keyword=lim&token=&p=1&page_size=100", "046-key-search");
        s.answer("GET /api/token/search?keyword=limited&token=&p=1&page_size=100", "046-key-search");
        QVERIFY(finished(s.admin->keys()->named(u"lim"_s))->isEmpty()); // it takes the beginning of a name
        QCOMPARE(finished(s.admin->keys()->named(u"limited"_s))->size(), 1);
        QCOMPARE(s.laneOf("GET /api/token/search?keyword=lim&token=&p=1&page_size=100"), "search");
    }

    void aPatternIsNotSearched()
    {
        NewApiServer s("n4");
        s.answerRows(firstPage, s.rowsOf("117-keys-page1"), 5);
        QVERIFY(finished(s.admin->keys()->named(u"50%"_s))->isEmpty());
        QVERIFY(s.http.calls.filter(u"search"_s).isEmpty());
    }

    void aCreateThatTellsNothingIsFoundAndRevealed()
    {
        NewApiServer s("n4");
        created(s, "104-key-create-unlimited");
        const auto issued = finished(s.admin->keys()->create(wanted())).value();
        QCOMPARE(issued.key.id, u"15"_s);
        QCOMPARE(issued.secret, Secret("sk-TylAL9xqEXAMPLEF6P2lGpupdf5YUZFJcQJCr2Huglud5Ff3"));
        QCOMPARE(s.laneOf("POST /api/token/15/key"), "critical");
        QCOMPARE(s.sent("POST /api/token/"),
            (QJsonObject{{u"name"_s, u"demo-app"_s}, {u"remain_quota"_s, 0}, {u"unlimited_quota"_s, true},
                {u"expired_time"_s, -1}, {u"model_limits_enabled"_s, false}, {u"model_limits"_s, QString()},
                {u"allow_ips"_s, QString()}, {u"group"_s, QString()}, {u"cross_group_retry"_s, false}}));
    }

    void aCreateMayTellTheRowWithoutItsSecret() // proposed upstream
    {
        NewApiServer s("n4");
        created(s, "104-key-create-unlimited");
        s.answer("POST /api/token/", "derived-key-demo");
        const auto issued = finished(s.admin->keys()->create(wanted())).value();
        QCOMPARE(issued.key.id, u"15"_s);
        QVERIFY(!issued.secret.isEmpty());
    }

    void anOldServersKeyIsReadFromItsRow()
    {
        NewApiServer s("n1");
        s.answer(zerothPage, "076-keys-page1");
        s.answer("POST /api/token/", "064-key-create-unlimited");
        s.afterwards("POST /api/token/", zerothPage, "derived-keys-with-demo");
        s.answer("GET /api/token/17", "derived-key-demo");
        const auto issued = finished(s.admin->keys()->create(wanted())).value();
        QCOMPARE(issued.secret, Secret("sk-DemoKeyEXAMPLEDemoKeyEXAMPLEDemoKeyEXAMPLE123456"));
    }

    void oneApiAndFlatkeyTellTheSecret_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("one-api") << QByteArray("035-key-create-full") << QByteArray("3") << QByteArray("047-key-get")
                                 << QByteArray(zerothPage);
        QTest::newRow("flatkey") << QByteArray("088-key-create-minimal") << QByteArray("2")
                                 << QByteArray("089-key-get-minimal") << QByteArray(firstPage);
    }
    void oneApiAndFlatkeyTellTheSecret()
    {
        QFETCH(QByteArray, made);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, page);
        NewApiServer s(QTest::currentDataTag());
        s.answer(page, s.generation == "one-api"_L1 ? "042-keys-p0" : "100-keys-page1");
        s.answer("POST /api/token/", made);
        s.answer("GET /api/token/" + id, row);
        const auto issued = finished(s.admin->keys()->create(wanted())).value();
        QCOMPARE(issued.key.id.toLatin1(), id);
        QCOMPARE(issued.secret, Secret("sk-EPbbwTwpEXAMPLE70lfbx4jxFFugRDHEoYRFLd4mYMcJ7dL5"));
        QVERIFY(s.http.calls.filter(u"/key"_s).isEmpty()); // nothing is revealed
    }

    void aLostAnswerIsLookedForAndNeverAskedForAgain_data()
    {
        QTest::addColumn<bool>("isMade");
        QTest::newRow("the key is there") << true;
        QTest::newRow("the key is not there") << false;
    }
    void aLostAnswerIsLookedForAndNeverAskedForAgain()
    {
        QFETCH(bool, isMade);
        NewApiServer s("n4");
        created(s, "104-key-create-unlimited");
        s.fail("POST /api/token/", FailureKind::Timeout);
        if (!isMade)
            s.afterwards("POST /api/token/", firstPage, "117-keys-page1");
        const auto issued = finished(s.admin->keys()->create(wanted()));
        QCOMPARE(issued.has_value(), isMade);
        if (!isMade)
            QCOMPARE(issued.error(), (Failure{FailureKind::Timeout, u"cut"_s, 0}));
        QCOMPARE(s.count("POST /api/token/"), 1);
    }

    void twoNewKeysOfTheNameCannotBeToldApart()
    {
        NewApiServer s("n4");
        created(s, "104-key-create-unlimited");
        QJsonArray rows = s.rowsOf("derived-keys-with-demo");
        QJsonObject twin = rows[0].toObject();
        twin[u"id"_s] = 16;
        rows.prepend(twin);
        s.http.afterwards(u"POST /api/token/"_s, QString::fromLatin1(firstPage), NewApiServer::page(rows, 16));
        const Failure failure = finished(s.admin->keys()->create(wanted())).error();
        QCOMPARE(failure.kind, FailureKind::Conflict);
        QVERIFY2(failure.detail.contains("ids 16, 15"_L1), qPrintable(failure.detail));
    }

    void aKeyThatCouldNotBeRevealedIsNamed()
    {
        NewApiServer s("n4");
        created(s, "104-key-create-unlimited");
        s.answer("POST /api/token/15/key", "294-limit-reveal-429");
        const Failure failure = finished(s.admin->keys()->create(wanted())).error();
        QCOMPARE(failure.kind, FailureKind::RateLimited);
        QVERIFY2(failure.detail.contains("the key was made (id 15)"_L1), qPrintable(failure.detail));
    }

    void namesAreMeasuredInBytes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("detail");
        const QString said =
            u"the name has %1 bytes and this gateway takes %2; letters other than a to z count up to 4"_s;
        QTest::newRow("n4") << QString(17, QChar(0x65e5)) << said.arg(51).arg(50);
        QTest::newRow("flatkey") << QString(51, u'n') << said.arg(51).arg(50);
        QTest::newRow("n1") << QString(31, u'n') << said.arg(31).arg(30);
        QTest::newRow("one-api") << QString(11, QChar(0x65e5)) << said.arg(33).arg(30);
    }
    void namesAreMeasuredInBytes()
    {
        QFETCH(QString, name);
        NewApiServer s(QTest::currentDataTag());
        Key key = wanted();
        key.name = name;
        const Failure failure = finished(s.admin->keys()->create(key)).error();
        QCOMPARE(failure.kind, FailureKind::Input);
        QTEST(failure.detail, "detail");
        QCOMPARE(s.http.calls.size(), 3); // nothing but the look at the server
    }

    void whatItCannotKeepIsRefusedBeforehand_data()
    {
        QTest::addColumn<Key>("key");
        QTest::addColumn<FailureKind>("kind");
        const auto row = [](const char *name, FailureKind kind, auto change) {
            Key key = wanted();
            change(key);
            QTest::newRow(name) << key << kind;
        };
        row("n4 families", FailureKind::Unsupported, [](Key &key) { key.families << u"chat"_s; });
        row("n4 upstreams", FailureKind::Unsupported, [](Key &key) { key.upstreams << u"x"_s; });
        row("n4 rates", FailureKind::Unsupported, [](Key &key) { key.rates.requestsPerMinute = 1; });
        row("n4 thresholds", FailureKind::Unsupported, [](Key &key) { key.softPercents = {80}; });
        row("n4 passport", FailureKind::Unsupported, [](Key &key) { key.passport.owner = u"x"_s; });
        row("n4 daily budget", FailureKind::Unsupported, [](Key &key) { key.budgets << Budget{2'000, u"day"_s, {}}; });
        row("n4 half a step", FailureKind::Input, [](Key &key) { key.budgets << Budget{1'000, u"lifetime"_s, {}}; });
        row("n4 comma", FailureKind::Input, [](Key &key) { key.aliases << u"a,b"_s; });
        row("n1 network", FailureKind::Unsupported, [](Key &key) { key.networks << u"10.0.0.0/8"_s; });
        row("n1 long list", FailureKind::Input, [](Key &key) { key.aliases << QString(1025, u'a'); });
        row("one-api group", FailureKind::Unsupported, [](Key &key) { key.group = u"vip"_s; });
        row("one-api address", FailureKind::Input, [](Key &key) { key.networks << u"10.0.0.1"_s; });
    }
    void whatItCannotKeepIsRefusedBeforehand()
    {
        QFETCH(Key, key);
        NewApiServer s(QByteArray(QTest::currentDataTag()).split(' ').first());
        const Failure failure = finished(s.admin->keys()->create(key)).error();
        QTEST(failure.kind, "kind");
        QCOMPARE(s.http.calls.size(), 3);
    }

    void theNearestBudgetsAreNamed()
    {
        NewApiServer s("n4");
        Key key = wanted();
        key.budgets << Budget{5'000'000'999, u"lifetime"_s, {}};
        QCOMPARE(finished(s.admin->keys()->create(key)).error().detail,
            u"this gateway counts in steps of 0.000002 USD: take 5 USD instead of 5.000000999 USD"_s);
    }

    void thereIsNoRotation()
    {
        NewApiServer s("n4");
        QCOMPARE(finished(s.admin->keys()->rotate({}, std::chrono::hours(1))).error().kind, FailureKind::Unsupported);
    }

private:
    static Key wanted()
    {
        Key key;
        key.name = u"demo-app"_s;
        return key;
    }
    static Key found(NewApiServer &s, const char *id)
    {
        const auto key = finished(s.admin->keys()->find(QString::fromLatin1(id)));
        if (!key)
            qWarning("%s", qPrintable(key.error().detail));
        return key.value_or(Key());
    }
    static void created(NewApiServer &s, const char *answer)
    {
        s.answer(firstPage, "117-keys-page1");
        s.answer("POST /api/token/", answer);
        s.afterwards("POST /api/token/", firstPage, "derived-keys-with-demo");
        s.answer("GET /api/token/15", "derived-key-demo");
        s.answer("POST /api/token/15/key", "129-key-reveal");
    }
    static QJsonArray numbered(const NewApiServer &s, const char *recording, int count)
    {
        QJsonArray rows;
        QJsonObject row = s.rowsOf(recording)[0].toObject();
        for (int id = count; id > 0; --id) {
            row[u"id"_s] = id;
            rows << row;
        }
        return rows;
    }
    static QJsonArray slice(const QJsonArray &rows, int from, int count)
    {
        QJsonArray part;
        for (int i = from; i < std::min<int>(from + count, int(rows.size())); ++i)
            part << rows[i];
        return part;
    }
    static net::Exchange full(const NewApiServer &s)
    {
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = NewApiServer::enveloped(numbered(s, "076-keys-page1", 100));
        return exchange;
    }
};

QTEST_GUILESS_MAIN(NewApiKeysTest)
#include "tst_newapi_keys.moc"
