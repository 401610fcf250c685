// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/page.h"
#include "pages/usage/ground.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <memory>
#include <QTimer>

class QStackedWidget;

namespace kit {
class PageHeader;
class Pill;
} // namespace kit

namespace pages {

class Navigation;
class UsageContent;
class UsageFilters;

// What was spent, on what, and is that usual. Shows what the store holds, so it works with the gateway stopped.
class UsagePage final : public Page
{
    Q_OBJECT

public:
    UsagePage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent = nullptr);

    void refresh() override;
    void setFilter(const QString &filter) override; // "key=NAME" or "alias=NAME"
    void find() override;
    void perform(const QString &verb) override; // "export"

private:
    void build();
    void ask();
    void followSync();
    void showState();
    void showNotice();
    void showHeader(const Shown &shown);
    void showSide();
    QWidget *emptySide();
    QWidget *olderSide(const QDateTime &newest);
    void choose(const Choice &choice);
    bool nothingAround() const;
    void chooseFile();
    void save(const QString &path);
    Shown shown() const;
    Ground ground() const;
    usage::Query query(const Span &span, const QString &filter) const;

    workspace::Workspace &m_workspace;
    Navigation &m_navigation;
    workspace::Session &m_session;
    std::unique_ptr<usage::Explorer> m_now;
    std::unique_ptr<usage::Explorer> m_before;
    std::unique_ptr<usage::Explorer> m_around; // no filter: names to choose from, and where rows begin
    std::unique_ptr<usage::RequestList> m_newest; // asked when the days shown are empty: where are the rows?
    quint64 m_revision = 0;
    std::optional<QDateTime> m_syncedAt;
    Choice m_asked;
    std::optional<Failure> m_exportFailure;
    kit::PageHeader *m_header;
    kit::Pill *m_sample;
    QWidget *m_notices;
    UsageFilters *m_filters;
    UsageContent *m_content;
    QStackedWidget *m_sides;
    QTimer m_patience; // 300 ms, then a skeleton
    QTimer m_calm; // rows come in batches: one picture a second is enough
};

} // namespace pages
