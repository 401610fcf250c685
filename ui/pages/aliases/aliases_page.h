// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "pages/aliases/alias_model.h"
#include "pages/page.h"
#include "workspace/workspace.h"

class QLineEdit;
class QStackedWidget;

namespace kit {
class PageHeader;
class Segmented;
class Table;
} // namespace kit

namespace pages {

class AliasDetail;
class FindingsView;
class HistoryView;
class Navigation;

// The names that callers ask for and what stands behind them: as the gateway tells it, what is wrong with it, how it
// was before. It opens from what was kept, so it can be read while the gateway is away.
class AliasesPage final : public Page
{
    Q_OBJECT

public:
    AliasesPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent = nullptr);

    enum View { Routes, Checks, History };
    void refresh() override;
    void setFilter(const QString &filter) override; // text to search for
    void find() override;
    bool back() override; // empties the search
    void choose(View view);

private:
    void build();
    QWidget *list();
    void showState();
    void showList();
    void showHeader();
    void showNotices();
    void showDetail();
    void showAlias(const QString &alias);
    QWidget *body() const;

    workspace::Session &m_session;
    Navigation &m_navigation;
    aliases::CatalogService &m_catalog;
    QString m_wanted; // the alias to choose once it is listed
    kit::PageHeader *m_header;
    kit::Segmented *m_view;
    QWidget *m_notices;
    QLineEdit *m_search;
    kit::Table *m_table;
    AliasModel m_model;
    AliasDetail *m_detail;
    FindingsView *m_findings;
    HistoryView *m_history;
    QWidget *m_routes = nullptr; // list and detail
    QWidget *m_blank; // an empty state, made anew
    QStackedWidget *m_stack;
};

} // namespace pages
