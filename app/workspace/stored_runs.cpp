// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stored_runs.h"
#include "base/in_worker.h"
#include "base/or_return.h"
#include "evidence/kept_calls.h"
#include "evidence/run_folder.h"
#include "store/runs.h"
#include "store/store.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

StoredRuns::StoredRuns(store::Store &store, const QString &dataDir, const net::Redactor &redactor)
    : m_store(store), m_folder(dataDir + u"/evidence"_s), m_redactor(redactor)
{}

QString StoredRuns::folderOf(const QString &runId) const
{
    return m_folder + u'/' + runId;
}

// Files first: the kept report names them.
Task<Result<>> StoredRuns::save(RunReport report, QList<smoke::Evidence> evidence)
{
    const std::function<Result<RunReport>()> write = [root = m_folder, report, evidence, &redactor = m_redactor] {
        return evidence::writeRun(root, report, evidence, redactor);
    };
    const Result<RunReport> written = co_await inWorker(write, 60s);
    const RunReport kept = written ? *written : evidence::redacted(report, m_redactor);
    const auto keep = [kept](sql::Database &db) { return store::saveRun(db, kept); };
    co_await orReturn(m_store.write(keep));
    if (!written)
        co_return tl::unexpected<Failure>(written.error());
    co_return Result<>();
}

// A run that is killed leaves what it had come to.
Task<Result<>> StoredRuns::keepSoFar(RunReport report, QList<smoke::Evidence> evidence)
{
    co_return co_await save(report, evidence);
}

Task<Result<QList<RunReport>>> StoredRuns::recent(int count)
{
    const auto read = [count](sql::Database &db) { return store::recentRuns(db, count); };
    co_return co_await m_store.read(read);
}

Task<Result<QList<smoke::Evidence>>> StoredRuns::calls(RunReport report)
{
    const std::function<Result<QList<smoke::Evidence>>()> read = [folder = folderOf(report.id), report] {
        return evidence::keptCalls(folder, report);
    };
    co_return co_await inWorker(read, 30s);
}

Task<Result<RunReport>> StoredRuns::find(QString id)
{
    const auto read = [id](sql::Database &db) { return store::findRun(db, id); };
    co_return co_await m_store.read(read);
}

} // namespace workspace
