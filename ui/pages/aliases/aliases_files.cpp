// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "changes/plan.h"
#include "pages/aliases/aliases_page.h"
#include "pages/navigation.h"
#include "pages/separated_file.h"
#include "pages/words.h"
#include "workspace/plan_file.h"
#include <QFile>
#include <QFileDialog>

using namespace Qt::StringLiterals;

// The catalog as a file, and a file that says how the catalog should be.
namespace pages {

void AliasesPage::exportCatalog()
{
    const QString name = u"catalog-%1.json"_s.arg(m_session.state().profile.name);
    auto *dialog = new QFileDialog(this, tr("Export the catalog"), name, tr("Catalog (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &AliasesPage::saveCatalog);
    dialog->open();
}

void AliasesPage::saveCatalog(const QString &path)
{
    const QList<Alias> &catalog = m_catalog.state().aliases;
    const Result<> written = writeText(path, QString::fromUtf8(aliases::canonical(catalog)));
    if (!written)
        return m_navigation.toast(whyOf(written.error()));
    const QString count = tr("%Ln alias(es)", nullptr, int(catalog.size()));
    m_navigation.toast(tr("%1 written to %2").arg(count, path));
}

void AliasesPage::choosePlan()
{
    const QString kinds = tr("Plan or catalog (*.yaml *.yml *.json)");
    auto *dialog = new QFileDialog(this, tr("Compare with a plan"), {}, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AliasesPage::stagePlan);
    dialog->open();
}

// A catalog file declares each of its aliases whole.
static Result<changes::Plan> planIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Input, u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray text = file.readAll();
    if (path.endsWith(".json"_L1)) {
        const auto catalog = aliases::readCatalog(text);
        return catalog ? changes::planOf({}, *catalog)
                       : Result<changes::Plan>(tl::unexpected<Failure>(catalog.error()));
    }
    const auto plan = workspace::readPlan(text);
    if (!plan)
        return fail(FailureKind::Input, plan.error().text());
    return *plan;
}

// Aliases alone: keys are promoted by gwctl plan apply. What the file does not name stays.
void AliasesPage::stagePlan(const QString &path)
{
    auto plan = planIn(path);
    if (!plan)
        return m_navigation.toast(tr("The file cannot be used: %1").arg(plan.error().detail));
    plan->keys.clear();
    if (plan->aliases.isEmpty())
        return m_navigation.toast(tr("The file declares no aliases."));
    const auto diff = changes::diffOf({}, *plan, {}, m_catalog.state().aliases);
    if (!diff || diff->rows.isEmpty())
        return m_navigation.toast(tr("Nothing differs: the catalog is as the file says."));
    QList<changes::Edit> edits;
    for (const changes::PlanRow &row : diff->rows)
        edits << row.change;
    m_session.changes().restage(edits);
    m_navigation.toast(tr(
        "Staged: %Ln change(s). Nothing is sent before you apply the set under Changes.", nullptr, int(edits.size())));
}

} // namespace pages
