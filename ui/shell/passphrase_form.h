// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
namespace kit {
class FormRow;
}
namespace secrets {
class Vaults;
}

namespace shell {

// Opens the vault file with its passphrase, or makes one with a new passphrase typed twice.
class PassphraseForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Aim { Open, Make };
    PassphraseForm(secrets::Vaults &vaults, Aim aim);
    QPushButton *verb() const { return m_verb; } // to be placed by the owner

signals:
    void done();

private:
    void judge();
    void go();
    Task<> unlock();

    secrets::Vaults &m_vaults;
    Aim m_aim;
    QLineEdit *m_text;
    QLineEdit *m_again;
    kit::FormRow *m_row;
    kit::FormRow *m_againRow;
    QPushButton *m_verb;
    TaskScope m_tasks; // last
};

} // namespace shell
