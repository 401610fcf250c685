// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"
#include "kit/diff_view.h"
#include "kit/table.h"
#include "pages/changes/changes_page.h"
#include "pages/edit_words.h"
#include "pages/navigation.h"
#include "pages/secret_sheet.h"
#include "pages/separated_file.h"
#include "pages/words.h"
#include "workspace/plan_file.h"
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What a person does to the chosen set, and the secrets that come of it.
namespace pages {

void ChangesPage::takeOut()
{
    const changes::Step *step = currentStep();
    if (!step || !m_takeOut->isEnabled())
        return;
    const changes::Edit edit = step->wanted;
    m_service.unstage(m_chosen.state().wanted, step->place);
    m_navigation.toast(
        tr("Taken out of the set: %1").arg(titleOf(edit)), tr("Undo"), [this, edit] { m_service.stage({edit}); });
}

// What was not sent can be staged again.
void ChangesPage::drop()
{
    const auto &set = m_chosen.state().set;
    if (!set)
        return;
    QList<changes::Edit> edits;
    for (const changes::Step &step : set->steps)
        if (step.state == changes::StepState::Pending || step.state == changes::StepState::Failed)
            edits << step.wanted;
    m_service.drop(set->id);
    m_wanted = 0;
    m_navigation.toast(
        tr("Discarded: change set #%1").arg(set->id), tr("Undo"), [this, edits] { m_service.stage(edits); });
}

void ChangesPage::copyDifference()
{
    const changes::Step *step = currentStep();
    if (!step)
        return;
    QStringList lines;
    for (const kit::DiffLine &line : linesOf(step->wanted, m_place.zone)) {
        const QString sign = line.side == kit::Side::Removed ? u"-"_s : line.side == kit::Side::Added ? u"+"_s : u" "_s;
        lines << sign + line.text;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void ChangesPage::exportPlan()
{
    const QString name = u"plan-%1.yaml"_s.arg(m_session.state().profile.name);
    auto *dialog = new QFileDialog(this, tr("Export the plan"), name, tr("YAML (*.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ChangesPage::savePlan);
    dialog->open();
}

// The set as it is when the place is chosen: it may have changed meanwhile.
void ChangesPage::savePlan(const QString &path)
{
    const QList<Key> &keys = m_session.keys().state().keys;
    const auto &set = m_chosen.state().set;
    const auto plan = changes::planOf(set ? changes::keysAfter(keys, *set) : keys);
    const Result<> written =
        plan ? writeText(path, workspace::writePlan(*plan)) : Result<>(tl::unexpected<Failure>(plan.error()));
    if (!written)
        return m_navigation.toast(whyOf(written.error()));
    const QString count = tr("%Ln key(s)", nullptr, int(plan->keys.size()));
    m_navigation.toast(tr("%1 written to %2; gwctl plan apply makes another gateway so").arg(count, path));
}

// Each is shown once, one after the other.
void ChangesPage::showSecrets()
{
    if (m_service.state().issued.isEmpty() || m_service.state().working != 0)
        return;
    m_secrets << m_service.takeSecrets();
    nextSecret();
}

void ChangesPage::nextSecret()
{
    if (m_secret || m_secrets.isEmpty())
        return;
    workspace::ChangeService::Issued next = m_secrets.takeFirst();
    const QList<Alias> &all = m_session.state().aliases;
    const QString any = all.isEmpty() ? u"…"_s : all.first().name;
    const QString alias = next.key.aliases.isEmpty() ? any : next.key.aliases.first();
    SecretSheet::Issued issued{std::move(next.secret), next.key, alias, {}};
    m_secret = new SecretSheet(std::move(issued), m_place, m_lease, m_navigation.frame());
    connect(m_secret, &SecretSheet::smokeWanted, this, [this] { m_navigation.open(u"smoke"_s); });
    connect(m_secret, &QObject::destroyed, this, [this] {
        m_secret = nullptr;
        nextSecret();
    });
}

} // namespace pages
