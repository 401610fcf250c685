// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/add_sheet.h"
#include "gateway/address.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/pane_row.h"
#include "kit/sheet.h"
#include "pages/connections/add_form.h"
#include "pages/connections/import_card.h"
#include "pages/connections/probe_view.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "secrets/references.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
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
        , m_probe(workspace.clock())
        , m_view(m_probe, workspace.clock())
    {
        buildBody();
        buildFoot();
        connect(form, &AddForm::edited, this, &Adding::judge);
        connect(form, &AddForm::lookWanted, this, &Adding::look);
        connect(form, &AddForm::pasted, this, [this](const QString &text) { preview(text.toUtf8()); });
        connect(form, &AddForm::fileWanted, this, &Adding::chooseFile);
        connect(&m_view, &ProbeView::testWanted, this, &Adding::test);
        connect(&m_probe, &Observable::changed, this, &Adding::follow);
        connect(&workspace, &workspace::Workspace::changed, this, &Adding::answer);
        judge();
    }

private:
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
        connect(cancel, &QPushButton::clicked, m_sheet, &QObject::deleteLater);
        connect(m_sheet, &kit::Sheet::closeWanted, m_sheet, &QObject::deleteLater);
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
        m_save->setEnabled(m_form->complete() && m_wanted.isEmpty());
        const auto why = refusals(draft, m_workspace.state().profiles);
        m_reason->setText(why.isEmpty() ? outlook(draft) : why.first());
        m_reason->setAccessibleName(m_reason->text());
    }
    QString outlook(const ConnectionDraft &draft) const
    {
        const QString verdict = m_view.verdict();
        if (!verdict.isEmpty() || !draft.kind.isEmpty())
            return verdict;
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
        return now == then && m_form->adminKey() == m_tested->adminKey && m_form->dataKey() == m_tested->dataKey;
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
        m_probe.look(profile);
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

    // A key that is not kept here is read for the test as it will be for each use.
    static Secret keyOf(const Secret &key, const QString &reference)
    {
        if (!key.isEmpty() || reference.isEmpty())
            return key;
        const QString name = reference.section(u':', 1);
        const auto read = reference.startsWith(u"env:"_s) ? secrets::fromEnvironment(name) : secrets::fromFile(name);
        return read.value_or(Secret());
    }
    void test()
    {
        const Profile profile = m_form->profile();
        m_tested = {profile, m_form->adminKey(), m_form->dataKey(), {}};
        m_probe.tryOut({profile, keyOf(m_form->adminKey(), profile.adminKeyRef),
            keyOf(m_form->dataKey(), profile.dataKeyRef), {}});
    }

    void chooseFile()
    {
        auto *dialog = new QFileDialog(
            m_sheet->window(), say(QT_TRANSLATE_NOOP("pages::connections", "Import a connection from a file")));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                preview(file.read(workspace::largestImport + 1));
            else
                refuse(file.errorString());
        });
        dialog->open();
    }
    void preview(const QByteArray &text)
    {
        auto read = workspace::readConnections(text);
        if (!read)
            return refuse(read.error());
        auto *card = new ImportCard(std::move(*read));
        connect(card, &ImportCard::taken, this, [this](const workspace::ImportedConnection &connection) {
            m_form->fill(connection);
            putOnTop(nullptr);
        });
        connect(card, &ImportCard::discarded, this, [this] { putOnTop(nullptr); });
        putOnTop(card);
    }
    void refuse(const QString &why)
    {
        auto *notice = new kit::Notice(
            kit::Status::Warn, say(QT_TRANSLATE_NOOP("pages::connections", "Nothing was imported")), why);
        notice->addCloseButton();
        putOnTop(notice);
    }
    // One at a time: a preview, or why there is none.
    void putOnTop(QWidget *widget)
    {
        if (m_top) {
            m_top->hide();
            m_top->deleteLater(); // it may be the one that speaks
        }
        m_top = widget;
        if (widget)
            m_sheet->body()->insertWidget(0, widget);
    }

    void save()
    {
        const Profile profile = m_form->profile();
        m_wanted = profile.name;
        m_save->setEnabled(false);
        m_probe.stop();
        m_workspace.addProfile(profile, m_form->takeAdminKey(), m_form->takeDataKey());
    }
    void answer()
    {
        if (m_wanted.isEmpty())
            return;
        const workspace::Workspace::State &state = m_workspace.state();
        const auto kept = [this](const Profile &profile) { return profile.name == m_wanted; };
        if (std::any_of(state.profiles.cbegin(), state.profiles.cend(), kept))
            return m_sheet->deleteLater();
        if (!state.failure)
            return;
        m_wanted.clear();
        putOnTop(failureNotice(
            say(QT_TRANSLATE_NOOP("pages::connections", "The connection was not saved")), *state.failure));
        judge();
    }

    workspace::Workspace &m_workspace;
    AddForm *m_form;
    kit::Sheet *m_sheet;
    workspace::ConnectionProbe m_probe;
    ProbeView m_view;
    QPushButton *m_save = nullptr;
    QLabel *m_reason = nullptr;
    QWidget *m_top = nullptr;
    std::optional<workspace::ConnectionProbe::Question> m_tested; // what the last test was made with
    QUrl m_lookedAt;
    bool m_seen = true; // the last detection was followed
    QString m_wanted; // name of the profile on its way; empty: none
};

} // namespace

kit::Sheet *openAddSheet(workspace::Workspace &workspace, Navigation &navigation, const QString &address)
{
    auto *sheet = new kit::Sheet(say(QT_TRANSLATE_NOOP("pages::connections", "Add connection")),
        say(QT_TRANSLATE_NOOP("pages::connections", "Nothing is sent before you ask for it; what is sent only reads.")),
        navigation.frame());
    auto *form = new AddForm(workspace.state().profiles, address);
    new Adding(workspace, form, sheet);
    sheet->setWidth(sheetWidth);
    sheet->open();
    return sheet;
}

} // namespace pages
