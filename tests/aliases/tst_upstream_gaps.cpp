// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/upstream_gaps.h"
#include <QTest>

using namespace Qt::StringLiterals;
using aliases::UpstreamGap;
using What = UpstreamGap::What;

static Alias alias(const QString &name, const QList<Route> &routes)
{
    Alias made;
    made.name = name;
    made.routes = routes;
    return made;
}

// What upstreams serve by their own word, beside the routes that lead to them.
class UpstreamGapsTest : public QObject
{
    Q_OBJECT

private slots:
    void bothDirectionsAreFoundGoneOnesFirst()
    {
        const QList<Alias> catalog{alias(u"chat"_s, {{u"a"_s, u"mini"_s, 1, {}, {}}, {u"b"_s, u"old"_s, 1, {}, {}}}),
            alias(u"other"_s, {{u"b"_s, u"old"_s, 1, {}, {}}})};
        const auto gaps =
            aliases::upstreamGaps(catalog, {{u"a"_s, {u"mini"_s, u"maxi"_s}, {}}, {u"b"_s, {u"new"_s}, {}}});
        QCOMPARE(gaps,
            (QList<UpstreamGap>{{What::Gone, u"b"_s, u"old"_s, u"chat"_s}, {What::Gone, u"b"_s, u"old"_s, u"other"_s},
                {What::NotServed, u"a"_s, u"maxi"_s, u"maxi"_s}, {What::NotServed, u"b"_s, u"new"_s, u"new"_s}}));
    }

    void whoDidNotTellHasNone()
    {
        const QList<Alias> catalog{alias(u"chat"_s, {{u"a"_s, u"mini"_s, 1, {}, {}}})};
        QVERIFY(aliases::upstreamGaps(catalog, {{u"a"_s, {}, Failure{FailureKind::Timeout, {}, 0}}}).isEmpty());
        QVERIFY(aliases::upstreamGaps(catalog, {}).isEmpty());
        QVERIFY(aliases::upstreamGaps(catalog, {{u"a"_s, {u"mini"_s}, {}}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(UpstreamGapsTest)
#include "tst_upstream_gaps.moc"
