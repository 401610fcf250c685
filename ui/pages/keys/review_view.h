// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/edit.h"
#include "keys/review_service.h"
#include "pages/key_place.h"
#include "pages/keys/review_model.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace kit {
class Card;
class PageHeader;
class Segmented;
class Table;
} // namespace kit

namespace pages {

class ReviewDetail;

// The access review of one gateway's keys, over the whole page. Shows snapshots of the service and sends it intents.
class ReviewView final : public QWidget
{
    Q_OBJECT

public:
    ReviewView(keys::ReviewService &service, KeyPlace place);
    // As of now, from the keys and aliases the page knows.
    void start(const QList<Key> &keys, const QList<Alias> &aliases);

signals:
    void closed();
    void stageWanted(const QList<changes::Edit> &edits);
    void said(const QString &text); // for a toast

private:
    void build();
    QWidget *filterLine();
    QWidget *panes();
    QWidget *footLine();
    void follow();

    void showState();
    void showHead();
    void showPicker();
    void showNotice();
    void showRows();
    void showChosen();
    void showVerbs();

    bool open() const; // kept, and decisions can be made
    QList<ReviewLine> lines() const;
    QList<changes::Edit> edits() const; // of those that are to be disabled or deleted
    void pick(int index);
    void save(const QString &path);

    keys::ReviewService &m_service;
    const KeyPlace m_place;
    QList<Key> m_keys; // as the page knows them
    QList<Alias> m_aliases;
    ReviewModel m_model;
    kit::PageHeader *m_header;
    QComboBox *m_picker;
    QToolButton *m_export;
    QPushButton *m_back;
    QPushButton *m_primary; // keep, or close
    QVBoxLayout *m_notices;
    QWidget *m_notice = nullptr; // inside m_notices
    std::optional<Failure> m_shownFailure;
    kit::Segmented *m_groups;
    QLineEdit *m_search;
    kit::Table *m_table;
    QStackedWidget *m_body; // rows, or that there are none
    ReviewDetail *m_detail;
    QLabel *m_risks;
    QPushButton *m_stage;
};

} // namespace pages
