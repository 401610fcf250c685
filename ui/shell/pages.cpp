// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/aliases_page.h"
#include "pages/changes/changes_page.h"
#include "pages/gateway/gateway_page.h"
#include "pages/keys/keys_entry.h"
#include "pages/overview/overview_page.h"
#include "pages/requests/requests_page.h"
#include "pages/smoke/smoke_page.h"
#include "pages/usage/usage_page.h"
#include "shell/catalog.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace shell {

using kit::Glyph;

static QString say(const char *text)
{
    return QCoreApplication::translate("shell::pages", text);
}

template<typename Page>
static pages::Page *make(workspace::Workspace &workspace, pages::Navigation &navigation)
{
    return new Page(workspace, navigation);
}

// One line per page. A page of a later issue joins with its line.
QList<PageLine> catalog()
{
    const QString watch = say(QT_TRANSLATE_NOOP("shell::pages", "Watch"));
    const QString prove = say(QT_TRANSLATE_NOOP("shell::pages", "Prove"));
    const QString machine = say(QT_TRANSLATE_NOOP("shell::pages", "This machine"));
    const QString manage = say(QT_TRANSLATE_NOOP("shell::pages", "Manage"));
    return {
        {u"overview"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Overview")), Glyph::Overview, watch,
            make<pages::OverviewPage>, {}},
        {u"usage"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Usage")), Glyph::Usage, watch, make<pages::UsagePage>,
            {{u"export"_s, Glyph::Download, say(QT_TRANSLATE_NOOP("shell::pages", "Export usage…")), {}}}},
        {u"requests"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Requests")), Glyph::Requests, watch,
            make<pages::RequestsPage>,
            {{u"pause"_s, Glyph::Pause, say(QT_TRANSLATE_NOOP("shell::pages", "Pause new requests")), {}}}},
        {u"keys"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Keys")), Glyph::Keys, manage, pages::newKeysPage,
            {{u"create"_s, Glyph::Add, say(QT_TRANSLATE_NOOP("shell::pages", "Create key…")), {}},
                {u"reveal"_s, Glyph::Reveal,
                    say(QT_TRANSLATE_NOOP("shell::pages", "Reveal the secret of the chosen key…")), {}},
                {u"review"_s, Glyph::Evidence, say(QT_TRANSLATE_NOOP("shell::pages", "Review who holds which key")),
                    {}},
                {u"prove"_s, Glyph::Lock, say(QT_TRANSLATE_NOOP("shell::pages", "Prove that a key is refused…")), {}},
                {u"revoke"_s, Glyph::Warn, say(QT_TRANSLATE_NOOP("shell::pages", "Revoke every key of an owner…")), {}},
                {u"gone"_s, Glyph::Delete, say(QT_TRANSLATE_NOOP("shell::pages", "Keys that are gone…")), {}}}},
        {u"aliases"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Aliases")), Glyph::Aliases, manage,
            make<pages::AliasesPage>,
            {{u"create"_s, Glyph::Add, say(QT_TRANSLATE_NOOP("shell::pages", "New alias…")), {}}}},
        {u"changes"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Changes")), Glyph::Changes, manage,
            make<pages::ChangesPage>, {}},
        {u"smoke"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Smoke tests")), Glyph::Smoke, prove, make<pages::SmokePage>,
            {{u"run"_s, Glyph::Play, say(QT_TRANSLATE_NOOP("shell::pages", "Run the chosen smoke tests")), {}},
                {u"stop"_s, Glyph::Stop, say(QT_TRANSLATE_NOOP("shell::pages", "Stop the smoke run")), {}}}},
        {u"gateway"_s, say(QT_TRANSLATE_NOOP("shell::pages", "Test gateway")), Glyph::Gateway, machine,
            make<pages::GatewayPage>, {}},
    };
}

} // namespace shell
