// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include <QWidget>

class QVBoxLayout;
namespace kit {
class Notice;
}
namespace pages {
class Navigation;
}
namespace secrets {
enum class Keyring;
class Vaults;
} // namespace secrets

namespace shell {

// Says that secrets last only as long as the window while no keyring keeps them, and why: it is locked, there is none, or
// it does not answer. Each has one next step; a file behind a passphrase is offered too.
class VaultOffer final : public QWidget
{
    Q_OBJECT

public:
    VaultOffer(secrets::Vaults &vaults, pages::Navigation &navigation);

private:
    void showState();
    void say(secrets::Keyring keyring);
    void addTryAgain(kit::Notice *notice);
    void addPassphrase(kit::Notice *notice);
    void openForm();
    Task<> tryAgain();

    secrets::Vaults &m_vaults;
    pages::Navigation &m_navigation;
    QVBoxLayout *m_column;
    kit::Notice *m_notice = nullptr;
    int m_said = -1; // a secrets::Keyring
    bool m_trying = false;
    TaskScope m_tasks; // last
};

} // namespace shell
