// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/scenarios.h"
#include <QFile>
#include <QRegularExpression>
#include <QTest>

// The help page of the Test gateway lists every scripted model, in the order of the table, and no other.
class ScenarioHelpTest : public QObject
{
    Q_OBJECT

private slots:
    void eachModelHasItsLine()
    {
        QStringList known;
        for (const proxy::scripted::Scenario &scenario : proxy::scripted::scenarios())
            known << QString::fromUtf8(scenario.name.data(), qsizetype(scenario.name.size()));
        QFile page(QStringLiteral(SOURCE_DIR "/resources/help/gateway.md"));
        QVERIFY(page.open(QFile::ReadOnly));
        static const QRegularExpression line(
            QStringLiteral("^\\| `(test-[^`]+)` \\| .{10,} \\| [a-z].* \\|$"), QRegularExpression::MultilineOption);
        QStringList listed;
        for (auto found = line.globalMatch(QString::fromUtf8(page.readAll())); found.hasNext();)
            listed << found.next().captured(1);
        QCOMPARE(listed, known);
    }
};

QTEST_APPLESS_MAIN(ScenarioHelpTest)
#include "tst_scenario_help.moc"
