// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/add_sheet.h"
#include "base/ids.h"
#include "gateway/address.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/pane_row.h"
#include "kit/sheet.h"
#include "pages/connections/add_form.h"
#include "pages/connections/import_door.h"
#include "pages/connections/probe_view.h"
#include "pages/connections/sign_in_fields.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "secrets/vaults.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

constexpr int sheetWidth = 1080;
constexpr int stackBelow = 760;

QString say(const char *text)
{
    return QCoreApplication::translate("pages::connections", text);
}

// Joins form, probe, verbs and workspace for as long as the sheet is open.
class Adding final : public QObject
{
public:
    Adding(workspace::Workspace &workspace, AddForm *form, kit::Sheet *sheet)
        : QObject(sheet)
        , m_workspace(workspace)
        , m_form(form)
        , m_sheet(sheet)
        , m_door(new ImportDoor(sheet))
        , m_id(newUlid(workspace.clock()))
        , m_probe(workspace.clock(), workspace::callsFolder(workspace.state().dataDir))
        , m_view(m_probe, workspace.clock())
        , m_signingIn(workspace.vaults(), workspace.clock(), workspace::callsFolder(workspace.state().dataDir))
    {
        buildBody();
        buildFoot();
        connect(form, &AddForm::edited, this, &Adding::judge);
        connect(form, &AddForm::lookWanted, this, &Adding::look);
        connect(form, &AddForm::pasted, m_door, [this](const QString &text) { m_door->preview(text.toUtf8()); });
        connect(form, &AddForm::fileWanted, m_door, &ImportDoor::chooseFile);
        connect(m_door, &ImportDoor::taken, form, &AddForm::fill);
        connect(&m_view, &ProbeView::testWanted, this, &Adding::test);
        connect(&m_probe, &Observable::changed, this, &Adding::follow);
        connect(&workspace, &workspace::Workspace::changed, this, &Adding::answer);
        listenToSignIn();
        judge();
    }

    ImportDoor &door() { return *m_door; }

private:
    void listenToSignIn()
    {
        SignInFields *fields = m_form->signIn();
        connect(fields, &SignInFields::passwordGiven, this, [this](const QString &user, const Secret &password) {
            m_signingIn.byPassword(draft(), m_form->draft().clientKeyPass, user, password);
        });
        connect(fields, &SignInFields::codeWanted, this,
            [this] { m_signingIn.byCode(draft(), m_form->draft().clientKeyPass); });
        connect(fields, &SignInFields::stopWanted, this, [this] { m_signingIn.stop(); });
        connect(&m_signingIn, &Observable::changed, this, &Adding::showSignIn);
        showSignIn();
    }
    void showSignIn()
    {
        const auto &state = m_signingIn.state();
        const Profile profile = m_form->profile();
        m_form->signIn()->tell(state, {{}, profile.name, profile.adminUrl});
        if (state.found && std::exchange(m_taken, state.found) != state.found)
            m_form->take(*state.found);
    }
    void buildBody()
    {
        auto *panes = new kit::PaneRow(stackBelow);
        panes->add(kit::stacked({m_form, m_view.signs(), m_view.offers(), kit::spacer()}, kit::space::m, 3), 1, 0);
        panes->add(
            kit::stacked({m_view.places(), m_view.steps(), m_view.fix(), kit::spacer()}, kit::space::m, 3), 1, 0);
        m_sheet->body()->addWidget(panes);
    }
    void buildFoot()
    {
        m_save = kit::button(say(QT_TRANSLATE_NOOP("pages::connections", "Save connection")), kit::Role::Primary);
        m_save->setObjectName(u"save"_s);
        QPushButton *cancel = kit::button(say(QT_TRANSLATE_NOOP("pages::connections", "Cancel")));
        m_reason = kit::elided({}, kit::Type::Body, kit::Ink::Muted);
        m_reason->setObjectName(u"reason"_s);
        m_sheet->foot()->addWidget(m_reason, 1);
        m_sheet->foot()->addWidget(cancel);
        m_sheet->foot()->addWidget(m_save);
        connect(cancel, &QPushButton::clicked, this, [this] { leave({}); });
        connect(m_sheet, &kit::Sheet::closeWanted, this, [this] { leave({}); });
        connect(m_save, &QPushButton::clicked, this, &Adding::save);
    }

    void judge()
    {
        const ConnectionDraft draft = m_form->draft();
        const bool own = draft.kind == "embedded"_L1; // whoever runs it says where it is
        const bool usable = !own && gateway::dataUrlOf(draft.address).isValid();
        for (QWidget *each : {m_view.signs(), m_view.places(), m_view.steps()})
            each->setVisible(!own);
        if (m_tested && !isTested())
            forgetTest();
        m_view.offers()->setVisible(!draft.kind.isEmpty());
        m_view.showDraft(m_form->profile(), usable);
        m_save->setEnabled(m_form->complete() && m_wanted.isEmpty() && !isForeignGateway(draft));
        const auto why = refusals(draft, m_workspace.state().profiles);
        m_reason->setText(why.isEmpty() ? outlook(draft) : why.first());
        m_reason->setAccessibleName(m_reason->text());
    }
    // Another data folder's: only whoever runs it has its admin key.
    bool isForeignGateway(const ConnectionDraft &draft) const
    {
        const auto &seen = m_probe.state().detection;
        return draft.kind.isEmpty() && seen && seen->adapter && qstrcmp(seen->adapter->id, "embedded") == 0
            && seen->dataUrl == m_form->profile().dataUrl;
    }
    QString outlook(const ConnectionDraft &draft) const
    {
        const QString verdict = m_view.verdict();
        if (!verdict.isEmpty() || !draft.kind.isEmpty())
            return verdict;
        if (isForeignGateway(draft))
            return say(QT_TRANSLATE_NOOP("pages::connections",
                "A test gateway cannot be added by its admin port: give the address for its clients, or open its data "
                "folder."));
        return say(QT_TRANSLATE_NOOP("pages::connections", "Its kind is not known; it is kept as OpenAI-compatible."));
    }

    // A test speaks of the addresses and keys it was made with.
    bool isTested() const
    {
        Profile now = m_form->profile();
        const Profile &then = m_tested->profile;
        now.name = then.name;
        now.environment = then.environment;
        now.readOnly = then.readOnly;
        return now == then && m_form->adminKey() == m_tested->adminKey && m_form->dataKey() == m_tested->dataKey
            && m_form->draft().clientKeyPass == m_tested->clientKeyPass;
    }
    void forgetTest()
    {
        m_tested.reset();
        m_probe.forgetTrial();
    }

    void look()
    {
        const Profile profile = m_form->profile();
        m_lookedAt = profile.dataUrl;
        m_probe.look(profile, m_form->draft().clientKeyPass);
    }

    void follow()
    {
        const auto &state = m_probe.state();
        m_form->setLooking(state.looking);
        if (state.looking)
            m_seen = false;
        else if (state.detection && !std::exchange(m_seen, true) && m_form->profile().dataUrl == m_lookedAt)
            m_form->follow(*state.detection);
        judge();
    }

    void test()
    {
        const Profile profile = m_form->profile();
        m_tested = {profile, m_form->adminKey(), m_form->dataKey(), {}, m_form->draft().clientKeyPass};
        m_trials.cancel();
        m_trials.run(testTask(*m_tested));
    }
    Task<> testTask(workspace::ConnectionProbe::Question question)
    {
        question.adminKey = co_await keyFor(question.adminKey, question.profile.adminKeyRef);
        question.dataKey = co_await keyFor(question.dataKey, question.profile.dataKeyRef);
        m_probe.tryOut(std::move(question));
    }
    // A key that is not kept here is read for the test as it will be for each use.
    Task<Secret> keyFor(Secret key, QString reference)
    {
        if (!key.isEmpty() || reference.isEmpty())
            co_return key;
        const auto read = co_await m_workspace.vaults().resolve(reference);
        co_return read.value_or(Secret());
    }

    // The connection as it will be kept; what lies in the vault already lies there under its id.
    Profile draft() const
    {
        Profile profile = m_form->profile();
        profile.id = m_id;
        return profile;
    }
    void save()
    {
        m_wanted = m_form->profile().name;
        m_save->setEnabled(false);
        m_probe.stop();
        m_signingIn.stop();
        m_saves.run(saveTask(draft()));
    }
    Task<> saveTask(Profile profile)
    {
        const Secret pass = m_form->takeClientKeyPass();
        const QString place = u"profile/%1/client-key"_s.arg(profile.id);
        Result<QString> kept;
        if (!pass.isEmpty())
            kept = co_await m_workspace.vaults().keep(place, pass);
        if (!kept)
            co_return refuse(kept.error());
        profile.clientKeyPassRef = *kept;
        m_references = {profile.adminKeyRef, profile.dataKeyRef};
        m_workspace.addProfile(profile, m_form->takeAdminKey(), m_form->takeDataKey());
    }
    void refuse(const Failure &failure)
    {
        m_wanted.clear();
        m_door->putOnTop(
            failureNotice(say(QT_TRANSLATE_NOOP("pages::connections", "The connection was not saved")), failure));
        judge();
    }
    void answer()
    {
        if (m_wanted.isEmpty())
            return;
        const workspace::Workspace::State &state = m_workspace.state();
        const auto kept = [this](const Profile &profile) { return profile.name == m_wanted; };
        if (std::any_of(state.profiles.cbegin(), state.profiles.cend(), kept))
            return leave(m_references);
        if (state.failure)
            refuse(*state.failure);
    }
    // What a sign-in obtained and no connection came to use is forgotten first.
    void leave(const QStringList &used)
    {
        m_wanted.clear();
        if (!m_signingIn.hasObtained())
            return m_sheet->deleteLater();
        m_sheet->hide();
        m_saves.run(leaveTask(used));
    }
    Task<> leaveTask(QStringList used)
    {
        co_await m_signingIn.keepOnly(used);
        m_sheet->deleteLater();
    }

    workspace::Workspace &m_workspace;
    AddForm *m_form;
    kit::Sheet *m_sheet;
    ImportDoor *m_door;
    const QString m_id; // of the connection to be
    workspace::ConnectionProbe m_probe;
    ProbeView m_view;
    workspace::SigningIn m_signingIn;
    QPushButton *m_save = nullptr;
    QLabel *m_reason = nullptr;
    std::optional<workspace::ConnectionProbe::Question> m_tested; // what the last test was made with
    QUrl m_lookedAt;
    bool m_seen = true; // the last detection was followed
    QString m_wanted; // name of the profile on its way; empty: none
    QStringList m_references; // its keys
    std::optional<Profile> m_taken; // what the last sign-in gave, in the form already
    TaskScope m_trials;
    TaskScope m_saves;
};

} // namespace

kit::Sheet *openAddSheet(workspace::Workspace &workspace, Navigation &navigation, const QString &address)
{
    auto *sheet = new kit::Sheet(say(QT_TRANSLATE_NOOP("pages::connections", "Add connection")),
        say(QT_TRANSLATE_NOOP(
            "pages::connections", "Nothing is sent before you ask for it. Recognise and Test only read.")),
        navigation.frame());
    const bool link = workspace::mayHoldConnections(address);
    auto *form = new AddForm(workspace.state().profiles, link ? QString() : address);
    auto *adding = new Adding(workspace, form, sheet);
    if (link)
        adding->door().take(address.toUtf8());
    sheet->setWidth(sheetWidth);
    sheet->open();
    return sheet;
}

} // namespace pages
