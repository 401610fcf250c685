// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace secrets {
class Vaults;
}

namespace shell {

// The vault file waits for its passphrase: a state of its own, not an error. One may also go on with what is stored.
class LockedScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit LockedScreen(secrets::Vaults &vaults);
    bool wanted() const; // locked, and not put aside for now

signals:
    void dismissed();
    void unlocked();

private:
    secrets::Vaults &m_vaults;
    bool m_aside = false;
};

} // namespace shell
