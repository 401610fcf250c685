// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/chosen_set.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
struct Profile;

namespace kit {
class FormRow;
}

namespace pages {

// Where a change set is applied, taken back or put away. On production the connection's name is typed first. A verb that
// is off tells why beside it.
class ConfirmCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmCard(const Profile &profile);
    // `working`: this program works on the set now. `offline`: the gateway cannot be reached.
    void show(const workspace::ChosenSet::State &state, bool working, bool offline);
    // Why no plan can be written; empty: it can.
    void showPlan(const QString &against);

signals:
    void applyWanted();
    void undoWanted();
    void dropWanted();
    void planWanted(); // the keys as the set leaves them, as a file

private:
    void judge();
    QString reasonAgainstApply() const;
    void showVerbs(const changes::ChangeSet &set);

    QString m_profile;
    bool m_production;
    bool m_readOnly;
    workspace::ChosenSet::State m_state;
    bool m_working = false;
    bool m_offline = false;
    QLabel *m_title;
    QLineEdit *m_name;
    kit::FormRow *m_typed;
    QLabel *m_reason;
    QPushButton *m_plan;
    QPushButton *m_drop;
    QPushButton *m_undo;
    QPushButton *m_apply;
};

} // namespace pages
