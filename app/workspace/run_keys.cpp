// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/run_keys.h"
#include <QDir>
#include <QFile>

namespace workspace {

Result<> RunKeys::note(const QString &name)
{
    if (m_folder.isEmpty())
        return {};
    forget();
    QDir().mkpath(m_folder);
    Result<store::FileLock> lock = store::FileLock::take(m_folder + u'/' + name, std::chrono::milliseconds(0));
    if (!lock)
        return tl::unexpected<Failure>(lock.error());
    m_lock.emplace(std::move(*lock));
    m_name = name;
    return {};
}

void RunKeys::forget()
{
    if (!m_name.isEmpty())
        drop(std::exchange(m_name, QString()));
    m_lock.reset();
}

QStringList RunKeys::left() const
{
    QStringList free;
    if (m_folder.isEmpty())
        return free;
    for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
        const bool ours = name == m_name;
        if (!ours && store::FileLock::take(m_folder + u'/' + name, std::chrono::milliseconds(0)))
            free << name;
    }
    return free;
}

void RunKeys::drop(const QString &name) const
{
    QFile::remove(m_folder + u'/' + name);
}

} // namespace workspace
