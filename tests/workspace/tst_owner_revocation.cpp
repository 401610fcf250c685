// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_revocation.h"
#include "workspace/live_fake.h"
#include "workspace/revoke_work.h"

using namespace Qt::StringLiterals;
using workspace::OwnerRevocation;
using workspace::RevokedLine;
using Became = RevokedLine::Result;

namespace {

Profile profileOf(const QString &name)
{
    Profile profile;
    profile.id = u"id-"_s + name;
    profile.name = name;
    return profile;
}

RevokedLine lineOf(const QString &profile, const QString &key, Became result)
{
    RevokedLine line;
    line.profileId = u"id-"_s + profile;
    line.profile = profile;
    line.key.id = line.key.name = key;
    line.result = result;
    return line;
}

workspace::RevokeWish wishFor(const QString &owner)
{
    workspace::RevokeWish wish;
    wish.owner = owner;
    wish.title = u"revoke every key of "_s + owner;
    return wish;
}

struct Live : LiveFake
{
    QList<RevokedLine> revoked(const QString &owner)
    {
        const auto revocation = workspace->newRevocation();
        return finished(revocation->everywhere(wishFor(owner)), std::chrono::seconds(60));
    }
};

} // namespace

// Every key of an owner is disabled on all connections, beside the one that is open.
class OwnerRevocationTest : public QObject
{
    Q_OBJECT

private slots:
    void theCaseOfTheOwnerDoesNotMatter()
    {
        Key one;
        one.passport.owner = u"Web"_s;
        Key other;
        other.passport.owner = u"search"_s;
        QCOMPARE(workspace::keysOfOwner({one, other}, u"wEB"_s), QList<Key>{one});
        QVERIFY(workspace::keysOfOwner({one, other}, u"we"_s).isEmpty());
    }

    void anotherTryKeepsWhatWasDisabledBefore()
    {
        const QList<RevokedLine> before{lineOf(u"a"_s, u"k1"_s, Became::Disabled),
            lineOf(u"a"_s, u"k2"_s, Became::Failed), lineOf(u"b"_s, u"k3"_s, Became::WasDisabled)};
        const QList<RevokedLine> again{
            lineOf(u"a"_s, u"k1"_s, Became::WasDisabled), lineOf(u"a"_s, u"k2"_s, Became::Disabled)};
        const QList<RevokedLine> expected{lineOf(u"b"_s, u"k3"_s, Became::WasDisabled),
            lineOf(u"a"_s, u"k1"_s, Became::Disabled), lineOf(u"a"_s, u"k2"_s, Became::Disabled)};
        QCOMPARE(workspace::merged(before, again, {u"id-a"_s}), expected);
    }

    void allConnectionsAreAskedAndTheFailedOnceMore()
    {
        auto owned = std::make_unique<FakeRevokeWork>();
        FakeRevokeWork &work = *owned;
        work.all = {profileOf(u"a"_s), profileOf(u"b"_s)};
        work.answers[u"id-a"_s] = {lineOf(u"a"_s, u"k1"_s, Became::Disabled)};
        work.answers[u"id-b"_s] = {lineOf(u"b"_s, u"k2"_s, Became::Failed)};
        OwnerRevocation revocation(std::move(owned));
        revocation.revoke(wishFor(u"web"_s));
        QVERIFY(revocation.state().running);
        revocation.revoke(wishFor(u"other"_s)); // nothing while it works
        QTRY_VERIFY(!revocation.state().running);
        QCOMPARE(revocation.state().owner, u"web"_s);
        QCOMPARE(revocation.state().lines.size(), 2);
        QCOMPARE(work.asked.size(), 2);
        work.answers[u"id-b"_s] = {lineOf(u"b"_s, u"k2"_s, Became::Disabled)};
        revocation.retry();
        QTRY_VERIFY(!revocation.state().running);
        QCOMPARE(work.asked.size(), 3);
        QCOMPARE(work.asked.last(), (std::pair<QString, QString>(u"id-b"_s, u"web"_s)));
        QCOMPARE(revocation.state().lines.last().result, Became::Disabled);
        revocation.retry(); // nothing failed
        QVERIFY(!revocation.state().running);
    }

    void whoStopsLeavesTheRestUnasked()
    {
        auto owned = std::make_unique<FakeRevokeWork>();
        FakeRevokeWork &work = *owned;
        work.all = {profileOf(u"a"_s), profileOf(u"b"_s)};
        OwnerRevocation revocation(std::move(owned));
        workspace::RevokeWish wish = wishFor(u"web"_s);
        wish.stops = [&work] { return !work.asked.isEmpty(); };
        finished(revocation.everywhere(wish));
        QCOMPARE(work.asked.size(), 1);
    }

    void theOpenConnectionStaysOpen()
    {
        Live live;
        const Profile first = live.add(u"first"_s);
        const Profile second = live.add(u"second"_s);
        live.open(first);
        const workspace::LiveSession *open = live.workspace->live();
        const Key mine = live.create(u"web-1"_s, u"web"_s);
        const Key other = live.create(u"search-1"_s, u"search"_s);
        const QList<RevokedLine> lines = live.revoked(u"WEB"_s);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().profileId, first.id);
        QCOMPARE(lines.first().result, Became::Disabled);
        QCOMPARE(lines.last().profileId, second.id); // the same gateway once more
        QCOMPARE(lines.last().result, Became::WasDisabled);
        QCOMPARE(live.workspace->live(), open);
        QCOMPARE(live.workspace->state().current, first.id);
        QVERIFY(!live.enabled(mine));
        QVERIFY(live.enabled(other));
    }

    void theProofOfALineIsMadeReadyOnItsOwnConnection()
    {
        Live live;
        live.add(u"first"_s);
        const Profile second = live.add(u"second"_s);
        live.open(second);
        live.create(u"web-1"_s, u"web"_s);
        const auto revocation = live.workspace->newRevocation();
        const auto lines = finished(revocation->everywhere(wishFor(u"web"_s)), std::chrono::seconds(60));
        live.open(live.workspace->state().profiles.first());
        const auto done = std::ranges::find(lines, Became::Disabled, &RevokedLine::result);
        QVERIFY(done != lines.cend());
        const auto ready = finished(revocation->proofOf(*done), std::chrono::seconds(20));
        QVERIFY(ready);
        QCOMPARE((*ready)->session->state().profile.id, done->profileId);
        QVERIFY((*ready)->known.act);
        QCOMPARE((*ready)->known.act->act, GivenUp::Act::Disabled);
        QVERIFY(qAbs((*ready)->known.act->at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(live.workspace->live() != (*ready)->session.get());
    }

    void oneBesideIsWrittenAndCanBeTakenBack()
    {
        Live live;
        const Profile first = live.add(u"first"_s, true);
        const Profile second = live.add(u"second"_s);
        live.open(second);
        const Key mine = live.create(u"web-1"_s, u"web"_s);
        live.open(first);
        const QList<RevokedLine> lines = live.revoked(u"web"_s);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().readOnly);
        QCOMPARE(lines.first().result, Became::Failed);
        QCOMPARE(lines.last().result, Became::Disabled);
        QVERIFY(!live.enabled(mine));
        live.open(second);
        workspace::ChangeService &changes = live.workspace->live()->changes();
        changes.refresh();
        QTRY_COMPARE(changes.state().sets.size(), 1);
        const qint64 set = changes.state().sets.first().head.id;
        const auto undone = finished(changes.undone(set, {}), std::chrono::seconds(20));
        QVERIFY(undone);
        QVERIFY(live.enabled(mine));
    }

    void oneThatCannotBeAskedKeepsTheOthersFromNothing()
    {
        Live live;
        Profile gone;
        gone.name = u"gone"_s;
        gone.kind = u"litellm"_s;
        gone.dataUrl = QUrl(u"http://127.0.0.1:9/v1"_s);
        gone.adminUrl = QUrl(u"http://127.0.0.1:9"_s);
        finished(live.workspace->added(gone, Secret("sk-x"), {})).value();
        Profile plain = gone;
        plain.name = u"plain"_s;
        plain.kind = u"plain_openai"_s;
        finished(live.workspace->added(plain, {}, Secret("sk-x"))).value();
        live.open(live.add(u"lab"_s));
        live.create(u"web-1"_s, u"web"_s);
        const QList<RevokedLine> lines = live.revoked(u"web"_s);
        QCOMPARE(lines.size(), 3);
        QList<Became> results;
        for (const RevokedLine &line : lines)
            results << line.result;
        QCOMPARE(results.count(Became::Failed), 1);
        QCOMPARE(results.count(Became::Unknown), 1);
        QCOMPARE(results.count(Became::Disabled), 1);
    }
};

QTEST_GUILESS_MAIN(OwnerRevocationTest)
#include "tst_owner_revocation.moc"
