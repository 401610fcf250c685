// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/look.h"
#include "shell/looks.h"
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QWidget>
#include <QWindow>

using namespace Qt::StringLiterals;
using kit::Scheme;

static QPalette palette(const QColor &ground, const QColor &text)
{
    QPalette out;
    out.setColor(QPalette::Window, ground);
    out.setColor(QPalette::WindowText, text);
    return out;
}

struct Kept
{
    QTemporaryDir dir;
    QSettings settings{dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
};

class LookTest : public QObject
{
    Q_OBJECT

private slots:
    void theDesktopsColoursTellTheScheme()
    {
        QCOMPARE(shell::schemeOf(palette(Qt::white, Qt::black)), Scheme::Light);
        QCOMPARE(shell::schemeOf(palette(QColor(0x30, 0x30, 0x30), QColor(0xee, 0xee, 0xee))), Scheme::Dark);
        QCOMPARE(shell::schemeOf(palette(Qt::black, Qt::white)), Scheme::HighContrast);
        QVERIFY(!shell::schemeNamed(u"purple"_s));
    }

    void aChangeOfTheDesktopIsFollowedWhileRunning()
    {
        Kept kept;
        QPalette desktop = palette(Qt::white, Qt::black);
        shell::Looks looks(*qApp, kept.settings, [&desktop] { return desktop; });
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QColor light = window.palette().color(QPalette::Window);
        desktop = palette(QColor(0x20, 0x20, 0x20), Qt::white);
        QEvent changed(QEvent::ThemeChange);
        QCoreApplication::sendEvent(window.windowHandle(), &changed);
        QCOMPARE(looks.scheme(), Scheme::Dark);
        QTRY_VERIFY(window.palette().color(QPalette::Window).lightness() < light.lightness());
    }

    void aChoiceIsKeptAndComesBeforeTheDesktop()
    {
        Kept kept;
        const auto desktop = [] { return palette(Qt::white, Qt::black); };
        {
            shell::Looks looks(*qApp, kept.settings, desktop);
            looks.choose(u"dark"_s);
            QCOMPARE(looks.scheme(), Scheme::Dark);
            QEvent changed(QEvent::ThemeChange);
            QCoreApplication::sendEvent(qApp, &changed);
            QCOMPARE(looks.scheme(), Scheme::Dark);
        }
        shell::Looks again(*qApp, kept.settings, desktop);
        QCOMPARE(again.scheme(), Scheme::Dark);
        again.hold(Scheme::HighContrast); // as --theme does
        QCOMPARE(again.scheme(), Scheme::HighContrast);
        QCOMPARE(again.chosen(), u"dark"_s);
        again.choose({});
        QCOMPARE(again.scheme(), Scheme::Light);
    }

    void askingForTheDesktopsColoursLeavesOurs()
    {
        Kept kept;
        shell::Looks looks(*qApp, kept.settings, [] { return palette(QColor(0x20, 0x20, 0x20), Qt::white); });
        const QColor own = QApplication::palette().color(QPalette::Window);
        shell::Looks::desktopPalette();
        QCOMPARE(QApplication::palette().color(QPalette::Window), own);
    }

    void theWindowComesBackWhereItWas()
    {
        Kept kept;
        {
            QWidget window;
            shell::rememberPlace(window, kept.settings);
            window.show();
            window.resize(620, 410);
            window.close();
        }
        QWidget again;
        shell::rememberPlace(again, kept.settings);
        QCOMPARE(again.size(), QSize(620, 410));
        QSettings broken(kept.dir.filePath(u"broken.ini"_s), QSettings::IniFormat);
        broken.setValue(u"window/geometry"_s, QByteArray("no geometry"));
        QWidget other;
        shell::rememberPlace(other, broken);
        QVERIFY(other.width() >= 700);
    }

    void pluralsAndTheTranslationAreSpoken()
    {
        const QLocale before;
        const QString folder = QCoreApplication::applicationDirPath() + u"/.."_s; // the programs carry them inside
        QVERIFY2(
            QFile::exists(folder + u"/gatewright_en_XA.qm"_s), "build gatewright first: it makes the translations");
        shell::speak(*qApp, u"en_XA"_s, folder);
        const QString calls =
            QCoreApplication::translate("pages::overview", "%Ln call(s) of today have no known cost", nullptr, 1);
        QVERIFY2(!calls.contains(u"(s)"_s), qPrintable(calls));
        const QString page = QCoreApplication::translate("pages::OverviewPage", "Overview");
        QVERIFY2(page != u"Overview"_s && page.size() > 8, qPrintable(page)); // the pseudo-locale
        for (QTranslator *each : qApp->findChildren<QTranslator *>())
            QCoreApplication::removeTranslator(each);
        QLocale::setDefault(before);
    }
};

QTEST_MAIN(LookTest)
#include "tst_look.moc"
