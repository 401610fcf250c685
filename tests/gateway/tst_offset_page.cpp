// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/key_support.h"
#include "gateway/offset_page.h"
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Feature;
using gateway::OffsetPlace;
using gateway::pageAt;

class OffsetPageTest : public QObject
{
    Q_OBJECT

private slots:
    void theRowBeforeIsAskedForOnceMore()
    {
        const auto first = pageAt({}, keys({"a", "b"}), true).value();
        QCOMPARE(first.next, u"2/b"_s);
        const OffsetPlace place = OffsetPlace::of(first.next).value();
        QCOMPARE(place.asked(), 1);
        const auto second = pageAt(place, keys({"b", "c"}), false).value();
        QCOMPARE(ids(second.rows), QStringList{u"c"_s});
        QVERIFY(second.next.isEmpty());
    }

    void rowsAddedMeanwhileAreNotReadTwice()
    {
        const auto page = pageAt(OffsetPlace::of(u"2/b"_s).value(), keys({"a", "b", "c"}), true).value();
        QCOMPARE(ids(page.rows), QStringList{u"c"_s});
        QCOMPARE(page.next, u"4/c"_s);
    }

    void rowsTakenAwayMeanwhileAreNoticed()
    {
        const auto page = pageAt(OffsetPlace::of(u"2/b"_s).value(), keys({"d"}), false);
        QCOMPARE(page.error().kind, FailureKind::Conflict);
    }

    void otherCursorsAreRefused()
    {
        for (const QString &cursor : {u"x"_s, u"2"_s, u"-1/b"_s, u"/b"_s})
            QCOMPARE(OffsetPlace::of(cursor).error().kind, FailureKind::Rejected);
    }

    void whatAGatewayLacksCannotBeWritten()
    {
        const gateway::Features some{Feature::Budget, Feature::RequestRate};
        Key key;
        key.budgets << Budget{5, u"lifetime"_s, {}};
        key.rates.requestsPerMinute = 3;
        key.name = u"any"_s;
        QVERIFY(gateway::writable({}, key, some));
        key.budgets.first().window = u"day"_s;
        QCOMPARE(gateway::writable({}, key, some).error().kind, FailureKind::Unsupported);
        QCOMPARE(gateway::writable({}, key, some).error().detail, u"a budget that starts again"_s);
        QVERIFY(gateway::writable(key, key, some));
        Key other = key;
        other.networks << u"::1"_s;
        QCOMPARE(gateway::writable(key, other, some).error().detail, u"networks"_s);
    }

private:
    static QList<Key> keys(std::initializer_list<const char *> ids)
    {
        QList<Key> out;
        for (const char *id : ids) {
            Key key;
            key.id = QString::fromLatin1(id);
            out << key;
        }
        return out;
    }
    static QStringList ids(const QList<Key> &keys)
    {
        QStringList out;
        for (const Key &key : keys)
            out << key.id;
        return out;
    }
};

QTEST_GUILESS_MAIN(OffsetPageTest)
#include "tst_offset_page.moc"
