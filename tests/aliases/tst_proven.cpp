// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/lint.h"
#include "fakes/memory_catalogs.h"
#include "fakes/run_task.h"
#include "store/profiles.h"
#include "store/runs.h"
#include "store/temp_store.h"
#include "workspace/stored_catalogs.h"
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::CheckVerdict;
using aliases::Proof;
using aliases::Proofs;
using aliases::Standing;

namespace {

const QDateTime now(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);

CheckVerdict verdict(const QString &run, int daysAgo, const QString &check, Outcome outcome)
{
    return {run, now.addDays(-daysAgo), check, u"fast"_s, outcome};
}

Alias fast(const QString &model = u"m"_s)
{
    Alias alias;
    alias.name = u"fast"_s;
    alias.routes = {{u"azure"_s, model, 1, {}, {}}};
    alias.families = QStringList{u"chat"_s, u"embeddings"_s};
    alias.price = {1, 2, {}, {}};
    return alias;
}

} // namespace

// What smoke runs say of an alias: which of them, how old, and of what the alias was then.
class ProvenTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestRunDecidesAndInItTheWorst()
    {
        const Proofs proofs = aliases::proofsOf({verdict(u"2"_s, 1, u"T01"_s, Outcome::Passed),
            verdict(u"2"_s, 1, u"T03"_s, Outcome::Failed), verdict(u"1"_s, 5, u"T01"_s, Outcome::Passed)});
        QCOMPARE(proofs.value(u"fast"_s), (QList<Proof>{{u"chat"_s, false, now.addDays(-1)}}));
        const Proofs better = aliases::proofsOf(
            {verdict(u"2"_s, 1, u"T01"_s, Outcome::Warned), verdict(u"1"_s, 5, u"T01"_s, Outcome::Failed)});
        QVERIFY(better.value(u"fast"_s).first().passed);
    }

    void whatWasNotJudgedProvesNothing()
    {
        const Proofs proofs = aliases::proofsOf(
            {verdict(u"3"_s, 1, u"T01"_s, Outcome::Skipped), verdict(u"2"_s, 2, u"T01"_s, Outcome::Inconclusive),
                verdict(u"1"_s, 5, u"T03"_s, Outcome::Passed), verdict(u"0"_s, 6, u"T07"_s, Outcome::Failed)});
        QCOMPARE(proofs.value(u"fast"_s), (QList<Proof>{{u"chat"_s, true, now.addDays(-5)}}));
    }

    void aProofIsStaleAfterThirtyDays()
    {
        const Proof fresh{u"chat"_s, true, now.addDays(-30)};
        const Proof old{u"chat"_s, true, now.addDays(-31)};
        QCOMPARE(aliases::standingOf(fresh, now), Standing::Passed);
        QCOMPARE(aliases::standingOf(old, now), Standing::Stale);
        QCOMPARE(aliases::wordsOf(fresh, now), u"passed 2026-10-30"_s);
        QCOMPARE(aliases::wordsOf(old, now), u"stale: passed 2026-10-29"_s);
        QCOMPARE(aliases::wordsOf(QList<Proof>(), now), u"not proven"_s);
    }

    void aFailureWeighsMostAndDoesNotGetOld()
    {
        const Proof failed{u"chat"_s, false, now.addDays(-100)};
        const Proof passed{u"embeddings"_s, true, now};
        QCOMPARE(aliases::standingOf({passed, failed}, now), Standing::Failed);
        QCOMPARE(aliases::wordsOf({passed, failed}, now), u"failed 2026-08-21"_s);
    }

    void declaredAndProvenStandSideBySide()
    {
        QCOMPARE(aliases::familyWords(fast(), {{u"chat"_s, true, now}, {u"images"_s, false, now}}, now),
            (QStringList{u"chat: passed 2026-11-29"_s, u"embeddings: not proven"_s, u"images: failed 2026-11-29"_s}));
    }

    void anotherModelBehindItOutdatesTheProofAndAnotherPriceDoesNot()
    {
        MemoryCatalogs archive;
        archive.runs = {verdict(u"1"_s, 3, u"T01"_s, Outcome::Passed)};
        finished(archive.keep({fast()}, now.addDays(-4)));
        Alias dearer = fast();
        dearer.price.inputNanos = 5;
        finished(archive.keep({dearer}, now.addDays(-2)));
        auto proofs = finished(aliases::provenOf(archive, {dearer}));
        QVERIFY(!proofs->value(u"fast"_s).first().before);
        finished(archive.keep({fast(u"n"_s)}, now.addDays(-1)));
        proofs = finished(aliases::provenOf(archive, {fast(u"n"_s)}));
        QVERIFY(proofs->value(u"fast"_s).first().before);
        QCOMPARE(aliases::wordsOf(proofs->value(u"fast"_s), now), u"passed 2026-11-26, before the last change"_s);
        QCOMPARE(aliases::standingOf(proofs->value(u"fast"_s), now), Standing::Outdated);
    }

    void declaredAndFailedIsAFinding()
    {
        aliases::Facts facts;
        facts.today = now.date();
        facts.now = now;
        facts.retires = [](const QString &) { return QDate(); };
        facts.proofs = {{u"fast"_s, {{u"chat"_s, false, now.addDays(-1)}, {u"images"_s, false, now}}}};
        auto found = aliases::lint({fast()}, facts);
        QCOMPARE(found.size(), 1); // images are not declared
        QCOMPARE(found.first().rule, u"C12"_s);
        QVERIFY(found.first().what.contains(u"chat"_s) && found.first().what.contains(u"2026-11-28"_s));
        facts.proofs[u"fast"_s].first().before = true; // it is about what stood there before
        QVERIFY(aliases::lint({fast()}, facts).isEmpty());
    }

    void keptRunsOfThisProfileAreReadNewestFirst()
    {
        TempStore store;
        Profile profile;
        profile.id = u"p"_s;
        profile.name = u"acme"_s;
        profile.kind = u"embedded"_s;
        store.write([profile](sql::Database &db) { return store::saveProfile(db, profile); });
        for (const auto &[id, name, days] :
            {std::tuple(u"1"_s, u"acme"_s, 2), {u"2"_s, u"acme"_s, 1}, {u"3"_s, u"x"_s, 0}}) {
            RunReport run;
            run.id = id;
            run.profile = name;
            run.started = now.addDays(-days);
            CheckReport check;
            check.check = u"T01"_s;
            check.alias = u"fast"_s;
            CheckReport whole;
            whole.check = u"T00"_s; // about no alias
            run.checks = {whole, check};
            store.write([run](sql::Database &db) { return store::saveRun(db, run); });
        }
        workspace::StoredCatalogs archive(*store, u"p"_s);
        const auto verdicts = finished(archive.verdicts());
        QVERIFY(verdicts);
        QCOMPARE(verdicts->size(), 2);
        QCOMPARE(verdicts->first(), (CheckVerdict{u"2"_s, now.addDays(-1), u"T01"_s, u"fast"_s, Outcome::Passed}));
    }
};

QTEST_GUILESS_MAIN(ProvenTest)
#include "tst_proven.moc"
