// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/run_service.h"

namespace net {
class Redactor;
}
namespace store {
class Store;
}

namespace workspace {

// Keeps smoke runs: the report in the store, calls and reports below evidence/<run>/. Main thread.
class StoredRuns final : public smoke::RunArchive
{
public:
    StoredRuns(store::Store &store, const QString &dataDir, const net::Redactor &redactor);

    Task<Result<>> save(RunReport report, QList<smoke::Evidence> evidence) override;
    Task<Result<>> keepSoFar(RunReport report, QList<smoke::Evidence> evidence) override;
    Task<Result<QList<RunReport>>> recent(int count) override;
    Task<Result<QList<smoke::Evidence>>> calls(RunReport report) override;
    // By id or by its beginning.
    Task<Result<RunReport>> find(QString id);
    // The folder of a run's evidence.
    QString folderOf(const QString &runId) const;

private:
    store::Store &m_store;
    QString m_folder;
    const net::Redactor &m_redactor;
};

} // namespace workspace
