// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pages {
class Navigation;
}
namespace secrets {
class Vaults;
}

namespace shell {

// Says that secrets last only as long as the window, while there is no keychain, and offers a file behind a passphrase.
class VaultOffer final : public QWidget
{
    Q_OBJECT

public:
    VaultOffer(secrets::Vaults &vaults, pages::Navigation &navigation);

private:
    void showState();
    void openForm();

    secrets::Vaults &m_vaults;
    pages::Navigation &m_navigation;
};

} // namespace shell
