// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "keys/key_history.h"
#include "store/journal.h"
#include "store/temp_store.h"
#include <QTest>

using namespace Qt::StringLiterals;

class KeyHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void aChangePutBackIsTakenBack()
    {
        Key on = key();
        Key off = on;
        off.enabled = false;
        const auto past = keys::pastOf({entry(3, on, off), entry(2, off, on), entry(1, on, off)}); // newest first
        QVERIFY(past.at(2).takenBack && past.at(1).takesBack);
        QVERIFY(!past.at(0).takenBack && !past.at(0).takesBack); // a new change, not the undo of an undo
    }

    void aFailedChangeIsNeitherDoneNorTakenBack()
    {
        Key on = key();
        Key off = on;
        off.enabled = false;
        auto failed = entry(1, on, off);
        failed.failure = Failure{FailureKind::Conflict, u"somebody else"_s, 409};
        auto open = entry(3, on, off);
        open.closed = false;
        const auto past = keys::pastOf({open, entry(2, off, on), failed});
        for (const keys::Past &each : past)
            QVERIFY(!each.takenBack && !each.takesBack);
        QVERIFY(!past.at(0).done() && past.at(1).done() && !past.at(2).done());
    }

    void aRotationStandsBetweenNothing()
    {
        Key on = key();
        Key off = on;
        off.enabled = false;
        Key turned = off;
        turned.rotatedAt = QDateTime(QDate(2026, 11, 22), QTime(12, 2), Qt::UTC);
        const auto rotation = entry(2, off, turned);
        QVERIFY(keys::isRotation(rotation.change));
        QVERIFY(!keys::isRotation(entry(1, on, off).change));
        const auto past = keys::pastOf({entry(3, turned, on), rotation, entry(1, on, off)});
        QVERIFY(past.at(0).takesBack && past.at(2).takenBack && !past.at(1).takenBack);
    }

    void aSecretShownAgainStandsBetweenNothing()
    {
        Key on = key();
        Key off = on;
        off.enabled = false;
        auto shown = entry(2, off, off);
        shown.change.reveals = true;
        const auto past = keys::pastOf({entry(3, off, on), shown, entry(1, on, off)});
        QVERIFY(past.at(0).takesBack && past.at(2).takenBack && !past.at(1).takenBack);
    }

    void countersDoNotHinderIt()
    {
        Key on = key();
        Key off = on;
        off.enabled = false;
        Key later = on;
        later.spentNanos = 5;
        QVERIFY(keys::pastOf({entry(2, off, later), entry(1, on, off)}).at(1).takenBack);
    }

    void itReadsTheLinesOfOneKeyOfOneProfile()
    {
        TempStore store;
        Key other = key();
        other.id = u"other"_s;
        for (const auto &[profile, subject] : {std::pair(u"p"_s, key()), {u"p"_s, other}, {u"q"_s, key()}})
            store.write([=](sql::Database &db) {
                store::JournalLine line;
                line.profile = profile;
                line.at = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
                line.by = u"somebody"_s;
                line.after = subject;
                return store::openLine(db, line);
            });
        keys::KeyHistory history(*store, u"p"_s);
        history.show(u"k1"_s);
        QTRY_COMPARE(history.state().past.size(), 1);
        QCOMPARE(history.state().past.first().entry.by, u"somebody"_s);
        history.show({});
        QVERIFY(history.state().past.isEmpty());
    }

private:
    static Key key()
    {
        Key made;
        made.id = u"k1"_s;
        made.name = u"checkout"_s;
        return made;
    }
    static changes::Entry entry(int minute, const Key &before, const Key &after)
    {
        changes::Entry made;
        made.id = minute;
        made.at = QDateTime(QDate(2026, 11, 22), QTime(12, minute), Qt::UTC);
        made.change = {before, after};
        made.closed = true;
        return made;
    }
};

QTEST_MAIN(KeyHistoryTest)
#include "tst_key_history.moc"
