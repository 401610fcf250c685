// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/rotation_service.h"
#include "kit/row_model.h"
#include "pages/key_place.h"
#include "pages/keys/rotation_words.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace kit {
class Card;
class ChartPanel;
class FormRow;
class LineChart;
class PageHeader;
class StepList;
class Table;
} // namespace kit

namespace pages {

// The runbook that replaces a key by another one, over the whole page: the steps, who still calls with which, and the
// next step. Shows snapshots of the service and sends it intents.
class RotationView final : public QWidget
{
    Q_OBJECT

public:
    RotationView(keys::RotationService &service, KeyPlace place, const Clock &clock);
    // The rotation of this key that is under way, or a new one of it.
    void start(const Key &key, const QList<Key> &all);

signals:
    void closed();
    void requestsWanted(const QString &keyName);
    void said(const QString &text); // for a toast
    void runWanted(); // the smoke run of a proof
    void removalWanted(); // of the old key; it is held back for its toast

private:
    void build();
    QWidget *middle();
    QWidget *side();
    QWidget *askCard();
    QWidget *footLine();
    void follow();
    void act();

    void showState(); // rotation_state.cpp
    void showHead();
    void showNotice();
    void showAsked(const RotationScreen &screen);
    void showFacts();
    void showCourse();
    void showVerbs();
    QWidget *noticeOf(const RotationScreen &screen);
    QList<QWidget *> factsOf() const;

    keys::RotationService &m_service;
    const KeyPlace m_place;
    const Clock &m_clock;
    Key m_key; // the old one, of a rotation that has not begun
    kit::RowModel<keys::RotationCourse::Caller> m_callers;
    kit::PageHeader *m_header;
    QVBoxLayout *m_notices;
    QWidget *m_notice = nullptr; // inside m_notices
    std::optional<RotationScreen> m_said;
    std::optional<Failure> m_shownFailure;
    QString m_shownRun; // of a proof that did not hold
    kit::StepList *m_steps;
    kit::Card *m_ask;
    QLineEdit *m_name;
    QLineEdit *m_reason;
    QSpinBox *m_hours;
    QLineEdit *m_secret;
    QLineEdit *m_note;
    QWidget *m_beginRows = nullptr;
    kit::FormRow *m_secretRow = nullptr;
    kit::FormRow *m_noteRow = nullptr;
    kit::LineChart *m_chart;
    kit::ChartPanel *m_panel;
    kit::Table *m_table;
    QLabel *m_noCallers;
    kit::Card *m_who;
    QVBoxLayout *m_facts;
    QWidget *m_factGrid = nullptr; // inside m_facts
    QPushButton *m_requests;
    QPushButton *m_reopen;
    QPushButton *m_abandon;
    QPushButton *m_back;
    QPushButton *m_primary;
    QLabel *m_why = nullptr;
};

} // namespace pages
