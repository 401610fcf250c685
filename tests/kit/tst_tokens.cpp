// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/contrast.h"
#include "kit/palette.h"
#include "kit/status.h"
#include "kit/tokens.h"
#include <QTest>

using namespace kit;
using namespace Qt::StringLiterals;

// Every pair of colours that meets on the screen, in all palettes.
class TestTokens final : public QObject
{
    Q_OBJECT

private:
    static QString hex(const QColor &color) { return color.name().toUpper(); }

    static void demand(const QColor &front, const QColor &ground, double least)
    {
        const double found = contrast(front, ground);
        QVERIFY2(found >= least,
            qPrintable(u"%1 on %2 has %3, needs %4"_s.arg(hex(front), hex(ground)).arg(found, 0, 'f', 2).arg(least)));
    }

    static QList<QColor> textGrounds(const Tokens &t) { return {t.sunken, t.surface, t.raised, t.hover, t.accentSoft}; }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("high contrast") << Scheme::HighContrast;
    }

    void textIsReadable()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        const double least = scheme == Scheme::HighContrast ? 7 : 4.5;
        for (const QColor &ground : textGrounds(t)) {
            demand(t.text, ground, 7);
            demand(t.muted, ground, least);
        }
        for (const QColor &soft : {t.okSoft, t.warnSoft, t.badSoft, t.infoSoft, t.demoSoft}) {
            demand(t.text, soft, 7);
            demand(t.muted, soft, 4.5);
        }
    }

    void statesAreReadable()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (int i = 0; i <= int(Status::Locked); ++i) {
            const auto status = Status(i);
            demand(inkOf(t, status), softOf(t, status), 4.5);
            for (const QColor &ground : {t.raised, t.surface, t.hover, t.accentSoft})
                demand(inkOf(t, status), ground, 4.5);
        }
    }

    void fillsCarryTheirText()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        demand(t.onAccent, t.accentFill, 4.5);
        for (const QColor &fill : {t.development, t.staging, t.production})
            demand(t.onEnvironment, fill, 4.5);
    }

    void controlsAndFocusStandOut()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (const QColor &ground : {t.sunken, t.surface, t.raised})
            for (const QColor &mark : {t.edge, t.focus, t.accent, t.accentFill})
                demand(mark, ground, 3);
    }

    void seriesStandOutFromTheCard()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (const QColor &series : t.series)
            demand(series, t.raised, 3);
    }

    void seriesStayApartForEverySight()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (size_t i = 0; i < t.series.size(); ++i)
            for (size_t j = 0; j < i; ++j)
                for (const Sight sight : {Sight::Usual, Sight::Protan, Sight::Deutan}) {
                    const double found = distance(seenBy(sight, t.series[i]), seenBy(sight, t.series[j]));
                    const double least = i < 8 ? 9 : 8;
                    QVERIFY2(found >= least,
                        qPrintable(
                            u"series %1 and %2, sight %3: %4"_s.arg(i).arg(j).arg(int(sight)).arg(found, 0, 'f', 1)));
                }
    }

    void environmentsStayApartForEverySight()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (const Sight sight : {Sight::Usual, Sight::Protan, Sight::Deutan}) {
            QVERIFY(distance(seenBy(sight, t.production), seenBy(sight, t.development)) > 9);
            QVERIFY(distance(seenBy(sight, t.production), seenBy(sight, t.staging)) > 9);
        }
    }

    void heatRisesEvenly()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        for (size_t i = 2; i < t.heat.size(); ++i)
            QVERIFY(contrast(t.heat[i], t.raised) > contrast(t.heat[i - 1], t.raised));
    }

    void paletteCarriesTheTokens()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        const Tokens &t = tokens(scheme);
        const QPalette palette = paletteOf(t);
        QCOMPARE(palette.color(QPalette::WindowText), t.text);
        QCOMPARE(palette.color(QPalette::PlaceholderText), t.muted);
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText), t.faint);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
