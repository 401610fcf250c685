// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/idle_lock.h"

class QApplication;
class QSettings;
namespace workspace {
class Workspace;
}

namespace shell {

// Minds the vault file of a window: hears its input, locks it after as many minutes without any as a person chose, which
// is kept in settings.ini. Main thread.
class VaultKeeper final : public QObject
{
    Q_OBJECT

public:
    VaultKeeper(QApplication &app, workspace::Workspace &workspace, QSettings &settings);

    void choose(int minutes); // 0: never
    int minutes() const { return m_lock.minutes(); }
    secrets::IdleLock &lock() { return m_lock; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSettings &m_settings;
    secrets::IdleLock m_lock;
};

} // namespace shell
