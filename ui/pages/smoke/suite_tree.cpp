// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/suite_tree.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "kit/space.h"
#include "kit/type.h"
#include "pages/smoke/smoke_words.h"
#include <QHeaderView>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace pages {

using namespace smoke_words;
using smoke::Item;

SuiteTree::SuiteTree(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(0, 2, this))
{
    setObjectName(u"suite"_s);
    setModel(m_model);
    setAccessibleName(tr("Checks of this run"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(14);
    setUniformRowHeights(true);
    setItemDelegateForColumn(0, new kit::StatusCell(this));
    setItemDelegateForColumn(1, new kit::TextCell(this));
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->resizeSection(1, timeWidth());
}

// As much as "12.34 min" takes between the margins of a cell.
int SuiteTree::timeWidth() const
{
    return fontMetrics().horizontalAdvance(u"00.00 min"_s) + 2 * kit::space::m;
}

void SuiteTree::show(const QList<Item> &items)
{
    QStringList names;
    for (const Item &item : items)
        names << nameOf(item.report);
    if (names != m_names) {
        m_names = names;
        build(items);
    }
    for (int at = 0; at < items.size(); ++at)
        renew(at, items.at(at));
    count(items);
}

static QList<QStandardItem *> lineOf(int at)
{
    auto *name = new QStandardItem;
    name->setEditable(false);
    name->setData(at, Qt::UserRole);
    auto *time = new QStandardItem;
    time->setEditable(false);
    time->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return {name, time};
}

static QStandardItem *groupItem(const QString &name)
{
    auto *item = new QStandardItem(name);
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(kit::font(kit::Type::Strong));
    return item;
}

void SuiteTree::build(const QList<Item> &items)
{
    m_model->clear();
    m_model->setColumnCount(2);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->resizeSection(1, timeWidth());
    m_places.clear();
    QStringList groups;
    for (int at = 0; at < items.size(); ++at) {
        const QString name = groupOf(items.at(at).report.check);
        if (!groups.contains(name)) {
            groups << name;
            m_model->appendRow({groupItem(name), groupItem({})});
        }
        QStandardItem *group = m_model->item(int(groups.indexOf(name)));
        m_places << std::pair(int(groups.indexOf(name)), group->rowCount());
        group->appendRow(lineOf(at));
    }
    expandAll();
}

static QString timeOf(const Item &item)
{
    const auto total = item.report.totalMs;
    return item.progress == Item::Progress::Done && total ? kit::format::duration(*total) : QString();
}

static void set(QStandardItem *item, const QVariant &value, int role)
{
    if (item->data(role) != value) // each change repaints
        item->setData(value, role);
}

void SuiteTree::renew(int at, const Item &of)
{
    QStandardItem *group = m_model->item(m_places.at(at).first);
    QStandardItem *name = group->child(m_places.at(at).second, 0);
    const QString title = titleOf(of.report);
    const kit::Status status = smoke_words::statusOf(of);
    const QString word = of.progress == Item::Progress::Done ? wordOf(of.report.outcome)
        : of.progress == Item::Progress::Running             ? tr("running")
                                                             : tr("waiting");
    set(name, title, Qt::DisplayRole);
    set(name, of.report.alias, kit::cell::Note);
    set(name, int(status), kit::cell::State);
    set(name, tr("%1, %2").arg(fullTitleOf(of.report), word), Qt::AccessibleTextRole);
    set(name, fullTitleOf(of.report), Qt::ToolTipRole);
    set(group->child(m_places.at(at).second, 1), timeOf(of), Qt::DisplayRole);
}

void SuiteTree::count(const QList<Item> &items)
{
    QList<int> done(m_model->rowCount());
    for (int at = 0; at < items.size(); ++at)
        done[m_places.at(at).first] += items.at(at).progress == Item::Progress::Done;
    for (int group = 0; group < m_model->rowCount(); ++group)
        set(m_model->item(group), tr("%1 / %2").arg(done.at(group)).arg(m_model->item(group)->rowCount()),
            kit::cell::Note);
}

QModelIndex SuiteTree::indexOf(int item) const
{
    if (item < 0 || item >= m_places.size())
        return {};
    const auto [group, row] = m_places.at(item);
    return m_model->index(row, 0, m_model->index(group, 0));
}

int SuiteTree::chosen() const
{
    const QVariant item = currentIndex().siblingAtColumn(0).data(Qt::UserRole);
    return item.isValid() ? item.toInt() : -1;
}

void SuiteTree::choose(int item)
{
    if (item != chosen())
        setCurrentIndex(indexOf(item));
}

void SuiteTree::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QTreeView::currentChanged(now, before);
    if (now.row() != before.row() || now.parent() != before.parent())
        emit chosenChanged(chosen());
}

} // namespace pages
