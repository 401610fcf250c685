// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands.h"
#include "keys/key_service.h"
#include "pages/page.h"
#include "secrets/vaults.h"
#include "shell/catalog.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include "shell/tray_gauge.h"
#include "usage/left_to_spend.h"
#include "workspace/workspace.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

// An id is a word, a colon and its object: "page:keys", "verb:keys/create", "key:NAME", "profile:ID", "window:help", "look:dark", "lock:15".
namespace shell {

using kit::Command;
using kit::Glyph;

static QString native(const QString &portable)
{
    return QKeySequence(portable).toString(QKeySequence::NativeText);
}

static QString say(const char *text)
{
    return QCoreApplication::translate("shell::commands", text);
}

static QList<Command> pageCommands()
{
    QList<Command> verbs;
    QList<Command> places;
    int number = 1;
    for (const PageLine &page : catalog()) {
        for (const Verb &verb : page.verbs)
            verbs << Command{
                u"verb:"_s + page.id + u'/' + verb.id, verb.glyph, verb.title, page.title, native(verb.shortcut)};
        places << Command{u"page:"_s + page.id, page.glyph, page.title,
            say(QT_TRANSLATE_NOOP("shell::commands", "Page")), native(u"Ctrl+%1"_s.arg(number++))};
    }
    return verbs + places;
}

static QList<Command> windowCommands()
{
    return {
        {u"window:refresh"_s, Glyph::Refresh, say(QT_TRANSLATE_NOOP("shell::commands", "Refresh")),
            say(QT_TRANSLATE_NOOP("shell::commands", "This page")), native(u"F5"_s)},
        {u"window:add"_s, Glyph::Add, say(QT_TRANSLATE_NOOP("shell::commands", "Add connection…")), {}, {}},
        {u"window:facts"_s, Glyph::Evidence,
            say(QT_TRANSLATE_NOOP("shell::commands", "What becomes of prompts and answers…")),
            say(QT_TRANSLATE_NOOP("shell::commands", "This connection")), {}},
        {u"window:help"_s, Glyph::Help, say(QT_TRANSLATE_NOOP("shell::commands", "Help on this page")), {},
            native(u"F1"_s)},
    };
}

static QList<Command> lookCommands()
{
    const QString kind = say(QT_TRANSLATE_NOOP("shell::commands", "Look"));
    return {
        {u"look:"_s, Glyph::Settings, say(QT_TRANSLATE_NOOP("shell::commands", "Look as the desktop")), kind, {}},
        {u"look:light"_s, Glyph::Settings, say(QT_TRANSLATE_NOOP("shell::commands", "Light look")), kind, {}},
        {u"look:dark"_s, Glyph::Settings, say(QT_TRANSLATE_NOOP("shell::commands", "Dark look")), kind, {}},
        {u"look:contrast"_s, Glyph::Settings, say(QT_TRANSLATE_NOOP("shell::commands", "High contrast look")), kind,
            {}},
    };
}

// Of a vault file that a person opened.
static QList<Command> vaultCommands(workspace::Workspace &workspace)
{
    if (!workspace.vaults().lockable())
        return {};
    QList<Command> all{
        {u"window:lock"_s, Glyph::Lock, say(QT_TRANSLATE_NOOP("shell::commands", "Lock the vault now")), {}, {}}};
    const QString kind = say(QT_TRANSLATE_NOOP("shell::commands", "Vault"));
    for (const int minutes : {5, 15, 60})
        all << Command{u"lock:%1"_s.arg(minutes), Glyph::Settings,
            QCoreApplication::translate(
                "shell::commands", "Lock the vault after %n minute(s) without input", nullptr, minutes),
            kind, {}};
    all << Command{u"lock:0"_s, Glyph::Settings,
        say(QT_TRANSLATE_NOOP("shell::commands", "Never lock the vault by itself")), kind, {}};
    return all;
}

// Where the open connection has nothing but a key, and the desktop a tray.
static QList<Command> trayCommands(workspace::Workspace &workspace)
{
    if (!workspace.session()->leftToSpend().ownKey() || !TrayGauge::trayIsThere())
        return {};
    return {{u"window:tray"_s, Glyph::Usage,
        say(QT_TRANSLATE_NOOP("shell::commands", "Show or hide what the key has left in the tray")), {}, {}}};
}

QList<Command> commandsOf(workspace::Workspace &workspace)
{
    QList<Command> all = windowCommands() + lookCommands() + vaultCommands(workspace);
    if (!workspace.session())
        return all;
    all = pageCommands() + all + trayCommands(workspace);
    const auto &state = workspace.state();
    for (const Profile &profile : state.profiles)
        if (profile.id != state.current)
            all << Command{u"profile:"_s + profile.id, Glyph::Gateway, profile.name,
                say(QT_TRANSLATE_NOOP("shell::commands", "Switch to this connection")), {}};
    for (const Key &key : workspace.session()->keys().state().keys)
        all << Command{
            u"key:"_s + key.name, Glyph::Keys, key.name, say(QT_TRANSLATE_NOOP("shell::commands", "Key")), {}};
    return all;
}

void obey(MainWindow &window, const QString &id)
{
    const QString kind = id.section(u':', 0, 0);
    const QString object = id.section(u':', 1);
    if (kind == u"page"_s)
        window.open(object);
    else if (kind == u"verb"_s)
        window.perform(object.section(u'/', 0, 0), object.section(u'/', 1));
    else if (kind == u"key"_s)
        window.open(u"keys"_s, object);
    else if (kind == u"profile"_s)
        window.switchTo(object);
    else if (kind == u"look"_s)
        emit window.lookWanted(object);
    else if (kind == u"lock"_s)
        emit window.lockAfterWanted(object.toInt());
    else if (object == u"lock"_s)
        window.lockVault();
    else if (object == u"add"_s)
        window.addConnection();
    else if (object == u"facts"_s)
        window.openFacts();
    else if (object == u"tray"_s)
        emit window.trayWanted();
    else if (object == u"help"_s)
        window.openHelp();
    else if (pages::Page *page = window.stack().current())
        page->refresh();
}

} // namespace shell
