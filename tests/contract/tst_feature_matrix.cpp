// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/live_gateway.h"
#include "fakes/scripted_http.h"
#include <QFile>

using namespace Qt::StringLiterals;
using contract::Feature;
using contract::LiveGateway;
using gateway::Features;

// One table of the help page: the features that are its columns, as a person calls them.
struct Group
{
    QString title;
    QList<std::pair<Feature, QString>> columns;
};

static const QList<Group> &groups()
{
    using enum Feature;
    static const QList<Group> all{
        {u"Keys"_s,
            {{ListKeys, u"list"_s}, {CreateKey, u"create"_s}, {DisableKey, u"disable"_s}, {DeleteKey, u"delete"_s},
                {RotateKey, u"rotate with an overlap"_s}, {RevealKey, u"show the secret again"_s},
                {Passport, u"hold our passport"_s}}},
        {u"What a key may do"_s,
            {{ModelScope, u"models"_s}, {FamilyScope, u"API families"_s}, {UpstreamScope, u"upstreams"_s},
                {NetworkScope, u"addresses"_s}, {GroupScope, u"group"_s}, {KeyExpiry, u"expiry"_s}}},
        {u"What a key may spend"_s,
            {{Budget, u"budget"_s}, {BudgetWindows, u"budget that starts again"_s},
                {BudgetRaise, u"raise for some time"_s}, {SoftThresholds, u"soft thresholds"_s},
                {RequestRate, u"requests a minute"_s}, {TokenRate, u"tokens a minute"_s},
                {ParallelCalls, u"calls at a time"_s}}},
        {u"Aliases and usage"_s,
            {{ListAliases, u"list aliases"_s}, {EditAliases, u"edit aliases"_s}, {AliasPrices, u"set their prices"_s},
                {AliasFallbacks, u"set their fallbacks"_s}, {UsageRows, u"usage rows"_s},
                {UsageByRequest, u"row of one call"_s}, {UsageTotals, u"its own totals"_s},
                {Allowances, u"what is left"_s}}},
    };
    return all;
}

struct Column
{
    QString title;
    Features features;
};

// The embedded gateway first, then every generation under the names of its data file.
static QList<Column> everyGateway()
{
    ScriptedHttp nobody;
    const FakeClock clock;
    const gateway::Adapter *embedded = gateway::adapterOf(u"embedded");
    const QUrl url(u"http://127.0.0.1:8791"_s);
    const auto own = embedded->connect({url, url, Secret("sk-EXAMPLE"), Secret(), QString(), nobody, clock});
    QList<Column> out{{u"Test gateway (embedded)"_s, own->features()}};
    for (const QJsonValue &one : contract::FakeProcess::generations()) {
        LiveGateway f(one["name"_L1].toString());
        out << Column{one["title"_L1].toString(), f.admin->features()};
    }
    return out;
}

static QString line(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

static QString tableOf(const Group &group, const QList<Column> &gateways)
{
    QStringList head{u"Gateway"_s};
    for (const auto &[feature, words] : group.columns)
        head << words;
    QString out = u"## "_s + group.title + u"\n\n"_s + line(head);
    out += line(QStringList{u"---"_s} + QStringList(group.columns.size(), u":-:"_s));
    for (const Column &one : gateways) {
        QStringList cells{one.title};
        for (const auto &[feature, words] : group.columns)
            cells << (one.features.has(feature) ? u"yes"_s : u"–"_s);
        out += line(cells);
    }
    return out;
}

// resources/help/gateways.md tells what features() says, for every kind and generation. After a change:
//   GW_REWRITE_HELP=1 tst_feature_matrix
class FeatureMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFeatureHasItsColumn()
    {
        QList<Feature> told;
        for (const Group &group : groups())
            for (const auto &[feature, words] : group.columns)
                if (!told.contains(feature))
                    told << feature;
        QCOMPARE(told.size(), int(Feature::Count) - 1); // PassportHere is declared by no gateway
    }

    void theHelpPageTellsWhatTheAdaptersDeclare()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/resources/help/gateways.md"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        file.close();
        const QString prose = page.section(u"\n## "_s, 0, 0).trimmed();
        QStringList tables;
        const QList<Column> gateways = everyGateway();
        for (const Group &group : groups())
            tables << tableOf(group, gateways);
        const QString wanted = prose + u"\n\n"_s + tables.join(u'\n');
        if (qEnvironmentVariableIsSet("GW_REWRITE_HELP")) {
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
            QCOMPARE(file.write(wanted.toUtf8()), wanted.toUtf8().size());
        } else
            QVERIFY2(page == wanted, "stale; GW_REWRITE_HELP=1 tst_feature_matrix writes it anew");
    }
};

QTEST_GUILESS_MAIN(FeatureMatrixTest)
#include "tst_feature_matrix.moc"
