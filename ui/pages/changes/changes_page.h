// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/key_service.h"
#include "pages/changes/step_model.h"
#include "pages/clipboard_lease.h"
#include "pages/key_place.h"
#include "pages/page.h"
#include "workspace/journal_reader.h"
#include "workspace/workspace.h"

class QStackedWidget;
class QToolButton;

namespace kit {
class Card;
class DiffView;
class PageHeader;
class Pill;
class Segmented;
class Table;
} // namespace kit

namespace pages {

class ConfirmCard;
class JournalView;
class Navigation;
class SecretSheet;
class SetsView;
class TouchedCard;

// Everything staged, before it is sent: what changes, in which order, whom it touches, what can be taken back. Then it is
// applied, and what became of each change stands where it was listed.
class ChangesPage final : public Page
{
    Q_OBJECT

public:
    ChangesPage(workspace::Workspace &workspace, Navigation &navigation);

    enum View { OneSet, AllSets, Journal };
    void refresh() override; // the keys are listed again, and the set is held against them
    void setFilter(const QString &filter) override; // the number of a set
    bool back() override; // from the list to the set
    void choose(View view);

private:
    void build();
    QWidget *oneSet();
    QWidget *steps();
    QWidget *difference();
    void follow();
    void showState();
    void showHeader();
    void showBody();
    void showBlank(QWidget *blank);
    QWidget *blankOfJournal();
    QWidget *blankOfSet();
    void showSteps();
    void showDifference();
    void showNotices();
    void showSecrets();
    void nextSecret();
    qint64 usualSet() const;
    const changes::Step *currentStep() const;
    void takeOut();
    void drop();
    void copyDifference();
    void exportPlan();
    void savePlan(const QString &path);
    void changeView();

    workspace::Session &m_session;
    workspace::ChangeService &m_service;
    Navigation &m_navigation;
    const Clock &m_clock;
    const KeyPlace m_place;
    workspace::ChosenSet m_chosen;
    workspace::JournalReader m_journal;
    ClipboardLease m_lease;
    qint64 m_wanted = 0; // the set that a person chose; 0: the one that needs a person first
    std::optional<QDateTime> m_keysAt; // the list of keys that the set was held against
    QList<workspace::ChangeService::Issued> m_secrets; // still to be shown
    SecretSheet *m_secret = nullptr;
    kit::PageHeader *m_header;
    kit::Pill *m_pill;
    kit::Segmented *m_view;
    QWidget *m_notices;
    StepModel m_model;
    kit::Table *m_table;
    kit::Card *m_stepsCard;
    kit::Card *m_diffCard;
    kit::DiffView *m_diff;
    QToolButton *m_takeOut;
    TouchedCard *m_touched;
    ConfirmCard *m_confirm;
    SetsView *m_sets;
    JournalView *m_lines;
    QWidget *m_one = nullptr;
    QWidget *m_blank;
    QStackedWidget *m_stack;
};

} // namespace pages
