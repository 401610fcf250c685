// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

static const char putKey[] = "PUT /api/token/";
static const char switchKey[] = "PUT /api/token/?status_only=true";

// What is written to keys and what comes of it, and their secrets.
class NewApiKeyWritesTest : public QObject
{
    Q_OBJECT

private slots:
    void theWholeRowIsSentBack()
    {
        NewApiServer s("n4");
        const Key before = editable(s, "260-key-after-traffic");
        Key after = before;
        after.name = u"renamed"_s;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey),
            (QJsonObject{{u"id"_s, 3}, {u"name"_s, u"renamed"_s}, {u"expired_time"_s, 1795964190},
                {u"remain_quota"_s, 249996}, {u"unlimited_quota"_s, false}, {u"model_limits_enabled"_s, true},
                {u"model_limits"_s, u"gpt-4o-mini,team-fast"_s}, {u"allow_ips"_s, u"127.0.0.1\n10.0.0.0/8"_s},
                {u"group"_s, u"vip"_s}, {u"cross_group_retry"_s, false}, {u"auto_groups"_s, QJsonValue()}}));
        QCOMPARE(s.count(switchKey), 0);
    }

    // The server clears both for any other group, and so does what is written.
    void aKeyMayLeaveTheGroupAuto()
    {
        NewApiServer s("n4");
        const QJsonObject ofAuto{{u"group"_s, u"auto"_s}, {u"cross_group_retry"_s, true},
            {u"auto_groups"_s, QJsonArray{u"vip"_s, u"default"_s}}};
        s.answerChanged("GET /api/token/3", "126-key-get", ofAuto);
        s.answer(putKey, "132-key-put-full");
        const Key before = found(s, "3");
        Key renamed = before;
        renamed.name = u"renamed"_s;
        s.keeps(putKey, "GET /api/token/3");
        QVERIFY(finished(s.admin->keys()->write(before, renamed)));
        QCOMPARE(s.sent(putKey)[u"cross_group_retry"_s], QJsonValue(true)); // it stays in it
        QCOMPARE(s.sent(putKey)[u"auto_groups"_s].toArray().size(), 2);
        Key after = renamed;
        after.group = u"default"_s;
        QVERIFY(finished(s.admin->keys()->write(renamed, after)));
        QCOMPARE(s.sent(putKey)[u"group"_s].toString(), u"default"_s);
        QCOMPARE(s.sent(putKey)[u"cross_group_retry"_s], QJsonValue(false));
        QVERIFY(s.sent(putKey)[u"auto_groups"_s].isNull());
    }

    // A client that is seen while its key is written to is no conflict.
    void whatTheServerCountsByItselfIsNotJudged()
    {
        NewApiServer s("flatkey");
        s.answerChanged("GET /api/token/3", "109-key-get",
            {{u"last_used_client_at"_s, 1795359391}, {u"client_version"_s, u"1.0"_s}});
        s.answer(putKey, "115-key-put-full");
        s.keeps(putKey, "GET /api/token/3");
        const Key before = found(s, "3");
        Key after = before;
        after.group = u"default"_s;
        s.http.beforeAnswer = [&s](const QString &call) {
            if (call == "GET /api/token/3"_L1 && s.count(putKey) == 1)
                s.answerChanged("GET /api/token/3", "109-key-get",
                    {{u"group"_s, u"default"_s}, {u"cross_group_retry"_s, false},
                        {u"last_used_client_at"_s, 1795359399}, {u"client_version"_s, u"1.1"_s}});
        };
        const auto written = finished(s.admin->keys()->write(before, after));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    }

    void whatAForkAddsIsSentBackToo()
    {
        NewApiServer s("flatkey");
        s.answerChanged("GET /api/token/3", "109-key-get",
            {{u"model_blacklist_enabled"_s, true}, {u"model_blacklist"_s, u"gpt-4o"_s}});
        s.answer(putKey, "115-key-put-full");
        s.keeps(putKey, "GET /api/token/3");
        const Key before = found(s, "3");
        Key after = before;
        after.group = u"default"_s;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey)[u"model_blacklist"_s].toString(), u"gpt-4o"_s);
        QCOMPARE(s.sent(putKey)[u"group"_s].toString(), u"default"_s);
    }

    void oneApisRowIsSentBackInItsWords()
    {
        NewApiServer s("one-api");
        s.answer("GET /api/token/3", "106-key-after");
        s.answer(putKey, "051-key-put-full");
        s.keeps(putKey, "GET /api/token/3");
        const Key before = found(s, "3");
        Key after = before;
        after.aliases = QStringList{};
        after.networks << u"10.0.0.0/8"_s;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey),
            (QJsonObject{{u"id"_s, 3}, {u"name"_s, u"limited"_s}, {u"expired_time"_s, 1795445194},
                {u"remain_quota"_s, 249995}, {u"unlimited_quota"_s, false}, {u"models"_s, QString()},
                {u"subnet"_s, u"127.0.0.0/8,10.0.0.0/8"_s}}));
    }

    void aRaiseIsAddedToWhatIsLeftNow()
    {
        NewApiServer s("n4");
        const Key before = editable(s, "126-key-get"); // 250000 left, nothing used
        Key after = before;
        after.budgets[0].nanos = 600'000'000;
        s.answer("GET /api/token/3", "260-key-after-traffic"); // calls have used 4 of it meanwhile
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey)[u"remain_quota"_s].toInteger(), 299996);
    }

    void aBudgetMayEndAndCannotBeBelowWhatIsSpent()
    {
        NewApiServer s("n4");
        const Key before = editable(s, "260-key-after-traffic");
        Key unlimited = before;
        unlimited.budgets.clear();
        QVERIFY(finished(s.admin->keys()->write(before, unlimited)));
        QCOMPARE(s.sent(putKey)[u"unlimited_quota"_s], QJsonValue(true));
        const Key now = found(s, "3");
        Key small = now;
        small.budgets << Budget{6'000, u"lifetime"_s, {}};
        const Failure failure = finished(s.admin->keys()->write(now, small)).error();
        QCOMPARE(failure.kind, FailureKind::Input);
        QCOMPARE(failure.detail, u"0.000006 USD is less than the 0.000008 USD that are spent already"_s);
    }

    void anUnlimitedKeysNegativeRestIsNotSentBack()
    {
        NewApiServer s("n4");
        s.answer("GET /api/token/3", "261-key-unlimited-after-traffic");
        s.answer(putKey, "132-key-put-full");
        s.keeps(putKey, "GET /api/token/3");
        const Key before = found(s, "3");
        Key after = before;
        after.group = u"vip"_s;
        s.answer("GET /api/token/1", "261-key-unlimited-after-traffic");
        s.keeps(putKey, "GET /api/token/1");
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey)[u"remain_quota"_s].toInteger(), 0);
    }

    // A burst may overdraw a key; such a rest is refused when it comes back.
    void anOverdrawnKeyMayBeWritten()
    {
        NewApiServer s("n4");
        s.answer("GET /api/token/18", "272-key-negative-row");
        s.answer(putKey, "132-key-put-full");
        s.keeps(putKey, "GET /api/token/18");
        const Key before = found(s, "18");
        Key after = before;
        after.name = u"renamed"_s;
        const auto written = finished(s.admin->keys()->write(before, after));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        QCOMPARE(s.sent(putKey)[u"remain_quota"_s].toInteger(-1), 0);
        QVERIFY(sameSettings(found(s, "18"), after)); // its budget did not move by that
    }

    void anOverdrawnKeyIsRaisedFromWhatItSpent()
    {
        NewApiServer s("n4");
        s.answer("GET /api/token/18", "272-key-negative-row");
        s.answer(putKey, "132-key-put-full");
        s.answer(switchKey, "144-key-disable");
        s.keeps(putKey, "GET /api/token/18");
        s.keeps(switchKey, "GET /api/token/18");
        const Key before = found(s, "18");
        QCOMPARE(before.budgets.first().nanos, 54'000'000);
        QCOMPARE(before.budgets.first().freeNanos.value(), -14'000'000);
        Key after = before;
        after.budgets[0].nanos = 60'000'000;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(putKey)[u"remain_quota"_s].toInteger(), 3000);
    }

    void aRowThatLacksALimitIsNotSentBack_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"model_limits", "allow_ips", "group"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aRowThatLacksALimitIsNotSentBack()
    {
        QFETCH(QString, field);
        NewApiServer s("n4");
        s.answerChanged("GET /api/token/3", "126-key-get", {{field, u"(none)"_s}});
        const Key before = found(s, "3");
        Key after = before;
        after.name = u"renamed"_s;
        const Failure failure = finished(s.admin->keys()->write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY2(failure.detail.contains(field), qPrintable(failure.detail));
        QCOMPARE(s.count(putKey), 0);
    }

    void aWriteIsReadBack_data()
    {
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("nothing happened")
            << QByteArray("126-key-get") << FailureKind::Rejected << u"the server ignored this"_s;
        QTest::newRow("it was widened") << QByteArray("137-key-put-only-name") << FailureKind::Conflict
                                        << u"the server now has something else: allow_ips, expired_time, group, "
                                           "model_limits, model_limits_enabled, name, remain_quota"_s;
    }
    void aWriteIsReadBack()
    {
        QFETCH(QByteArray, then);
        NewApiServer s("n4");
        s.answer("GET /api/token/3", "126-key-get");
        s.answer(putKey, "132-key-put-full");
        s.afterwards(putKey, "GET /api/token/3", then);
        const Key before = found(s, "3");
        Key after = before;
        after.name = u"renamed"_s;
        const Failure failure = finished(s.admin->keys()->write(before, after)).error();
        QTEST(failure.kind, "kind");
        QTEST(failure.detail, "detail");
    }

    void somebodyElsesChangeIsNotOverwritten()
    {
        NewApiServer s("n4");
        const Key before = editable(s, "126-key-get");
        Key after = before;
        after.name = u"renamed"_s;
        s.answerChanged("GET /api/token/3", "126-key-get", {{u"group"_s, u"default"_s}});
        QCOMPARE(finished(s.admin->keys()->write(before, after)).error().kind, FailureKind::Conflict);
        QCOMPARE(s.count(putKey), 0);
    }

    void aStoredStateIsTakenBackAfterTheRow_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("spent") << QJsonObject{{u"status"_s, 4}, {u"remain_quota"_s, 0}, {u"used_quota"_s, 250000}};
        QTest::newRow("expired") << QJsonObject{{u"status"_s, 3}, {u"expired_time"_s, 1795355790}};
    }
    void aStoredStateIsTakenBackAfterTheRow()
    {
        QFETCH(QJsonObject, fields);
        NewApiServer s("n4");
        editable(s, "126-key-get");
        s.answerChanged("GET /api/token/3", "126-key-get", fields);
        const Key before = found(s, "3");
        QVERIFY(before.enabled);
        Key after = before;
        after.expiresAt = QDateTime({2030, 1, 1}, {0, 0}, Qt::UTC);
        after.budgets[0].nanos += 2'000'000'000;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.sent(switchKey), (QJsonObject{{u"id"_s, 3}, {u"status"_s, 1}}));
        QVERIFY(
            s.http.calls.indexOf(QString::fromLatin1(putKey)) < s.http.calls.indexOf(QString::fromLatin1(switchKey)));
        QCOMPARE(
            s.sent(putKey)[u"remain_quota"_s].toInteger(), fields[u"remain_quota"_s].toInteger(250000) + 1'000'000);
    }

    void theSwitchAloneIsNoRow()
    {
        NewApiServer s("n4");
        const Key before = editable(s, "126-key-get");
        Key after = before;
        after.enabled = false;
        QVERIFY(finished(s.admin->keys()->write(before, after)));
        QCOMPARE(s.count(putKey), 0);
        QCOMPARE(s.sent(switchKey), (QJsonObject{{u"id"_s, 3}, {u"status"_s, 2}}));
        const Key off = found(s, "3");
        QVERIFY(!off.enabled);
        QVERIFY(finished(s.admin->keys()->write(off, before)));
        QVERIFY(found(s, "3").enabled);
    }

    void aRefusedSwitchSaysWhy()
    {
        NewApiServer s("n4");
        s.answerChanged("GET /api/token/7", "189-key-exhausted-row", {{u"status"_s, 2}});
        s.answer(switchKey, "190-key-exhausted-enable");
        const Key before = found(s, "7");
        Key after = before;
        after.enabled = true;
        const Failure failure = finished(s.admin->keys()->write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY2(failure.detail.startsWith("Token quota is exhausted"_L1), qPrintable(failure.detail));
    }

    void aSwitchThatIsIgnoredIsSaid()
    {
        NewApiServer s("n4");
        s.answer("GET /api/token/3", "126-key-get");
        s.answer(switchKey, "144-key-disable");
        const Key before = found(s, "3");
        Key after = before;
        after.enabled = false;
        QCOMPARE(finished(s.admin->keys()->write(before, after)).error(),
            (Failure{FailureKind::Rejected, u"the server ignored this"_s, 0}));
    }

    void revealingCostsTheSharedBudgetOnlyWhereItMust()
    {
        NewApiServer n4("n4");
        n4.answer("GET /api/token/3", "126-key-get");
        n4.answer("POST /api/token/3/key", "129-key-reveal");
        const Key masked = found(n4, "3");
        QCOMPARE(finished(n4.admin->keys()->secretOf(masked)).value(),
            Secret("sk-TylAL9xqEXAMPLEF6P2lGpupdf5YUZFJcQJCr2Huglud5Ff3"));
        QCOMPARE(n4.laneOf("POST /api/token/3/key"), "critical");
        QVERIFY(!net::writes(n4.http.requests.last())); // a read-only connection may

        NewApiServer n1("n1");
        n1.answer("GET /api/token/3", "082-key-get");
        const Key clear = found(n1, "3");
        QCOMPARE(finished(n1.admin->keys()->secretOf(clear)).value(),
            Secret("sk-JFHCWMcMEXAMPLEEXL532kpaTB10dzF3319zZ0f0r8MlwN4N"));
        QVERIFY(n1.http.calls.filter(u"POST"_s).isEmpty());
    }

private:
    static Key found(NewApiServer &s, const char *id)
    {
        const auto key = finished(s.admin->keys()->find(QString::fromLatin1(id)));
        if (!key)
            qWarning("%s", qPrintable(key.error().detail));
        return key.value_or(Key());
    }
    // Key 3, on a server that keeps what is written.
    static Key editable(NewApiServer &s, const char *recording)
    {
        s.answer("GET /api/token/3", recording);
        s.answer(putKey, "132-key-put-full");
        s.answer(switchKey, "144-key-disable");
        s.keeps(putKey, "GET /api/token/3");
        s.keeps(switchKey, "GET /api/token/3");
        return found(s, "3");
    }
};

QTEST_GUILESS_MAIN(NewApiKeyWritesTest)
#include "tst_newapi_key_writes.moc"
