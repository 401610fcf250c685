// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/owner_revocation.h"
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kit {
class FormRow;
class Pill;
class Sheet;
class Table;
} // namespace kit

namespace pages {

class RevokedModel;

// Asks whose keys are to be disabled on all connections, and says of each what became of it. Once it works it is closed
// only at its end. Lives as long as its sheet.
class RevokeSheet final : public QObject
{
    Q_OBJECT

public:
    // `owner` empty: it is asked for, from those known.
    RevokeSheet(
        const QString &owner, const QStringList &known, workspace::OwnerRevocation &revocation, QWidget *window);

signals:
    void proofWanted(const workspace::RevokedLine &line); // of the chosen row
    void ended(); // what was written is to be read again

private:
    QWidget *askPart(const QString &owner, const QStringList &known);
    QWidget *livePart();
    void buildFoot();
    void follow();
    void revoke();
    void showState();
    void showWhole();
    void showProof();
    void chooseFirst();
    void proveChosen();
    std::optional<workspace::RevokedLine> chosenLine() const; // none: there is no key in its row
    void moveFocus(bool running);
    void judge();
    QString owner() const;
    QString reasonAgainst() const;
    void closeIfIdle();
    void close();

    QPointer<workspace::OwnerRevocation> m_revocation;
    const bool m_production;
    bool m_begun = false;
    bool m_running = false; // when shown last
    kit::Sheet *m_sheet;
    QComboBox *m_owner;
    QLineEdit *m_why;
    QLineEdit *m_typed;
    QWidget *m_ask = nullptr;
    QWidget *m_live = nullptr;
    kit::Pill *m_pill;
    QLabel *m_sentence;
    QLabel *m_advice;
    RevokedModel *m_model;
    kit::Table *m_table;
    QLabel *m_whole;
    QLabel *m_reason;
    QPushButton *m_close;
    QPushButton *m_retry;
    QPushButton *m_prove;
    QPushButton *m_revoke;
};

} // namespace pages
