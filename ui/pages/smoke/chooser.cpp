// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/chooser.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/list_picker.h"
#include "smoke/check.h"
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr int fewAliases = 12;
enum Group { Checks, Aliases };

static QStandardItem *heading(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(kit::font(kit::Type::Strong));
    return item;
}

static QStandardItem *box(const QString &text, const QString &id, bool checked)
{
    auto *item = new QStandardItem(text);
    item->setData(id, Qt::UserRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    return item;
}

SmokeChooser::SmokeChooser(const QString &kind)
    : m_tree(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_picker(new kit::ListPicker(tr("Aliases")))
    , m_search(new QWidget(this))
    , m_unknown(new QWidget(this))
    , m_why(kit::paragraph({}))
    , m_typed(new QLineEdit)
{
    build();
    fillChecks(kind);
    connect(m_model, &QStandardItemModel::itemChanged, this, &SmokeChooser::changed);
    connect(m_picker, &kit::ListPicker::changed, this, &SmokeChooser::changed);
    connect(m_typed, &QLineEdit::textChanged, this, &SmokeChooser::changed);
}

void SmokeChooser::build()
{
    m_tree->setObjectName(u"choose"_s);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Checks and aliases to run"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemsExpandable(false);
    m_tree->setRootIsDecorated(false);
    m_picker->setObjectName(u"aliases"_s);
    QVBoxLayout *column = kit::plainColumn(this);
    column->addWidget(m_tree, 1);
    auto *inset = new QVBoxLayout(m_search);
    inset->setContentsMargins(kit::space::l, 0, kit::space::l, kit::space::m);
    inset->addWidget(m_picker);
    column->addWidget(m_search, 2);
    m_search->hide();
    m_typed->setObjectName(u"typedAliases"_s);
    m_typed->setAccessibleName(tr("Aliases to run"));
    m_typed->setPlaceholderText(tr("for example fast-chat, code-review"));
    auto *below = new QVBoxLayout(m_unknown);
    below->setContentsMargins(kit::space::l, 0, kit::space::l, kit::space::m);
    below->setSpacing(kit::space::s);
    below->addWidget(m_why);
    below->addWidget(m_typed);
    below->addStretch(1);
    column->addWidget(m_unknown, 2);
}

void SmokeChooser::fillChecks(const QString &kind)
{
    QStandardItem *group = heading(tr("Checks"));
    m_model->appendRow(group);
    for (const smoke::Check *check : smoke::checks()) {
        if (check->apart || !smoke::isAbout(*check, kind))
            continue;
        const QString id = smoke::idOf(*check);
        group->appendRow(box(id + u' ' + smoke::titleOf(*check), id, !check->optional));
    }
    m_tree->expandAll();
}

// The field stands right below its heading: the tree is then only as tall as its lines.
void SmokeChooser::showUnknown(bool unknown)
{
    int lines = 2;
    for (int group = 0; group < m_model->rowCount(); ++group)
        lines += group == Checks ? m_model->item(group)->rowCount() : 0;
    m_tree->setMaximumHeight(unknown ? lines * m_tree->sizeHintForRow(0) + kit::space::s : QWIDGETSIZE_MAX);
    m_unknown->setVisible(unknown);
}

void SmokeChooser::offer(const QList<Alias> &aliases, bool answered)
{
    m_why->setText(answered ? tr("The gateway tells no aliases. Type the names of those to call, with commas between.")
                            : tr("The aliases show once the gateway answers. Until then, type the names of those to "
                                 "call, with commas between."));
    showUnknown(aliases.isEmpty());
    QStringList names;
    for (const Alias &alias : aliases)
        names << alias.name;
    if (names == m_names && m_offered)
        return;
    const QStringList before = this->aliases();
    m_names = names;
    fillAliases(names, m_offered && !before.isEmpty() ? before : names.mid(0, 1));
    m_offered = m_offered || !names.isEmpty();
    emit changed();
}

void SmokeChooser::fillAliases(const QStringList &names, const QStringList &chosen)
{
    const bool few = names.size() <= fewAliases;
    m_model->removeRows(Aliases, m_model->rowCount() - 1);
    if (names.isEmpty()) {
        m_model->appendRow(heading(tr("Aliases")));
        return m_search->hide();
    }
    QStandardItem *group = heading(few ? tr("Aliases") : tr("Aliases, one or more below"));
    for (const QString &name : few ? names : QStringList())
        group->appendRow(box(name, name, chosen.contains(name)));
    m_model->appendRow(group);
    m_tree->expandAll();
    m_search->setVisible(!few);
    if (few)
        return;
    QList<kit::PickItem> items;
    for (const QString &name : names)
        items << kit::PickItem{name, {}};
    m_picker->setItems(items);
    m_picker->setChosen(chosen);
}

QStringList SmokeChooser::checkedBelow(int group) const
{
    QStringList ids;
    const QStandardItem *parent = m_model->item(group);
    for (int row = 0; parent && row < parent->rowCount(); ++row)
        if (parent->child(row)->checkState() == Qt::Checked)
            ids << parent->child(row)->data(Qt::UserRole).toString();
    return ids;
}

static QStringList split(const QString &typed)
{
    QStringList names;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts))
        if (const QString name = part.trimmed(); !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

QStringList SmokeChooser::checks() const
{
    return checkedBelow(Checks);
}

QStringList SmokeChooser::aliases() const
{
    if (m_names.isEmpty())
        return split(m_typed->text());
    return m_names.size() <= fewAliases ? checkedBelow(Aliases) : m_picker->chosen();
}

QString SmokeChooser::reason() const
{
    const QStringList chosen = checks();
    if (chosen.isEmpty())
        return tr("Choose a check.");
    const bool aboutAliases = chosen.size() > 1 || chosen.first() != u"T00";
    if (!aboutAliases || !aliases().isEmpty())
        return {};
    return m_names.isEmpty() ? tr("Type an alias.") : tr("Choose an alias.");
}

} // namespace pages
