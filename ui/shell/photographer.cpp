// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/photographer.h"
#include "base/wait.h"
#include "pages/page.h"
#include "shell/catalog.h"
#include "shell/look.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include "smoke/run_service.h"
#include "store/store.h"
#include "usage/sync_service.h"
#include "workspace/live_workspace.h"
#include <QApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace shell {

using workspace::LiveWorkspace;

static void setTextSize(int points)
{
    QFont font(u"Noto Sans"_s);
    font.setPointSizeF(points);
    QApplication::setFont(font);
}

Photographer::Photographer(QString folder) : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    setTextSize(10);
    QApplication::setQuitOnLastWindowClosed(false);
    m_silent.listen(QHostAddress::LocalHost);
}

Photographer::~Photographer() = default;

void Photographer::start()
{
    m_task.run(everything());
}

void Photographer::dress(const QString &theme)
{
    kit::apply(*qApp, {schemeNamed(theme).value_or(kit::Scheme::Light), true});
}

void Photographer::renew()
{
    m_window.reset();
    m_live.reset();
    workspace::WorkspaceOptions options{m_data.filePath(QString::number(++m_dirs)), secrets::VaultKind::Session, true};
    m_live = std::make_unique<LiveWorkspace>(options);
    m_window = std::make_unique<MainWindow>(*m_live);
}

void Photographer::take(const Scene &scene, const QString &page)
{
    const QString state = scene.state.isEmpty() ? QString() : u'-' + scene.state;
    m_window->grab().save(m_folder + u'/' + scene.theme + u'-' + page + state + u".png"_s);
}

Task<> Photographer::settle(int milliseconds)
{
    co_await Pause(std::chrono::milliseconds(milliseconds));
}

Task<bool> Photographer::until(bool (*reached)(LiveWorkspace &))
{
    for (int turn = 0; turn < 400 && !reached(*m_live); ++turn)
        co_await settle(50);
    co_return reached(*m_live);
}

static bool connected(LiveWorkspace &live)
{
    return live.session() && live.session()->state().reach == workspace::Session::Reach::Connected;
}
static bool synced(LiveWorkspace &live)
{
    return live.session() && live.session()->sync().state().syncedAt && !live.session()->sync().state().running;
}
static bool ran(LiveWorkspace &live)
{
    return !live.session()->smoke().state().running && !live.session()->smoke().state().recent.isEmpty();
}
static bool offline(LiveWorkspace &live)
{
    return live.session() && live.session()->state().reach == workspace::Session::Reach::Offline;
}

// The demo as a person meets it: seeded, synced, with one smoke run behind it.
Task<> Photographer::openDemo()
{
    renew();
    workspace::GatewayWish wish;
    wish.seed = proxy::Seed::Demo;
    m_live->host().setWish(wish);
    m_window->resize(1440, 900);
    m_window->show();
    m_live->testGateway().start(0);
    m_live->begin();
    co_await until(connected);
    m_live->session()->sync().sync();
    co_await until(synced);
    const QStringList aliases = m_live->session()->state().aliases.isEmpty()
        ? QStringList()
        : QStringList{m_live->session()->state().aliases.first().name};
    m_live->session()->runSmoke({}, aliases);
    co_await until(ran);
    co_await settle(800);
}

Task<> Photographer::openEmpty()
{
    renew();
    m_window->resize(1440, 900);
    m_window->show();
    m_live->testGateway().start(0);
    m_live->begin();
    co_await until(connected);
    co_await until(synced);
}

Task<> Photographer::openSilent()
{
    renew();
    m_window->resize(1440, 900);
    m_window->show();
    Profile profile;
    profile.name = u"silent"_s;
    profile.kind = u"plain_openai"_s;
    profile.environment = Environment::Production;
    profile.dataUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_silent.serverPort()));
    co_await m_live->opened();
    m_live->addProfile(profile, {}, Secret("EXAMPLE"));
    co_await settle(700);
}

Task<> Photographer::eachPage(Scene scene)
{
    m_window->resize(scene.size);
    for (const PageLine &page : catalog()) {
        if (!scene.pages.isEmpty() && !scene.pages.contains(page.id))
            continue;
        m_window->open(page.id);
        co_await settle(700);
        take(scene, page.id);
    }
}

Task<> Photographer::failing(Scene scene)
{
    const auto away = [](sql::Database &db) {
        const auto usage = db.run("ALTER TABLE usage RENAME TO usage_away");
        return usage ? db.run("ALTER TABLE run RENAME TO run_away") : usage;
    };
    const auto back = [](sql::Database &db) {
        const auto usage = db.run("ALTER TABLE usage_away RENAME TO usage");
        return usage ? db.run("ALTER TABLE run_away RENAME TO run") : usage;
    };
    const auto gone = co_await m_live->store().write(away);
    for (const QString &page : {u"overview"_s, u"usage"_s, u"requests"_s}) {
        m_window->open(page);
        m_window->stack().current()->refresh();
        co_await settle(700);
        take(scene, page);
    }
    m_window->open(u"smoke"_s);
    const QStringList preflight{u"T00"_s};
    m_live->session()->runSmoke(preflight, {});
    co_await settle(2500);
    take(scene, u"smoke"_s);
    const auto again = co_await m_live->store().write(back);
    if (!gone || !again)
        qWarning("the store was not broken and mended for the pictures of errors");
}

Task<> Photographer::otherWays()
{
    dress(u"light"_s);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    co_await openDemo();
    Scene mirrored{u"rtl"_s, {}, {1440, 900}, {u"overview"_s, u"usage"_s, u"keys"_s, u"smoke"_s}};
    co_await eachPage(mirrored);
    co_await keyPassport(mirrored);
    co_await keyProof(mirrored);
    co_await keyRevocation(mirrored);
    co_await changeSets(mirrored);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    setTextSize(20);
    co_await openDemo();
    Scene large{u"text200"_s, {}, {1440, 900}, {u"overview"_s, u"usage"_s, u"keys"_s, u"smoke"_s}};
    co_await eachPage(large);
    co_await keyForms(large);
    co_await keyProof(large);
    co_await keyRevocation(large);
    setTextSize(10);
}

// What lies over the window.
Task<> Photographer::extras(Scene scene)
{
    m_window->resize(scene.size);
    m_window->open(catalog().first().id);
    m_window->openPalette();
    co_await settle(150);
    take(scene, u"palette"_s);
    m_window->open(catalog().first().id);
}

// The pages and their states, and what a person does to them.
Task<> Photographer::worked(QString theme)
{
    const QStringList gatewayViews{u"routes"_s, u"limits"_s};
    const QStringList aliasViews{u"checks"_s, u"history"_s, u"everywhere"_s};
    dress(theme);
    co_await openDemo();
    Scene usual{theme, {}, {1440, 900}};
    co_await eachPage(usual);
    Scene small{theme, u"1024x640"_s, {1024, 640}};
    co_await eachPage(small);
    co_await keyViews(usual);
    co_await keyReview(usual);
    co_await keyGuard(usual);
    co_await keyRotation(usual);
    co_await keyForms(usual);
    co_await keyPassport(usual);
    co_await keyProof(usual);
    co_await changeSets(usual);
    co_await views(usual, u"gateway"_s, u"view"_s, gatewayViews);
    co_await views(usual, u"aliases"_s, u"aliasView"_s, aliasViews);
    co_await aliasForms(small);
    co_await aliasForms(usual);
    co_await connectSheet(usual);
    co_await connectSheet(small);
    co_await keyRevocation(usual);
    co_await dataFacts(usual);
    co_await ownKey(usual);
    co_await openDemo();
}

// What is wrong, empty, much, or slow.
Task<> Photographer::troubled(QString theme)
{
    Scene error{theme, u"error"_s, {1440, 900}};
    m_window->resize(error.size);
    co_await failing(error);
    m_live->testGateway().stop();
    m_live->session()->check();
    co_await until(offline);
    Scene away{theme, u"offline"_s, {1440, 900}};
    co_await eachPage(away);
    co_await refused(error);
    Scene over{theme, {}, {1440, 900}};
    co_await extras(over);
    co_await openEmpty();
    Scene empty{theme, u"empty"_s, {1440, 900}};
    co_await eachPage(empty);
    Scene runs{theme, {}, {1440, 900}};
    co_await smokeRuns(runs);
    co_await openDemo();
    Scene crowd{theme, u"many"_s, {1440, 900}};
    co_await many(crowd);
    co_await openSilent();
    Scene waiting{theme, u"loading"_s, {1440, 900}};
    co_await eachPage(waiting);
}

Task<> Photographer::everything()
{
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        co_await worked(theme);
        co_await troubled(theme);
    }
    dress(u"contrast"_s);
    co_await openDemo();
    Scene contrast{u"contrast"_s, {}, {1440, 900}};
    co_await eachPage(contrast);
    co_await otherWays();
    speak(*qApp, u"en_XA"_s);
    dress(u"light"_s);
    co_await openDemo();
    Scene pseudo{u"light"_s, u"pseudo"_s, {1440, 900}};
    co_await eachPage(pseudo);
    m_window->close();
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace shell
