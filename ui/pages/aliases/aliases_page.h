// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "pages/aliases/alias_model.h"
#include "pages/aliases/alias_place.h"
#include "pages/page.h"
#include "workspace/all_catalogs.h"
#include "workspace/edit_preview.h"
#include "workspace/staged_set.h"
#include "workspace/workspace.h"

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kit {
class PageHeader;
class Segmented;
class Table;
} // namespace kit

namespace pages {

class AliasDetail;
class AliasEditor;
class AllView;
class FindingsView;
class HistoryView;
class MatrixView;
class Navigation;
class UpstreamsCard;

// The names that callers ask for and what stands behind them: as the gateway tells it, what is wrong with it, how it
// was before. It opens from what was kept, so it can be read while the gateway is away; edits are staged, so they can be
// made then too.
class AliasesPage final : public Page
{
    Q_OBJECT

public:
    AliasesPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent = nullptr);

    enum View { Routes, Checks, History, All, Matrix };
    void refresh() override;
    void setFilter(const QString &filter) override; // text to search for
    void find() override;
    void perform(const QString &verb) override; // "create"
    bool back() override; // leaves the form, then empties the search
    void choose(View view);

private:
    void build();
    QWidget *list();
    void follow();
    void addActions();
    void readAll();
    void showState();
    void showList();
    void showHeader();
    void showNotices();
    void showVerbs();
    void showDetail();
    void showAlias(const QString &alias);
    QWidget *body() const;

    // Files: aliases_files.cpp
    void exportCatalog();
    void saveCatalog(const QString &path);
    void choosePlan();
    void stagePlan(const QString &path);

    // What a person does: aliases_intents.cpp
    void openNew();
    void openEdit();
    void openRemoval();
    void openForm();
    void closeForm();
    void stage(const changes::AliasChange &change);
    void takeOut(const QString &alias);
    void review();
    std::optional<changes::AliasChange> stagedOf(const QString &alias) const;
    QString current() const;
    QList<Alias> effective() const; // the catalog with what is staged
    aliases::CatalogService::State shownState() const; // the catalog, and new ones that are staged

    workspace::Workspace &m_workspace;
    workspace::Session &m_session;
    Navigation &m_navigation;
    aliases::CatalogService &m_catalog;
    const AliasPlace m_place;
    workspace::StagedSet m_staged;
    workspace::EditPreview m_preview;
    workspace::AllCatalogs m_everywhere;
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
    AllView *m_all;
    UpstreamsCard *m_upstreams;
    MatrixView *m_matrix;
    AliasEditor *m_form;
    QPushButton *m_new;
    QAction *m_edit;
    QAction *m_remove;
    QStackedWidget *m_views; // the page, or the form
    QWidget *m_routes = nullptr; // list and detail
    QWidget *m_blank; // an empty state, made anew
    QStackedWidget *m_stack;
};

} // namespace pages
