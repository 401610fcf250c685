// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/litellm_file.h"
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray file = R"(# The catalog of the shop. Ask the platform team first.
model_list:
  # Cheap and quick.
  - model_name: fast   # the default
    litellm_params:
      model: openai/gpt-5-mini   # pinned by OPS-7
      api_key: os.environ/OPENAI_KEY
      weight: 3 # was 5
      input_cost_per_token: 1.5e-7
      output_cost_per_token: 0.0000006
    model_info:
      mode: chat
      max_input_tokens: 128000
  - model_name: fast
    litellm_params:
      model: azure/mini-eu
      api_base: https://eu.example/v1
  # Old; ends in spring.
  - model_name: old
    litellm_params:
      model: openai/gpt-4
      # inside
router_settings:
  routing_strategy: simple-shuffle
  fallbacks:
    - fast: [old] # the last resort
general_settings:
  master_key: os.environ/LITELLM_MASTER_KEY
)";

QList<Alias> catalog()
{
    return workspace::aliasesOf(workspace::readLiteLlm(file).value());
}

QByteArray updated(const QList<Alias> &with)
{
    const auto update = workspace::updatedLiteLlm(file, with);
    if (!update)
        qFatal("%s", qPrintable(update.error().detail));
    return update->text;
}

} // namespace

// config.yaml of LiteLLM, read as a catalog and brought up to date without losing what a person wrote in it.
class LiteLlmFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsReadAsACatalog()
    {
        const QList<Alias> read = catalog();
        QCOMPARE(read.size(), 2);
        const Alias &fast = read.first();
        QCOMPARE(fast.routes.size(), 2);
        QCOMPARE(fast.routes.first().upstream, u"openai"_s);
        QCOMPARE(fast.routes.first().model, u"openai/gpt-5-mini"_s);
        QCOMPARE(fast.routes.first().weight, 3);
        QCOMPARE(fast.routes.last().upstream, u"https://eu.example/v1"_s);
        QCOMPARE(fast.price.inputNanos, 150'000'000);
        QCOMPARE(fast.price.outputNanos, 600'000'000);
        QCOMPARE(fast.contextTokens, 128'000);
        QCOMPARE(fast.families, QStringList{u"chat"_s});
        QCOMPARE(fast.fallbacks, QStringList{u"old"_s});
        QCOMPARE(fast.strategy, u"weighted"_s);
    }

    void theSameCatalogLeavesEveryByte() { QCOMPARE(updated(catalog()), file); }

    void onlyTheValueThatDiffersIsWrittenAnew()
    {
        QList<Alias> now = catalog();
        now[0].routes[0].weight = 10;
        now[0].routes[0].price = {200'000'000, 600'000'000, {}, {}};
        now[0].contextTokens = 64'000;
        const QByteArray got = updated(now);
        QVERIFY2(got.contains("weight: 10 # was 5"), got.constData());
        QVERIFY2(got.contains("input_cost_per_token: 2.0e-7\n"), got.constData());
        QVERIFY2(got.contains("max_input_tokens: 64000"), got.constData());
        QVERIFY(got.contains("# pinned by OPS-7") && got.contains("# Cheap and quick."));
    }

    void aFieldThatIsNotThereIsAddedBesideTheModel()
    {
        QList<Alias> now = catalog();
        now[0].routes[1].weight = 4;
        const QByteArray got = updated(now);
        QVERIFY2(got.contains("      model: azure/mini-eu\n      weight: 4\n"), got.constData());
    }

    void aRouteThatIsGoneTakesItsEntryAndLeavesTheNextOnesRemark()
    {
        QList<Alias> now = catalog();
        now[0].routes.removeLast();
        const QByteArray got = updated(now);
        QVERIFY2(!got.contains("mini-eu"), got.constData());
        QVERIFY(got.contains("  # Old; ends in spring.\n  - model_name: old"));
        now.removeLast();
        QVERIFY(!updated(now).contains("gpt-4"));
    }

    void aNewRouteIsAnEntryAtTheEndOfTheList()
    {
        QList<Alias> now = catalog();
        Route route;
        route.upstream = u"anthropic"_s;
        route.model = u"sonnet"_s;
        route.weight = 2;
        now[0].routes << route;
        const auto update = workspace::updatedLiteLlm(file, now);
        QVERIFY(update);
        QVERIFY2(update->text.contains("  - model_name: \"fast\"\n"), update->text.constData());
        QVERIFY(update->text.contains("model: \"anthropic/sonnet\""));
        QVERIFY(update->text.indexOf("sonnet") < update->text.indexOf("router_settings"));
        QCOMPARE(update->missing.size(), 1); // its key
        QCOMPARE(workspace::aliasesOf(*workspace::readLiteLlm(update->text)).first().routes.size(), 3);
    }

    void routesOfAnotherGatewayAreFoundByProviderAndModel()
    {
        QList<Alias> now = catalog();
        now[0].routes[0].model = u"gpt-5-mini"_s; // as the Test gateway calls it
        now[0].routes[0].weight = 9;
        QVERIFY(updated(now).contains("weight: 9 # was 5"));
    }

    void fallbacksInOneLineAreWritten()
    {
        QList<Alias> now = catalog();
        now[0].fallbacks = QStringList{u"old"_s, u"older"_s};
        QVERIFY(updated(now).contains("- fast: [\"old\", \"older\"] # the last resort"));
        now[1].fallbacks = QStringList{u"fast"_s};
        QCOMPARE(workspace::updatedLiteLlm(file, now)->missing.size(), 1);
    }

    void whatCannotBeReadIsNamedWithItsLine()
    {
        const auto wrong =
            workspace::readLiteLlm("model_list:\n  - model_name: a\n    litellm_params:\n      weight: 1\n");
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().detail.contains(u"model is missing"_s), qPrintable(wrong.error().detail));
        QVERIFY(!workspace::readLiteLlm("model_list:\n  - model_name: a\n"));
        QVERIFY(!workspace::readLiteLlm("model_list: [1, 2]\n"));
        QVERIFY(!workspace::readLiteLlm("model_list: {\n"));
        QVERIFY(!workspace::updatedLiteLlm("router_settings: {}\n", {}));
    }

    void entriesInOneLineAreChangedWhereTheyCanBe()
    {
        const QByteArray flow = "model_list:\n  - {model_name: a, litellm_params: {model: openai/x, weight: 2}}\n";
        QList<Alias> now = workspace::aliasesOf(workspace::readLiteLlm(flow).value());
        now[0].routes[0].weight = 5;
        auto update = workspace::updatedLiteLlm(flow, now);
        QVERIFY(update);
        QVERIFY2(update->text.contains("weight: 5}"), update->text.constData());
        now[0].price.inputNanos = 1'000'000'000;
        update = workspace::updatedLiteLlm(flow, now);
        QCOMPARE(update->missing.size(), 1);
    }
};

QTEST_GUILESS_MAIN(LiteLlmFileTest)
#include "tst_litellm_file.moc"
