// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/hand_over.h"
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class HandOverTest : public QObject
{
    Q_OBJECT

private slots:
    void aVariableIsNamedAfterItsKey()
    {
        QCOMPARE(keys::variableOf(u"checkout-prod 2"_s), u"CHECKOUT_PROD_2_KEY"_s);
        QCOMPARE(keys::variableOf(u"my-key"_s), u"MY_KEY"_s);
        QCOMPARE(keys::variableOf(u"4ü"_s), u"_4__KEY"_s);
    }

    void everyClientHasATextThatNamesTheVariableOnly()
    {
        const auto all = keys::handOvers(u"a"_s, QUrl(u"http://gw.test/v1/"_s), u"fast"_s);
        const QStringList pasted{u"kubernetes"_s, u"cherry-studio"_s}; // there the key is asked for
        QStringList ids;
        for (const keys::HandOver &each : all) {
            ids << each.id;
            QVERIFY2(each.text.contains(u"http://gw.test"_s), qPrintable(each.title));
            QVERIFY2(each.text.contains(u"A_KEY"_s) || pasted.contains(each.id), qPrintable(each.title));
            QVERIFY2(!each.text.contains(u"{base}"_s) && !each.text.contains(u"{alias}"_s)
                    && !each.text.contains(u"{variable}"_s) && !each.text.contains(u"{name}"_s),
                qPrintable(each.text));
        }
        QCOMPARE(ids,
            (QStringList{u"env"_s, u"shell"_s, u"powershell"_s, u"python"_s, u"node"_s, u"curl"_s, u"compose"_s,
                u"kubernetes"_s, u"github"_s, u"codex"_s, u"claude-code"_s, u"cherry-studio"_s}));
    }

    void aClientThatAddsTheVersionIsToldTheRoot()
    {
        for (const auto &each : keys::handOvers(u"a"_s, QUrl(u"http://gw.test/v1"_s), u"fast"_s)) {
            if (each.id == u"claude-code"_s)
                QVERIFY2(each.text.contains(u"\"http://gw.test\""_s), qPrintable(each.text));
            if (each.id == u"cherry-studio"_s) // with a slash at its end it adds chat/completions only
                QVERIFY2(each.text.contains(u"http://gw.test/v1/\n"_s), qPrintable(each.text));
        }
    }

    void theWayBackIsKeptWhereAnOldValueIsReplaced()
    {
        for (const auto &each : keys::handOvers(u"a"_s, QUrl(u"http://gw.test/v1"_s), u"fast"_s))
            if (QStringList{u"env"_s, u"shell"_s, u"powershell"_s, u"kubernetes"_s, u"codex"_s, u"cherry-studio"_s}
                    .contains(each.id))
                QVERIFY2(each.text.contains(u"way back"_s), qPrintable(each.text));
    }

    void nothingOfANameIsTakenForAProgram()
    {
        const QUrl url(u"http://gw.test/$(id)`id`;id/v1"_s);
        for (const auto &each : keys::handOvers(u"a$(id)\"`"_s, url, u"fast\"; $(id) `id` {base}\n- x"_s)) {
            static const QRegularExpression bad(u"\\$\\(id|`id|;id"_s);
            QVERIFY2(!bad.match(each.text).hasMatch(), qPrintable(each.text));
        }
    }
};

QTEST_GUILESS_MAIN(HandOverTest)
#include "tst_hand_over.moc"
