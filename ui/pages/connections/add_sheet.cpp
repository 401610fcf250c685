// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/add_sheet.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "pages/connections/add_form.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("pages::connections", text);
}

// Joins form, verbs and workspace for as long as the sheet is open.
class Adding final : public QObject
{
public:
    Adding(workspace::Workspace &workspace, AddForm *form, kit::Sheet *sheet)
        : QObject(sheet), m_workspace(workspace), m_form(form), m_sheet(sheet)
    {
        m_save = kit::button(say(QT_TRANSLATE_NOOP("pages::connections", "Save connection")), kit::Role::Primary);
        m_save->setObjectName(u"save"_s);
        QPushButton *cancel = kit::button(say(QT_TRANSLATE_NOOP("pages::connections", "Cancel")));
        m_reason = kit::elided({}, kit::Type::Body, kit::Ink::Muted);
        sheet->foot()->addWidget(m_reason, 1);
        sheet->foot()->addWidget(cancel);
        sheet->foot()->addWidget(m_save);
        connect(cancel, &QPushButton::clicked, sheet, &QObject::deleteLater);
        connect(sheet, &kit::Sheet::closeWanted, sheet, &QObject::deleteLater);
        connect(m_save, &QPushButton::clicked, this, &Adding::save);
        connect(form, &AddForm::edited, this, &Adding::judge);
        connect(&workspace, &workspace::Workspace::changed, this, &Adding::answer);
        judge();
    }

private:
    void judge()
    {
        m_save->setEnabled(m_form->complete() && m_wanted.isEmpty());
        const auto why = refusals(m_form->draft(), m_workspace.state().profiles);
        m_reason->setText(why.isEmpty() ? QString() : why.first());
        m_reason->setAccessibleName(m_reason->text());
    }
    void save()
    {
        m_wanted = profileOf(m_form->draft()).name;
        m_save->setEnabled(false);
        m_workspace.addProfile(profileOf(m_form->draft()), {}, m_form->takeKey());
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
        delete m_notice;
        m_notice =
            failureNotice(say(QT_TRANSLATE_NOOP("pages::connections", "The connection was not saved")), *state.failure);
        m_sheet->body()->insertWidget(0, m_notice);
        judge();
    }

    workspace::Workspace &m_workspace;
    AddForm *m_form;
    kit::Sheet *m_sheet;
    QPushButton *m_save;
    QLabel *m_reason;
    kit::Notice *m_notice = nullptr;
    QString m_wanted; // name of the profile on its way; empty: none
};

} // namespace

kit::Sheet *openAddSheet(workspace::Workspace &workspace, Navigation &navigation, const QString &address)
{
    auto *sheet = new kit::Sheet(say(QT_TRANSLATE_NOOP("pages::connections", "Add connection")),
        say(QT_TRANSLATE_NOOP("pages::connections", "Nothing is sent before you save it.")), navigation.frame());
    auto *form = new AddForm(workspace.state().profiles, address);
    sheet->body()->addWidget(form);
    new Adding(workspace, form, sheet);
    sheet->setWidth(620);
    sheet->open();
    return sheet;
}

} // namespace pages
