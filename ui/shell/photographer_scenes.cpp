// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog_service.h"
#include "base/wait.h"
#include "gateway/facets.h"
#include "keys/key_service.h"
#include "kit/segmented.h"
#include "kit/sheet.h"
#include "net/qt_http.h"
#include "pages/page.h"
#include "shell/catalog.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include "shell/photographer.h"
#include "shell/photographer_hands.h"
#include "smoke/run_service.h"
#include "workspace/change_service.h"
#include "workspace/live_workspace.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

// What a page shows only after a person did something: forms, a sheet, a run under way; those of the keys stand apart.
namespace shell {

// The views of a page behind its first one.
Task<> Photographer::views(Scene scene, QString page, QString control, QStringList names)
{
    m_window->resize(scene.size);
    putToastsAway(*m_window);
    m_window->open(page);
    for (int at = 0; at < names.size(); ++at) {
        if (auto *views = find<kit::Segmented>(*m_window, control)) {
            views->setCurrent(at + 1);
            emit views->chosen(at + 1);
        }
        co_await settle(1200);
        take(scene, page + u'-' + names.at(at));
    }
}

Task<> Photographer::aliasForms(Scene scene)
{
    m_window->resize(scene.size);
    m_window->open(u"aliases"_s);
    if (auto *views = find<kit::Segmented>(*m_window, u"aliasView"_s)) {
        views->setCurrent(0);
        emit views->chosen(0);
    }
    co_await settle(500);
    m_window->perform(u"aliases"_s, u"create"_s);
    type(*m_window, u"aliasPriceIn"_s, u"cheap"_s);
    click(*m_window, u"addRoute"_s);
    co_await settle(400);
    take(scene, u"aliases-new-refused"_s);
    click(*m_window, u"cancelAlias"_s);
    act(*m_window, u"editAlias"_s);
    type(*m_window, u"routeWeight"_s, u"30"_s);
    type(*m_window, u"aliasPriceIn"_s, u"0.20"_s);
    if (auto *down = find<QComboBox>(*m_window, u"downChoice"_s))
        down->setCurrentIndex(1);
    co_await settle(600);
    take(scene, u"aliases-edit"_s);
    m_window->stack().current()->back();
    co_await settle(200);
    take(scene, u"aliases-leave"_s);
    m_window->stack().current()->back();
    click(*m_window, u"stageAlias"_s);
    co_await settle(900);
    take(scene, u"aliases-staged"_s);
    putToastsAway(*m_window);
    act(*m_window, u"removeAlias"_s);
    co_await settle(600);
    take(scene, u"aliases-remove"_s);
    click(*m_window, u"cancelAlias"_s);
    click(*m_window, u"takeOutAlias"_s);
    co_await settle(500);
}

// On the ports of the test gateway: its admin port shows signs, its data port refuses the key.
Task<> Photographer::connectSheet(Scene scene)
{
    m_window->resize(scene.size);
    m_window->open(u"overview"_s);
    const auto &urls = m_live->testGateway().state();
    m_window->addConnection({});
    co_await settle(200);
    take(scene, u"connect-empty"_s);
    type(*m_window, u"address"_s, u"https://gateway.example/llm/v1/chat/completions"_s);
    co_await settle(200);
    take(scene, u"connect-typed"_s);
    type(*m_window, u"address"_s, urls.adminUrl.adjusted(QUrl::RemovePath).toString());
    click(*m_window, u"look"_s);
    co_await settle(1500);
    take(scene, u"connect-recognised"_s);
    type(*m_window, u"address"_s, urls.dataUrl.toString() + u"/chat/completions"_s);
    type(*m_window, u"key"_s, u"sk-EXAMPLE-of-nobody"_s);
    click(*m_window, u"look"_s);
    co_await settle(1500);
    click(*m_window, u"test"_s);
    co_await settle(1500);
    take(scene, u"connect"_s);
    type(*m_window, u"address"_s,
        u"LITELLM_BASE_URL=https://gw.acme.example/llm/v1/\nLITELLM_MASTER_KEY=sk-EXAMPLE-0000-7788\n"
        "LITELLM_API_KEY=$TEAM_KEY\nDEBUG=1\n"_s);
    co_await settle(300);
    take(scene, u"connect-import"_s);
    click(*m_window, u"importTake"_s);
    co_await settle(300);
    take(scene, u"connect-taken"_s);
    type(*m_window, u"address"_s, u"https://router.flatkey.example/v1"_s);
    auto *kinds = m_window->findChild<QComboBox *>(u"kind"_s);
    kinds->setCurrentIndex(kinds->findData(u"newapi"_s));
    click(*m_window, u"signInFold"_s);
    click(*m_window, u"advanced"_s);
    co_await settle(300);
    take(scene, u"connect-sign-in"_s);
    for (auto *sheet : m_window->findChildren<kit::Sheet *>())
        emit sheet->closeWanted();
}

// A change of each kind, of what the demo has.
static QList<changes::Edit> someEdits(const workspace::Session &session, const QList<Key> &keys)
{
    QList<changes::Edit> edits;
    for (const Key &key : keys) {
        changes::Change change{key, key};
        if (key.name == "support-bot"_L1 && !key.budgets.isEmpty())
            change.after->budgets.first().nanos *= 2;
        else if (key.name == "ci-review"_L1)
            change.after->enabled = false;
        else if (key.name == "hackathon"_L1)
            change.after.reset();
        else
            continue;
        edits << change;
    }
    for (const Alias &alias : session.state().aliases.first(qMin<qsizetype>(1, session.state().aliases.size()))) {
        changes::AliasChange change{alias, alias};
        change.after->price.inputNanos = alias.price.inputNanos.value_or(0) + 50'000'000;
        edits << change;
    }
    return edits;
}

Task<> Photographer::changeSets(Scene scene)
{
    putToastsAway(*m_window);
    workspace::Session &session = *m_live->session();
    const QList<changes::Edit> edits = someEdits(session, session.keys().state().keys);
    workspace::ChangeService::Heading heading;
    heading.title = u"Budgets of the spring"_s;
    heading.reason = u"OPS-2291"_s;
    const auto staged = co_await session.changes().staged(edits, 0, heading);
    if (!staged)
        qWarning("no change set for the pictures");
    m_window->resize(scene.size);
    m_window->open(u"changes"_s);
    co_await settle(1500);
    take(scene, u"changes-set"_s);
    m_window->open(u"overview"_s);
    co_await settle(500);
    take(scene, u"overview-pending"_s);
    m_window->open(u"changes"_s);
    co_await settle(500);
    click(*m_window, u"applySet"_s);
    co_await settle(2000);
    take(scene, u"changes-applied"_s);
    const QStringList rest{u"all"_s, u"journal"_s};
    co_await views(scene, u"changes"_s, u"changesView"_s, rest);
}

Task<> Photographer::many(Scene scene)
{
    gateway::Keys &keys = *m_live->live()->admin().keys();
    for (int i = 0; i < 5'000; ++i) {
        Key wanted;
        wanted.name = u"team-%1-service-%2"_s.arg(i % 40).arg(i, 4, 10, QChar(u'0'));
        wanted.passport.owner = u"team-%1"_s.arg(i % 40);
        const auto made = co_await keys.create(wanted);
        if (!made)
            qWarning("a key of the crowd was not made");
    }
    gateway::Aliases &aliases = *m_live->live()->admin().aliases();
    for (int i = 0; i < 500; ++i) {
        Alias wanted;
        wanted.name = u"team-%1-model-%2"_s.arg(i % 40).arg(i, 3, 10, QChar(u'0'));
        wanted.routes << Route{u"scripted"_s, u"test-echo"_s};
        const Alias none;
        const auto made = co_await aliases.write(none, wanted);
        if (!made)
            qWarning("an alias of the crowd was not made");
    }
    m_live->session()->keys().refresh();
    m_live->session()->catalog().refresh();
    net::QtHttp http;
    net::Request call;
    call.url = QUrl(m_live->testGateway().state().dataUrl.toString() + u"/models"_s);
    for (int i = 0; i < 2'000; ++i)
        const auto answer = co_await http.send(call); // refused: without a key
    co_await settle(1500);
    for (const PageLine &line : catalog()) {
        const QString page = line.id;
        m_window->open(page);
        co_await settle(700);
        take(scene, page);
    }
}

Task<> Photographer::refused(Scene scene)
{
    m_window->open(u"keys"_s, u"shop-assistant"_s);
    co_await settle(300);
    click(*m_window, u"toggleKey"_s);
    co_await settle(1200);
    take(scene, u"keys"_s);
    m_window->open(u"gateway"_s);
    m_live->testGateway().start(m_silent.serverPort());
    co_await settle(700);
    take(scene, u"gateway"_s);
}

static bool running(workspace::LiveWorkspace &live)
{
    return live.session()->smoke().state().running;
}
static bool idle(workspace::LiveWorkspace &live)
{
    return !live.session()->smoke().state().running;
}

// On the scenario models: one that is slow, one that breaks off.
Task<> Photographer::smokeRuns(Scene scene)
{
    m_window->resize(scene.size);
    m_window->open(u"smoke"_s);
    const QStringList slow{u"test-slow"_s};
    const QStringList streaming{u"T01"_s, u"T03a"_s};
    m_live->session()->runSmoke(streaming, slow);
    co_await until(running);
    co_await settle(2600);
    take(scene, u"smoke-running"_s);
    co_await until(idle);
    co_await settle(300);
    const QStringList cut{u"test-cut"_s};
    m_live->session()->runSmoke({}, cut);
    co_await until(running);
    co_await until(idle);
    co_await settle(500);
    take(scene, u"smoke-failed"_s);
    if (auto *which = find<QAbstractItemView>(*m_window, u"suite"_s))
        which->setCurrentIndex(which->model()->index(0, 0, which->model()->index(1, 0)));
    co_await settle(300);
    take(scene, u"smoke-chosen"_s);
}

} // namespace shell
