// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/process.h"
#include "shell/look.h"
#include "shell/looks.h"
#include "shell/main_window.h"
#include "shell/photographer.h"
#include "shell/tray_gauge.h"
#include "shell/vault_keeper.h"
#include "workspace/live_workspace.h"
#include "workspace/program_log.h"
#include <cstring>
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("main", text);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(words(QT_TRANSLATE_NOOP("main", "Admin console for AI API gateways.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"LINK"_s,
        words(QT_TRANSLATE_NOOP("main", "A gatewright:// link: opens the form of that connection, filled in.")),
        u"[LINK]"_s);
    parser.addOption({u"demo"_s,
        words(QT_TRANSLATE_NOOP("main",
            "Open the test gateway with invented usage, in a "
            "data folder of its own."))});
    parser.addOption({u"data-dir"_s, words(QT_TRANSLATE_NOOP("main", "Keep everything under this folder.")), u"DIR"_s});
    parser.addOption(
        {u"theme"_s, words(QT_TRANSLATE_NOOP("main", "light, dark or contrast; else as the desktop is.")), u"NAME"_s});
    parser.addOption({u"locale"_s,
        words(QT_TRANSLATE_NOOP("main", "Language and formats, such as de_DE; else the system's.")), u"NAME"_s});
    parser.addOption({u"screenshots"_s,
        words(QT_TRANSLATE_NOOP("main", "Write a picture of every page and state there, and end.")), u"DIR"_s});
}

QString dataDirOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"data-dir"_s))
        return parser.value(u"data-dir"_s);
    const QString usual = qEnvironmentVariable("GATEWRIGHT_HOME", workspace::usualDataDir());
    return parser.isSet(u"demo"_s) ? usual + u"/demo"_s : usual;
}

// A link may hold a key, and the command line of a program can be read by all others of its user: it is taken out there
// at once. Empty: none was given.
QString takeLink(int &argc, char **argv)
{
    QString link;
    int kept = 1;
    for (int at = 1; at < argc; ++at) {
        if (qstrnicmp(argv[at], "gatewright:", 11) != 0) {
            argv[kept++] = argv[at];
            continue;
        }
        link = QString::fromLocal8Bit(argv[at]);
        std::memset(argv[at], 'x', std::strlen(argv[at]));
    }
    argc = kept;
    argv[argc] = nullptr;
    return link;
}

int runWindow(QApplication &app, const QCommandLineParser &parser, const QString &link)
{
    const QString dataDir = dataDirOf(parser);
    workspace::LiveWorkspace live({.dataDir = dataDir, .vault = {}, .background = true});
    const auto log = workspace::openLog(dataDir, u"gatewright"_s, live.redactor(), true);
    workspace::GatewayWish wish;
    wish.seed = parser.isSet(u"demo"_s) ? proxy::Seed::Demo : proxy::Seed::Empty;
    live.host().setWish(wish);
    shell::Looks looks(app, live.settings());
    if (const auto given = shell::schemeNamed(parser.value(u"theme"_s)))
        looks.hold(*given);
    shell::MainWindow window(live);
    QObject::connect(&window, &shell::MainWindow::lookWanted, &looks, &shell::Looks::choose);
    QObject::connect(&window, &shell::MainWindow::beginWanted, &window, [&live] { live.begin(); });
    shell::TrayGauge tray(live, live.settings());
    QObject::connect(&window, &shell::MainWindow::trayWanted, &tray, &shell::TrayGauge::toggle);
    QObject::connect(&tray, &shell::TrayGauge::windowWanted, &window, [&window] {
        window.showNormal();
        window.raise();
        window.activateWindow();
    });
    shell::VaultKeeper keeper(app, live, live.settings());
    QObject::connect(&window, &shell::MainWindow::lockAfterWanted, &keeper, &shell::VaultKeeper::choose);
    shell::rememberPlace(window, live.settings());
    window.show();
    live.testGateway().start(live.testGateway().state().port);
    live.begin();
    if (!link.isEmpty())
        window.openLink(link);
    return QApplication::exec();
}

int takePictures(const QString &folder)
{
    shell::Photographer photographer(folder);
    photographer.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    secrets::guardProcess();
    const QString link = takeLink(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"Gatewright"_s);
    QApplication::setApplicationVersion(QStringLiteral(GW_VERSION));
    QApplication::setDesktopFileName(u"gatewright"_s);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    shell::speak(app, parser.value(u"locale"_s));
    if (parser.isSet(u"screenshots"_s))
        return takePictures(parser.value(u"screenshots"_s));
    return runWindow(app, parser, link);
}
