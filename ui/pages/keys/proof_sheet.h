// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "pages/key_place.h"
#include "workspace/refusal_proof.h"
#include <QPointer>
#include <QTimer>
#include <QTimeZone>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace kit {
class FormRow;
class Pill;
class Sheet;
} // namespace kit

namespace pages {

// Asks for the secret of a key given up, calls with it and says whether it is refused. The secret is held from Start on
// by the run alone. Lives as long as its sheet.
class ProofSheet final : public QObject
{
    Q_OBJECT

public:
    // What is proven; without a key, one that is gone already.
    struct Subject
    {
        std::optional<Key> key;
        bool works = false; // by its settings: only what it may no longer call can be refused
        QStringList offered; // aliases of the gateway
        std::optional<GivenUp> act = {}; // since when; empty: not known here
        Secret secret = {}; // empty: it is asked for
        QString alias = {}; // that it may no longer call; empty: not known
        bool begins = false; // at once, where nothing has to be asked
    };
    ProofSheet(Subject subject, workspace::RefusalProof &proof, const KeyPlace &place, QWidget *window);
    ~ProofSheet() override;

signals:
    void runWanted(); // the smoke run, on its page

private:
    QWidget *askPart();
    QWidget *livePart();
    QWidget *figures();
    void buildFoot();
    void follow();
    void start();
    void again();
    void showState();
    void showVerbs();
    void showFigures();
    QWidget *secretPart();
    QString countsFrom() const;
    Secret secret() const;
    QString reasonAgainst() const;
    void closeOrStop();
    void close();

    const Subject m_subject;
    const QTimeZone m_zone;
    QPointer<workspace::RefusalProof> m_proof;
    kit::Sheet *m_sheet;
    QLineEdit *m_secret;
    kit::FormRow *m_secretRow = nullptr;
    QComboBox *m_alias;
    QSpinBox *m_minutes;
    QWidget *m_blocked = nullptr;
    QWidget *m_ask = nullptr;
    QWidget *m_live = nullptr;
    kit::Pill *m_pill = nullptr;
    QLabel *m_calls = nullptr;
    QLabel *m_refused = nullptr;
    QLabel *m_admitted = nullptr;
    QLabel *m_elapsed = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_reason;
    QPushButton *m_show;
    QPushButton *m_close;
    QPushButton *m_start;
    QTimer m_second;
};

} // namespace pages
