// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change.h"
#include "fakes/fake_admin.h"
#include "fakes/run_task.h"
#include <QTest>

using namespace Qt::StringLiterals;

// The secret of a key, asked for once more.
class RevealTest : public QObject
{
    Q_OBJECT

private slots:
    void aRevealIsNotedBeforeTheSecretIsAskedForAndWritesNothing()
    {
        FakeAdmin admin;
        MemoryJournal journal;
        Key key;
        key.id = u"k1"_s;
        key.name = u"web"_s;
        admin.rows = {key};
        const auto apply = [&](const changes::Change &change) {
            return finished(changes::apply(admin, journal, change));
        };
        changes::Change change{key, key};
        change.reveals = true;
        const auto done = apply(change);
        QVERIFY(done && done->secret);
        QCOMPARE(admin.writes, 0);
        QVERIFY(
            journal.entries.last().closed && !journal.entries.last().failure && journal.entries.last().change.reveals);
        admin.refusesReveal = Failure{FailureKind::RateLimited, {}, 429};
        QCOMPARE(apply(change).error().kind, FailureKind::RateLimited);
        QCOMPARE(journal.entries.last().failure->kind, FailureKind::RateLimited);
        journal.refusesOpen = Failure{FailureKind::Storage, u"disk full"_s, 0};
        QCOMPARE(apply(change).error().kind, FailureKind::Storage);
        QCOMPARE(admin.reveals, 2);
    }
};

QTEST_GUILESS_MAIN(RevealTest)
#include "tst_reveal.moc"
