// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "pages/connections/draft.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
namespace kit {
class FormRow;
}

namespace pages {

// The fields of a new connection. Says at every edit whether they can be saved.
class AddForm final : public QWidget
{
    Q_OBJECT

public:
    AddForm(const QList<Profile> &taken, const QString &address);
    ConnectionDraft draft() const;
    Secret takeKey(); // empties the field
    bool complete() const { return refusals(draft(), m_taken).isEmpty(); }
    void showRefusals(); // of all fields, also of those not touched yet

signals:
    void edited();

private:
    void build();
    QWidget *advanced(); // what few connections need, folded away
    void unfold(bool open);
    void chooseCa();
    void listen();
    void showKind();
    void showProposal();
    void judgeAddress(bool always);
    void judge(DraftField field, kit::FormRow *row, bool always);

    QList<Profile> m_taken;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_key;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QCheckBox *m_readOnly;
    QPushButton *m_proposal;
    QPushButton *m_fold;
    QWidget *m_folded = nullptr;
    QLineEdit *m_ca;
    QLineEdit *m_proxy;
    kit::FormRow *m_caRow = nullptr;
    kit::FormRow *m_proxyRow = nullptr;
    kit::FormRow *m_addressRow = nullptr;
    kit::FormRow *m_keyRow = nullptr;
    kit::FormRow *m_nameRow = nullptr;
};

} // namespace pages
