// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_line.h"
#include "base/clock.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/popover.h"
#include "pages/words.h"
#include "shell/ground.h"
#include "shell/request_budget.h"
#include "shell/task_list.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace shell {

using namespace kit;
using workspace::Session;

// Quiet, caption-sized and focusable: readers have no other way to a line that changes by itself.
static QPushButton *word(const QString &objectName)
{
    QPushButton *made = button(QString(), Role::Quiet);
    made->setFont(font(Type::Caption));
    made->setFixedHeight(qMax(20, made->fontMetrics().height() + 4));
    made->setFocusPolicy(Qt::TabFocus);
    made->setObjectName(objectName);
    return made;
}

StatusLine::StatusLine(workspace::Workspace &workspace)
    : m_workspace(workspace)
    , m_tasks(new TaskList(workspace, this))
    , m_connection(word(u"connectionState"_s))
    , m_sync(word(u"syncState"_s))
    , m_budget(word(u"requestBudget"_s))
    , m_work(word(u"work"_s))
    , m_commands(word(u"commands"_s))
{
    build();
    m_commands->setText(tr("Commands  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    connect(m_commands, &QPushButton::clicked, this, &StatusLine::paletteWanted);
    connect(m_connection, &QPushButton::clicked, this, [this] {
        if (m_workspace.session())
            m_workspace.session()->check();
    });
    connect(m_sync, &QPushButton::clicked, this, [this] {
        if (m_workspace.session())
            m_workspace.session()->sync().sync();
    });
    connect(m_budget, &QPushButton::clicked, this, &StatusLine::openBudget);
    connect(m_work, &QPushButton::clicked, this, &StatusLine::openTasks);
    connect(m_tasks, &TaskList::changed, this, &StatusLine::showState);
    connect(&m_age, &QTimer::timeout, this, &StatusLine::showState);
    m_age.start(5000);
    showState();
}

void StatusLine::build()
{
    auto *ground = new Ground(&Tokens::surface, Qt::TopEdge);
    plainColumn(this, 0)->addWidget(ground);
    auto *line = new QHBoxLayout(ground);
    line->setContentsMargins(space::xs, 1, space::xs, 0);
    line->setSpacing(0);
    line->addWidget(m_connection);
    line->addWidget(m_sync);
    line->addWidget(m_budget);
    line->addStretch(1);
    line->addWidget(m_work);
    line->addWidget(m_commands);
    setFixedHeight(qMax(26, fontMetrics().height() + 8));
}

static void tell(QPushButton *where, const QIcon &sign, const QString &text, const QString &hint)
{
    where->setIcon(sign);
    where->setIconSize(QSize(iconSide() - 2, iconSide() - 2));
    where->setText(text);
    where->setToolTip(hint);
    where->setAccessibleName(text);
    where->setAccessibleDescription(hint);
}

static void tell(QPushButton *where, Glyph glyph, Ink color, const QString &text, const QString &hint)
{
    tell(where, icon(glyph, color), text, hint);
}

void StatusLine::showState()
{
    setVisible(m_workspace.session());
    if (!m_workspace.session())
        return;
    showConnection();
    showSync();
    showBudget();
    const int running = int(m_tasks->work().size());
    m_work->setText(tr("%n task(s)", nullptr, running));
    m_work->setVisible(running > 0);
}

void StatusLine::showConnection()
{
    const Session::State &state = m_workspace.session()->state();
    const QString again = tr("Check the connection now");
    switch (state.reach) {
    case Session::Reach::Connected: {
        const QString time =
            state.roundTripMs ? tr("Connected, %1 ms").arg(QLocale().toString(*state.roundTripMs)) : tr("Connected");
        return tell(m_connection, Glyph::Ok, Ink::Ok, time, again);
    }
    case Session::Reach::Offline: {
        const auto synced = m_workspace.session()->sync().state().syncedAt;
        return tell(m_connection, Glyph::Offline, Ink::Warn,
            synced ? tr("Offline, data as of %1").arg(pages::clock(*synced)) : tr("Offline"), again);
    }
    case Session::Reach::Checking:
        return tell(m_connection, Glyph::Running, Ink::Info, tr("Connecting…"), again);
    case Session::Reach::Unknown:
        return tell(m_connection, Glyph::Unknown, Ink::Muted, tr("Not checked yet"), again);
    }
}

void StatusLine::showSync()
{
    usage::SyncService &sync = m_workspace.session()->sync();
    const usage::SyncService::State &state = sync.state();
    const QString now = tr("Read new usage now");
    m_sync->setVisible(sync.supported());
    if (state.running)
        return tell(
            m_sync, Glyph::Running, Ink::Info, tr("Syncing, %1 rows").arg(QLocale().toString(state.rowsThisTime)), now);
    const QString at = state.syncedAt ? pages::clock(*state.syncedAt) : QString();
    if (state.failure)
        return tell(m_sync, Glyph::Warn, Ink::Warn,
            state.syncedAt ? tr("Sync failed, rows of %1").arg(at) : tr("Sync failed"), now);
    tell(m_sync, QIcon(), state.syncedAt ? tr("Synced %1").arg(at) : tr("Never synced"), now);
}

void StatusLine::showBudget()
{
    const BudgetWords words = budgetWords(m_workspace.session()->requestBudget());
    m_budget->setVisible(!words.text.isEmpty());
    tell(m_budget, words.waits ? icon(Glyph::Warn, Ink::Warn) : QIcon(), words.text, words.hint);
}

void StatusLine::openBudget()
{
    auto *popover = new Popover(tr("Calls left"), paragraph(m_budget->toolTip(), Ink::Text), window());
    popover->openAt(m_budget);
}

void StatusLine::openTasks()
{
    auto *popover = new Popover(tr("Background work"), m_tasks->newView(), window());
    popover->openAt(m_work);
}

} // namespace shell
