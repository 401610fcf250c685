// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

static const char list[] = "GET /api/channel/?p=1&page_size=100&id_sort=true";
static const char bareList[] = "GET /api/channel/?p=0&page_size=100&id_sort=true";
static const char put[] = "PUT /api/channel/";

// What is written to channels so that an alias is another.
class NewApiAliasWritesTest : public QObject
{
    Q_OBJECT

private slots:
    void aRouteIsAdded()
    {
        NewApiServer s("n4");
        editable(s);
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes << Route{u"openai-second"_s, u"gpt-4o-mini"_s};
        QVERIFY(written(s, before, after));
        QCOMPARE(s.sent(put),
            (QJsonObject{{u"id"_s, 2}, {u"models"_s, u"gpt-4o-mini,vip-only-model,team-fast"_s},
                {u"model_mapping"_s, uR"({"team-fast":"gpt-4o-mini"})"_s}}));
        QCOMPARE(s.count(put), 1); // the channel that serves it already is left alone
    }

    void anAliasIsMadeOfItsOwnModel()
    {
        NewApiServer s("n4");
        editable(s);
        Alias made;
        made.name = u"gpt-5"_s;
        made.routes << Route{u"openai-second"_s, u"gpt-5"_s};
        QVERIFY(written(s, {}, made));
        QCOMPARE(s.sent(put)[u"models"_s].toString(), u"gpt-4o-mini,vip-only-model,gpt-5"_s);
        QCOMPARE(s.sent(put)[u"model_mapping"_s].toString(), QString());
    }

    void aTargetIsChanged()
    {
        NewApiServer s("n4");
        editable(s);
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes[0].model = u"gpt-4o"_s;
        QVERIFY(written(s, before, after));
        QCOMPARE(s.sent(put)[u"id"_s].toInt(), 1);
        QCOMPARE(s.sent(put)[u"model_mapping"_s].toString(),
            uR"({"loop-a":"loop-b","loop-b":"loop-a","team-fast":"gpt-4o"})"_s);
        QCOMPARE(s.sent(put).size(), 3); // the id and what may change, never "status"
    }

    void anAliasIsRemoved()
    {
        NewApiServer s("n4");
        editable(s);
        QVERIFY(written(s, alias(s, u"team-fast"_s), {}));
        QVERIFY(!s.sent(put)[u"models"_s].toString().contains("team-fast"_L1));
        QCOMPARE(s.sent(put)[u"model_mapping"_s].toString(), uR"({"loop-a":"loop-b","loop-b":"loop-a"})"_s);
    }

    void whatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *tag, const char *name, FailureKind kind, const char *part) {
            QTest::newRow(tag) << QString::fromLatin1(name) << kind << QString::fromLatin1(part);
        };
        row("fallbacks", "team-fast", FailureKind::Unsupported, "fallbacks");
        row("families", "team-fast", FailureKind::Unsupported, "families");
        row("a weight", "team-fast", FailureKind::Unsupported, "weight");
        row("an order", "gpt-4o-mini", FailureKind::Unsupported, "order");
        row("a new name", "team-fast", FailureKind::Unsupported, "another name");
        row("an unknown channel", "team-fast", FailureKind::Input, "no enabled channel is called \"nowhere\"");
        row("one channel twice", "team-fast", FailureKind::Input, "once only");
        row("no route", "team-fast", FailureKind::Input, "at least one channel");
        row("no model", "team-fast", FailureKind::Input, "names no model");
        row("a mapped model", "team-fast", FailureKind::Rejected, "maps loop-a on to");
        row("the last model", "zz-last", FailureKind::Rejected, "has no other model");
        row("a broken mapping", "zz-bad", FailureKind::Rejected, "is no JSON");
        row("others' way", "loop-b", FailureKind::Rejected, "is reached through loop-b");
    }
    void whatCannotBeWrittenIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QString, part);
        const QByteArray tag = QTest::currentDataTag();
        NewApiServer s("n4");
        editable(s);
        if (tag == "the last model")
            s.answerRows(list, {changed(s, 2, {{u"models"_s, u"zz-last"_s}})}, 1);
        if (tag == "others' way")
            s.answerRows(list,
                {changed(s, 2,
                    {{u"models"_s, u"loop-a,loop-b"_s},
                        {u"model_mapping"_s, uR"({"loop-a":"loop-b","loop-b":"x"})"_s}})},
                1);
        const Alias before = alias(s, name);
        const auto result = finished(s.admin->aliases()->write(before, wished(before, tag)));
        QVERIFY2(!result, "it was written");
        QTEST(result.error().kind, "kind");
        QVERIFY2(result.error().detail.contains(part), qPrintable(result.error().detail));
        QCOMPARE(s.count(put), 0);
    }

    void somebodyElsesChangeIsNotOverwritten()
    {
        NewApiServer s("n4");
        editable(s);
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes[0].model = u"gpt-4o"_s;
        s.answerRows(list, {changed(s, 1, {{u"model_mapping"_s, QString()}})}, 1);
        QCOMPARE(finished(s.admin->aliases()->write(before, after)).error().kind, FailureKind::Conflict);
        QCOMPARE(s.count(put), 0);
    }

    void aChangeRightBeforeTheWriteIsSeen()
    {
        NewApiServer s("n4");
        editable(s);
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes[0].model = u"gpt-4o"_s;
        s.answerChanged("GET /api/channel/1", "046-channel-get", {{u"models"_s, u"gpt-4o"_s}});
        QCOMPARE(finished(s.admin->aliases()->write(before, after)).error().kind, FailureKind::Conflict);
        QCOMPARE(s.count(put), 0);
    }

    void anIgnoredWriteIsSaid()
    {
        NewApiServer s("n4");
        catalog(s);
        s.answer("GET /api/channel/1", "046-channel-get");
        s.answer(put, "058-channel-put-partial");
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes[0].model = u"gpt-4o"_s;
        const Failure failure = finished(s.admin->aliases()->write(before, after)).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QCOMPARE(failure.detail, u"the server ignored this (channel \"openai-main\")"_s);
    }

    void whatWasWrittenBeforeAFailureIsNamed()
    {
        NewApiServer s("n4");
        editable(s);
        s.fail("GET /api/channel/2", FailureKind::Network);
        QJsonArray rows = s.rowsOf("043-channels");
        s.answerRows(list, {rows[2], rows[1]}, 2);
        Alias made;
        made.name = u"gpt-5"_s;
        made.routes << Route{u"openai-main"_s, u"gpt-5"_s} << Route{u"openai-second"_s, u"gpt-5"_s};
        const Failure failure = finished(s.admin->aliases()->write({}, made)).error();
        QCOMPARE(failure.kind, FailureKind::Network);
        QVERIFY2(failure.detail.endsWith("; already written to: openai-main"_L1), qPrintable(failure.detail));
    }

    void theUpstreamsKeyInAnAnswerGoesNowhere()
    {
        NewApiServer s("one-api");
        s.answer(bareList, "021-channels");
        s.answerJson("GET /api/pricing", "{}", 404);
        s.answer("GET /api/channel/1", "022-channel-get");
        s.answer(put, "025-channel-put-status"); // it shows the key of the channel in clear
        const Alias before = alias(s, u"team-fast"_s);
        Alias after = before;
        after.routes[0].model = u"gpt-4o"_s;
        const Failure failure = finished(s.admin->aliases()->write(before, after)).error();
        QVERIFY2(!failure.detail.contains("EXAMPLE"_L1), qPrintable(failure.detail));
    }

private:
    static void catalog(NewApiServer &s)
    {
        s.answer(list, "043-channels");
        s.answer("GET /api/pricing", "083-pricing-pat");
    }
    static void editable(NewApiServer &s)
    {
        catalog(s);
        s.answer("GET /api/channel/1", "046-channel-get");
        s.answerChanged("GET /api/channel/2", "064-channel-after-put", {{u"model_mapping"_s, QString()}});
        s.answer(put, "058-channel-put-partial");
        s.keeps(put, "GET /api/channel/1"); // whichever it is: the other is not read again
    }
    static bool written(NewApiServer &s, const Alias &before, const Alias &after)
    {
        if (after.routes.size() > before.routes.size())
            s.keeps(put, "GET /api/channel/2");
        const auto result = finished(s.admin->aliases()->write(before, after));
        if (!result)
            qWarning("%s", qPrintable(result.error().detail));
        return result.has_value();
    }
    static Alias named(const QList<Alias> &aliases, const QString &name)
    {
        const auto found = std::ranges::find(aliases, name, &Alias::name);
        return found == aliases.end() ? Alias() : *found;
    }
    static Alias alias(NewApiServer &s, const QString &name)
    {
        return named(finished(s.admin->aliases()->all()).value(), name);
    }
    static QJsonObject changed(const NewApiServer &s, int id, const QJsonObject &fields)
    {
        QJsonObject row;
        for (const QJsonValue &one : s.rowsOf("043-channels"))
            if (one[u"id"_s].toInt() == id)
                row = one.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            row[field.key()] = field.value();
        return row;
    }
    static Alias wished(Alias alias, const QByteArray &tag)
    {
        if (tag == "fallbacks")
            alias.fallbacks << u"gpt-4o"_s;
        if (tag == "families")
            alias.families << u"images"_s;
        if (tag == "a weight")
            alias.routes[0].weight = 6;
        if (tag == "an order")
            alias.routes.swapItemsAt(0, 1);
        if (tag == "a new name")
            alias.name = u"other"_s;
        if (tag == "an unknown channel")
            alias.routes << Route{u"nowhere"_s, u"m"_s};
        if (tag == "one channel twice")
            alias.routes << alias.routes[0];
        if (tag == "no route")
            alias.routes.clear();
        if (tag == "no model")
            alias.routes[0].model.clear();
        if (tag == "a mapped model")
            alias.routes[0].model = u"loop-a"_s;
        if (tag == "the last model" || tag == "others' way")
            alias = Alias();
        if (tag == "a broken mapping")
            alias.routes[0].model = u"gpt-4o"_s;
        return alias;
    }
};

QTEST_GUILESS_MAIN(NewApiAliasWritesTest)
#include "tst_newapi_alias_writes.moc"
