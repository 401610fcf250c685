// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connection_list.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/row_model.h"
#include "kit/status.h"
#include "kit/table.h"
#include "pages/words.h"
#include "secrets/vaults.h"
#include "workspace/workspace.h"
#include <QHeaderView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace shell {

namespace {

class ProfileRows final : public kit::RowModel<Profile>
{
public:
    explicit ProfileRows(const QString &current)
        : RowModel(
            {
                {QString(), [](const Profile &p) { return p.name; }, Qt::AlignLeft,
                    [current](const Profile &p, int role) {
                        return role == kit::cell::State ? QVariant(int(stateOf(p, current))) : QVariant();
                    }},
                {QString(), [](const Profile &p) { return pages::kindName(p.kind); }},
                {QString(), [](const Profile &p) { return pages::environmentName(p.environment); }},
            },
            [](const Profile &p) { return p.id; })
    {}

private:
    static kit::Status stateOf(const Profile &profile, const QString &current)
    {
        if (profile.id == current)
            return kit::Status::Ok;
        return profile.kind == u"embedded"_s ? kit::Status::Demo : kit::Status::Neutral;
    }
};

kit::Table *tableOf(const workspace::Workspace::State &state, QObject *owner)
{
    auto *rows = new ProfileRows(state.current);
    rows->setParent(owner);
    rows->apply(state.profiles);
    auto *table = new kit::Table(ConnectionList::tr("Connections"));
    table->setModel(rows);
    table->setItemDelegateForColumn(0, new kit::StatusCell(table));
    table->horizontalHeader()->hide();
    table->setWidths({0, 112, 88});
    table->setCompact();
    table->fitRows();
    if (rows->rowCount() > 0)
        table->setCurrentIndex(rows->index(0, 0));
    return table;
}

} // namespace

ConnectionList::ConnectionList(workspace::Workspace &workspace)
{
    QVBoxLayout *column = kit::plainColumn(this, kit::space::m);
    kit::Table *table = tableOf(workspace.state(), this);
    QPushButton *add = kit::button(kit::Glyph::Add, tr("Add connection…"));
    add->setObjectName(u"addConnection"_s);
    column->addWidget(table);
    QPushButton *facts = kit::button(tr("Prompts and answers…"));
    facts->setObjectName(u"connectionFacts"_s);
    facts->setToolTip(tr("What becomes of them on the way through the open connection"));
    QPushButton *lock = kit::button(kit::Glyph::Lock, tr("Lock the vault now"));
    lock->setObjectName(u"lockVault"_s);
    column->addWidget(kit::row({add, facts, lock, kit::spacer()}));
    facts->setVisible(workspace.session());
    lock->setVisible(workspace.vaults().lockable());
    connect(lock, &QPushButton::clicked, this, [this, &workspace] {
        workspace.vaults().lock();
        emit done();
    });
    setFocusProxy(table);
    const auto choose = [this](const QModelIndex &row) {
        emit chosen(row.data(kit::IdRole).toString());
        emit done();
    };
    connect(table, &QTableView::clicked, this, choose);
    connect(table, &QTableView::activated, this, choose);
    connect(add, &QPushButton::clicked, this, &ConnectionList::addWanted);
    connect(add, &QPushButton::clicked, this, &ConnectionList::done);
    connect(facts, &QPushButton::clicked, this, &ConnectionList::factsWanted);
    connect(facts, &QPushButton::clicked, this, &ConnectionList::done);
}

} // namespace shell
