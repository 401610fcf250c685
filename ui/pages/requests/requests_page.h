// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/page.h"
#include "usage/explorer.h"
#include "workspace/workspace.h"
#include <memory>

class QPushButton;
class QTimer;

namespace kit {
class PageHeader;
class Pill;
} // namespace kit

namespace pages {

class Navigation;
class QueryBar;
class RequestsExport;
class RequestsView;

// Every stored call of the connection, newest first. It reads the store, so it works with the gateway stopped.
class RequestsPage final : public Page
{
    Q_OBJECT

public:
    RequestsPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent = nullptr);

    void refresh() override;
    void setFilter(const QString &filter) override;
    void find() override;
    void perform(const QString &verb) override; // "pause", "export"
    bool back() override; // empties the query

private:
    void showAll();
    void chooseFile();
    usage::Query query() const;
    void build();
    void ask();
    void follow();
    void pause(bool paused);
    void showState();
    void showHeader();
    void showNotices();

    workspace::Workspace &m_workspace;
    Navigation &m_navigation;
    workspace::Session &m_session;
    std::unique_ptr<usage::RequestList> m_list;
    RequestsExport *m_export;
    std::optional<Failure> m_exportFailure;
    quint64 m_revision = 0;
    bool m_paused = false;
    QTimer *m_calm; // rows come in batches: two looks a second are enough
    kit::PageHeader *m_header;
    kit::Pill *m_sample;
    QPushButton *m_pause;
    QWidget *m_notices;
    QueryBar *m_query;
    RequestsView *m_view;
};

} // namespace pages
