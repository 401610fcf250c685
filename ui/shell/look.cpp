// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/look.h"
#include "kit/contrast.h"
#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QTranslator>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace shell {

std::optional<kit::Scheme> schemeNamed(const QString &name)
{
    if (name == u"light"_s)
        return kit::Scheme::Light;
    if (name == u"dark"_s)
        return kit::Scheme::Dark;
    if (name == u"contrast"_s)
        return kit::Scheme::HighContrast;
    return {};
}

kit::Scheme schemeOf(const QPalette &desktop)
{
    const QColor ground = desktop.color(QPalette::Window);
    const QColor text = desktop.color(QPalette::WindowText);
    if (kit::contrast(ground, text) > 20.5 && ground.lightness() < 8)
        return kit::Scheme::HighContrast;
    return ground.lightness() < text.lightness() ? kit::Scheme::Dark : kit::Scheme::Light;
}

void speak(QCoreApplication &app, const QString &locale, const QString &folder)
{
    if (!locale.isEmpty())
        QLocale::setDefault(QLocale(locale));
    const QString program = folder + u"/gatewright_%1.qm"_s.arg(locale.isEmpty() ? u"en"_s : locale);
    auto *english = new QTranslator(&app); // plural forms, and what a translation lacks
    if (english->load(folder + u"/gatewright_en.qm"_s))
        app.installTranslator(english);
    auto *qt = new QTranslator(&app);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app.installTranslator(qt);
    auto *own = new QTranslator(&app);
    if (own->load(program) || own->load(QLocale(), u"gatewright"_s, u"_"_s, folder))
        app.installTranslator(own);
}

namespace {

class Place final : public QObject
{
public:
    Place(QWidget &window, QSettings &settings) : QObject(&window), m_window(window), m_settings(settings)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Close)
            m_settings.setValue("window/geometry"_L1, m_window.saveGeometry());
        return false;
    }

private:
    QWidget &m_window;
    QSettings &m_settings;
};

} // namespace

void rememberPlace(QWidget &window, QSettings &settings)
{
    const QByteArray kept = settings.value("window/geometry"_L1).toByteArray();
    if (kept.isEmpty() || !window.restoreGeometry(kept))
        window.resize(QSize(1440, 900).boundedTo(window.screen()->availableSize() * 0.94)); // with room for a frame
    new Place(window, settings);
}

} // namespace shell
