// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/task_list.h"
#include "base/clock.h"
#include "kit/format.h"
#include "smoke/run_service.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace shell {

TaskList::TaskList(workspace::Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    connect(&m_workspace, &workspace::Workspace::changed, this, &TaskList::follow);
    follow();
}

void TaskList::follow()
{
    if (workspace::Session *session = m_workspace.session()) {
        connect(session, &workspace::Session::changed, this, &TaskList::collect, Qt::UniqueConnection);
        connect(&session->sync(), &usage::SyncService::changed, this, &TaskList::collect, Qt::UniqueConnection);
        connect(&session->smoke(), &smoke::RunService::changed, this, &TaskList::collect, Qt::UniqueConnection);
    }
    collect();
}

static std::optional<kit::Work> workOf(const usage::SyncService::State &state)
{
    if (!state.running)
        return {};
    return kit::Work{u"sync"_s, TaskList::tr("Reading usage"),
        TaskList::tr("%1 rows so far").arg(QLocale().toString(state.rowsThisTime)), {}, -1, true};
}

static std::optional<kit::Work> workOf(const smoke::RunService::State &state)
{
    if (!state.running)
        return {};
    const auto done = std::count_if(state.items.cbegin(), state.items.cend(),
        [](const smoke::Item &item) { return item.progress == smoke::Item::Progress::Done; });
    const double all = double(qMax<qsizetype>(1, state.items.size()));
    return kit::Work{u"smoke"_s, TaskList::tr("Smoke tests"),
        TaskList::tr("%1 of %2 checks").arg(done).arg(state.items.size()), {}, double(done) / all, !state.cancelling};
}

void TaskList::collect()
{
    QList<kit::Work> now;
    if (workspace::Session *session = m_workspace.session()) {
        if (const auto sync = workOf(session->sync().state()))
            now << *sync;
        if (const auto run = workOf(session->smoke().state()))
            now << *run;
    }
    for (const QString &task : m_workspace.state().tasks)
        if (std::none_of(now.cbegin(), now.cend(), [&](const kit::Work &work) { return work.title == task; }))
            now << kit::Work{task, task, {}, {}, -1, false};
    QHash<QString, QDateTime> since;
    for (kit::Work &each : now) {
        since.insert(each.id, m_since.value(each.id, m_workspace.clock().now()));
        each.elapsed = kit::format::duration(since.value(each.id).msecsTo(m_workspace.clock().now()) / 1000 * 1000);
    }
    m_since = since;
    m_work = now;
    emit changed();
}

void TaskList::cancel(const QString &id)
{
    workspace::Session *session = m_workspace.session();
    if (session && id == u"sync"_s)
        session->sync().cancel();
    if (session && id == u"smoke"_s)
        session->smoke().cancel();
}

kit::WorkList *TaskList::newView()
{
    auto *view = new kit::WorkList(tr("Background work"));
    view->setWork(m_work);
    connect(this, &TaskList::changed, view, [this, view] { view->setWork(m_work); });
    connect(view, &kit::WorkList::cancelWanted, this, &TaskList::cancel);
    return view;
}

} // namespace shell
