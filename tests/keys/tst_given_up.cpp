// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/given_up.h"
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Key keyOf(bool enabled, const QStringList &aliases = {})
{
    Key key;
    key.id = u"k1"_s;
    key.name = u"web-1"_s;
    key.enabled = enabled;
    key.aliases = aliases;
    return key;
}

// Lines of a journal, written oldest first, one a minute.
struct Lines
{
    QList<changes::Entry> entries; // newest first

    Lines &then(std::optional<Key> before, std::optional<Key> after, std::optional<Failure> failure = {})
    {
        changes::Entry entry;
        entry.at = at(int(entries.size()));
        entry.change = {std::move(before), std::move(after)};
        entry.closed = true;
        entry.failure = std::move(failure);
        entries.prepend(entry);
        return *this;
    }
    static QDateTime at(int minute) { return QDateTime({2026, 6, 18}, {14, minute}, Qt::UTC); }
};

} // namespace

// Which act took a key's right away, as the journal tells it.
class GivenUpTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestActCounts_data()
    {
        QTest::addColumn<QList<changes::Entry>>("entries");
        QTest::addColumn<std::optional<GivenUp>>("act");
        const auto at = &Lines::at;
        const auto act = [at](GivenUp::Act what, int minute) { return std::optional(GivenUp{what, at(minute)}); };
        const std::optional<GivenUp> none;
        const Key on = keyOf(true);
        const Key off = keyOf(false);
        const Key both = keyOf(true, {u"fast"_s, u"smart"_s});
        const Key one = keyOf(true, {u"fast"_s});
        const Failure failure{FailureKind::Network, u"cut"_s};
        QTest::newRow("nothing") << QList<changes::Entry>() << none;
        QTest::newRow("made") << Lines().then({}, on).entries << none;
        QTest::newRow("disabled") << Lines().then({}, on).then(on, off).entries << act(GivenUp::Act::Disabled, 1);
        QTest::newRow("enabled again") << Lines().then(on, off).then(off, on).entries << none;
        QTest::newRow("renamed since") << Lines().then(on, off).then(off, off).entries
                                       << act(GivenUp::Act::Disabled, 0);
        QTest::newRow("deleted") << Lines().then(on, off).then(off, {}).entries << act(GivenUp::Act::Deleted, 1);
        QTest::newRow("narrowed") << Lines().then(both, one).entries << act(GivenUp::Act::Narrowed, 0);
        QTest::newRow("narrowed from all") << Lines().then(on, one).entries << act(GivenUp::Act::Narrowed, 0);
        QTest::newRow("widened since") << Lines().then(both, one).then(one, both).entries << none;
        QTest::newRow("failed") << Lines().then(on, off, failure).entries << none;
    }

    void theNewestActCounts()
    {
        QFETCH(QList<changes::Entry>, entries);
        QFETCH(std::optional<GivenUp>, act);
        QCOMPARE(keys::givenUpBy(entries, u"k1"_s), act);
        QVERIFY(!keys::givenUpBy(entries, u"k2"_s));
    }

    void theAliasesLostAreNamed()
    {
        const Key both = keyOf(true, {u"fast"_s, u"smart"_s});
        QCOMPARE(keys::aliasesLost({both, keyOf(true, {u"fast"_s})}), QStringList{u"smart"_s});
        QVERIFY(keys::aliasesLost({both, keyOf(true)}).isEmpty()); // every alias from now on
        QCOMPARE(keys::aliasesLost({keyOf(true), both}), QStringList{QString()});
        QVERIFY(keys::aliasesLost({both, {}}).isEmpty());
    }

    void anExpiryThatCameFirstCounts()
    {
        Key key = keyOf(false);
        const auto entries = Lines().then(keyOf(true), keyOf(true)).then(keyOf(true), keyOf(false)).entries;
        QCOMPARE(keys::givenUpOf(key, entries, Lines::at(5))->act, GivenUp::Act::Disabled);
        key.expiresAt = Lines::at(0);
        const GivenUp expired{GivenUp::Act::Expired, Lines::at(0)};
        QCOMPARE(keys::givenUpOf(key, entries, Lines::at(5)), std::optional(expired));
        key.expiresAt = Lines::at(9);
        QCOMPARE(keys::givenUpOf(key, entries, Lines::at(5))->act, GivenUp::Act::Disabled);
        QVERIFY(!keys::givenUpOf(keyOf(true), {}, Lines::at(5)));
    }
};

QTEST_GUILESS_MAIN(GivenUpTest)
#include "tst_given_up.moc"
