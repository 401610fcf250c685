// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "pages/key_place.h"
#include "pages/keys/key_draft.h"
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
struct Failure;

namespace kit {
class FormRow;
class PageHeader;
} // namespace kit

namespace pages {

class BoundsField;
class BudgetsField;
class KeyEffect;
class PassportField;
class RatesField;
class ScopeField;

// The full-page form for a new key, or for one that is changed: form at the left, what the key will be able to do at the
// right, the reason why it cannot be written yet beside the verb. The page owns it.
class KeyForm final : public QWidget
{
    Q_OBJECT

public:
    KeyForm(const KeyPlace &place, const Clock &clock);
    void setKnown(const QList<Key> &keys, const QList<Alias> &offered); // names that are taken, owners, aliases
    void setBusy(bool busy);
    void refuse(const std::optional<Failure> &failure); // what the gateway said
    void clear(); // for a new key
    void edit(const Key &key); // for this one, with its settings filled in
    const std::optional<Key> &edited() const { return m_before; } // empty: the form is for a new key
    void start(); // focus to the first field

signals:
    void createWanted(const Key &wanted);
    void saveWanted(const Key &after);
    void stageWanted(const changes::Change &change); // into a change set, nothing is sent
    void cancelled();

private:
    QWidget *identity();
    QWidget *scope();
    QWidget *limits();
    QWidget *foot();
    void fillExpiry();
    void fill(const Key &key);
    void showMode();
    QList<KeyProblem> problems(const KeyDraft &draft) const;
    QString reasonAgainstVerb(const KeyDraft &draft, const QList<KeyProblem> &found) const;
    KeyDraft draft() const;
    std::optional<QDateTime> expiresAt() const;
    void judge();
    void showProblems(const KeyDraft &draft);
    void grey(kit::FormRow *row, QWidget *field, gateway::Feature feature);

    const KeyPlace &m_place;
    const Clock &m_clock;
    QStringList m_taken;
    QList<Alias> m_offered;
    std::optional<Key> m_before; // the key that is changed
    bool m_busy = false;
    kit::PageHeader *m_header;
    QLineEdit *m_name;
    PassportField *m_passport;
    ScopeField *m_scope;
    BoundsField *m_bounds;
    BudgetsField *m_budgets;
    RatesField *m_rates;
    QComboBox *m_expiry;
    QDateEdit *m_day;
    QMap<KeyField, kit::FormRow *> m_rows;
    KeyEffect *m_effect;
    QVBoxLayout *m_notices;
    QLabel *m_reason = nullptr;
    QPushButton *m_stage;
    QPushButton *m_create;
};

} // namespace pages
