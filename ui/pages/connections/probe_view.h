// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/connections/fact_card.h"
#include "text/words.h"
#include "workspace/connection_probe.h"

class QLabel;
class QPushButton;
class QVBoxLayout;
namespace kit {
class Notice;
class Pill;
} // namespace kit

namespace pages {

// What is known of a connection before it is saved: the signs of its kind, every address that will be called, and the
// steps of its test. Shows a probe; asks nothing by itself.
class ProbeView final : public QObject
{
    Q_OBJECT

public:
    ProbeView(workspace::ConnectionProbe &probe, const Clock &clock);
    QWidget *signs() { return m_signs; }
    QWidget *offers() { return m_offers; } // what the kind can do
    QWidget *places() { return m_places; }
    QWidget *steps() { return m_steps; }
    QWidget *fix() { return m_fix; } // of the step that failed; empty while none did

    void showDraft(const Profile &draft, bool usable); // the addresses, before anything is sent
    QString verdict() const; // of the test, in one sentence; empty: not tested

signals:
    void testWanted();

private:
    void show();
    void showSigns();
    void showOffers();
    void showSteps();
    void showFix();
    const gateway::TrialLine *failedStep() const;

    workspace::ConnectionProbe &m_probe;
    const Clock &m_clock;
    FactCard *m_signs;
    QWidget *m_offers;
    FactCard *m_places;
    FactCard *m_steps;
    QWidget *m_fix;
    kit::Notice *m_notice = nullptr;
    kit::Pill *m_sureness;
    QLabel *m_time;
    QPushButton *m_test;
    Profile m_draft;
    QString m_offered; // the kind whose offers are shown
    QString m_fixText; // of the notice shown
};

} // namespace pages
