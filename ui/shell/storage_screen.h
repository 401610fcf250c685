// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/task_scope.h"
#include <QWidget>

class QVBoxLayout;
namespace store {
class Store;
}

namespace shell {

// The database cannot be used: damaged, of a newer version, on a full disk. Says why and what can be done; the file is
// moved aside only when that is asked for.
class StorageScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit StorageScreen(store::Store &store);
    bool wanted() const { return m_failure.has_value(); }

signals:
    void changed(); // wanted() did
    void opened(); // the database can be used after all: begin again

private:
    Task<> look();
    void show();
    void moveAside();
    void again();

    store::Store &m_store;
    std::optional<Failure> m_failure;
    bool m_failedBefore = false;
    QVBoxLayout *m_column;
    QWidget *m_words = nullptr;
    TaskScope m_tasks; // last
};

} // namespace shell
