// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/run_service.h"
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
namespace kit {
class Segmented;
class StreamView;
class Table;
} // namespace kit

namespace pages {

class FrameModel;
class ProofPane;

// One call as it runs or ran: its text, its frames, its headers. Where the page is narrow, the proof takes the place of
// the headers.
class LivePane final : public QWidget
{
    Q_OBJECT

public:
    explicit LivePane(QWidget *parent = nullptr);
    QWidget *views() const { return m_views; } // for the head of the card: the choice of a view
    void setNarrow(bool narrow);
    void begin(const smoke::Item &item, const QList<net::Recorded> &calls); // another check is shown
    void take(const smoke::Live &said); // of the check shown
    void renew(const smoke::Item &item, const QList<net::Recorded> &calls, const net::Limits &limits);
    void end(); // nothing more comes

signals:
    void cancelWanted();

private:
    enum View { Text, Frames, Headers, Proof };
    void showView();
    void showFoot(const smoke::Item &item, const QList<net::Recorded> &calls, const net::Limits &limits);
    void replay(const net::Recorded &call);

    QWidget *m_views;
    kit::Segmented *m_wide;
    kit::Segmented *m_narrow;
    QStackedWidget *m_stack;
    kit::StreamView *m_text;
    kit::Table *m_frames;
    FrameModel *m_frameModel;
    kit::StreamView *m_headers;
    ProofPane *m_proof;
    QWidget *m_foot;
    QLabel *m_count;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QString m_headersShown;
    bool m_isNarrow = false;
};

} // namespace pages
