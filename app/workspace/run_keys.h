// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/file_lock.h"
#include <optional>
#include <QString>
#include <QStringList>

namespace workspace {

// Notes of the temporary keys of a profile's smoke runs: a file for each, named after the key and locked by the program
// that runs. The file of a run that was killed is free, and tells the next run which key to remove. Main thread.
class RunKeys final
{
public:
    // An empty folder: nothing is noted.
    explicit RunKeys(QString folder) : m_folder(std::move(folder)) {}

    // Before the key is made.
    Result<> note(const QString &name);
    // The noted key is gone.
    void forget();
    // Names of keys whose runs ended without removing them.
    QStringList left() const;
    void drop(const QString &name) const;

private:
    QString m_folder;
    QString m_name; // of this run's key
    std::optional<store::FileLock> m_lock;
};

} // namespace workspace
