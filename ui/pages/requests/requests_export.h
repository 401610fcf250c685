// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/separated_file.h"
#include "usage/explorer.h"
#include <memory>

namespace pages {

// One line a call, numbers untouched by the locale, times in UTC; what is not told is empty; formulas are disarmed.
QString requestsText(const QList<UsageRecord> &rows, Separated kind);

// Reads every row of a query, not only those a table has loaded, and writes them to a file. Main thread.
class RequestsExport final : public QObject
{
    Q_OBJECT

public:
    explicit RequestsExport(std::unique_ptr<usage::RequestList> rows);
    void write(const usage::Query &query, const QString &path); // one at a time
    bool running() const { return !m_path.isEmpty(); }

signals:
    void written(const QString &path, int rows);
    void failed(const Failure &failure);

private:
    void follow();
    void end();

    std::unique_ptr<usage::RequestList> m_rows;
    QString m_path; // empty: nothing under way
};

} // namespace pages
