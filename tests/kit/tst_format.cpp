// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"
#include "kit/scale.h"
#include "kit/type.h"
#include <QGuiApplication>
#include <QTest>

using namespace kit;
using namespace Qt::StringLiterals;

class TestFormat final : public QObject
{
    Q_OBJECT

private:
    const QLocale m_english{QLocale::English, QLocale::UnitedStates};
    const QLocale m_german{QLocale::German, QLocale::Germany};
    static QString plain(QString text) { return text.replace(QChar(0x202F), u' ').replace(QChar(0xA0), u' '); }

private slots:
    void countsAreShortenedToThreeDigits()
    {
        QCOMPARE(plain(format::compact(9'999, m_english)), u"9,999"_s);
        QCOMPARE(plain(format::compact(12'345, m_english)), u"12.3 k"_s);
        QCOMPARE(plain(format::compact(999'600, m_english)), u"1.00 M"_s);
        QCOMPARE(plain(format::compact(1'790'000'000, m_german)), u"1,79 G"_s);
        QCOMPARE(plain(format::compact(-12'345, m_english)), u"-12.3 k"_s);
    }

    void smallMoneyKeepsItsDigits()
    {
        QCOMPARE(format::money(1'284'500'000'000, m_english), u"1,284.50"_s);
        QCOMPARE(format::money(4'200'000, m_english), u"0.0042"_s);
        QCOMPARE(format::money(46'000, m_english), u"0.000046"_s);
        QCOMPARE(format::money(1, m_english), u"0.000000001"_s);
        QCOMPARE(format::money(0, m_english), u"0.00"_s);
        QCOMPARE(plain(format::moneyWithCode(2'500'000'000, u"EUR"_s, m_german)), u"2,50 EUR"_s);
    }

    void durationsChooseTheirUnit()
    {
        QCOMPARE(plain(format::duration(842, m_english)), u"842 ms"_s);
        QCOMPARE(plain(format::duration(1'840, m_english)), u"1.84 s"_s);
        QCOMPARE(plain(format::duration(134'000, m_english)), u"2 min 14 s"_s);
    }

    void sharesAndChanges()
    {
        QCOMPARE(plain(format::percent(0.124, m_english)), u"12 %"_s);
        QCOMPARE(plain(format::percent(0.0042, m_english)), u"0.4 %"_s);
        QCOMPARE(plain(format::change(-0.05, m_english)), u"\u22125 %"_s);
    }

    void aPartIsNeverToldAsTheWholeNorAsNothing()
    {
        QCOMPARE(plain(format::percent(1, m_english)), u"100 %"_s);
        QCOMPARE(plain(format::percent(2003.0 / 2009, m_english)), u"99.7 %"_s);
        QCOMPARE(plain(format::percent(0.99999, m_english)), u"99.9 %"_s);
        QCOMPARE(plain(format::percent(1.00001, m_english)), u"100.1 %"_s);
        QCOMPARE(plain(format::percent(0, m_english)), u"0 %"_s);
        QCOMPARE(plain(format::percent(0.00001, m_english)), u"<0.1 %"_s);
    }

    void aMissingValueIsNotZero() { QCOMPARE(format::none(), u"\u2014"_s); }

    void ticksAreRoundAndCoverTheTop()
    {
        QCOMPARE(niceTicks(235, 5), (QList<double>{0, 50, 100, 150, 200, 250}));
        QVERIFY(niceTicks(19.7, 5).last() >= 19.7);
        QCOMPARE(niceTicks(0, 5), QList<double>{0});
        QCOMPARE(niceTicks(3, 5, true), (QList<double>{0, 1, 2, 3}));
        QCOMPARE(niceTicks(12, 5, true), (QList<double>{0, 5, 10, 15}));
    }

    void ticksSayTheDigitsOfTheirStepAndNoMore()
    {
        QCOMPARE(tickWords(niceTicks(0.117, 5)),
            (QStringList{u"0"_s, u"0.025"_s, u"0.050"_s, u"0.075"_s, u"0.100"_s, u"0.125"_s}));
        QCOMPARE(tickWords(niceTicks(3.9, 5)), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(tickWords(niceTicks(0.11, 3)), (QStringList{u"0"_s, u"0.05"_s, u"0.10"_s, u"0.15"_s}));
        QCOMPARE(plain(tickWords(niceTicks(48'000, 5)).last()), u"50.0 k"_s);
        QCOMPARE(tickWords(niceTicks(0, 5)), QStringList{u"0"_s});
    }

    void figuresLineUp()
    {
        QVERIFY(hasTabularFigures(figures(QGuiApplication::font())));
        QVERIFY(hasTabularFigures(font(Type::Figure)));
    }
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
