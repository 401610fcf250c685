// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/explorer.h"
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace kit {
class Table;
}

namespace pages {

class RecordPane;
class RequestsModel;

// The rows with the record of the chosen one beside them. New rows come in above without moving what one reads.
class RequestsView final : public QWidget
{
    Q_OBJECT

public:
    RequestsView(const QTimeZone &zone, const QDate &today, QWidget *parent = nullptr);
    void tell(const usage::RequestList::State &state);
    QToolButton *columnChooser();
    void focusTable();
    void setFetches(bool fetches) { m_fetches = fetches; } // false: the gateway tells no usage

signals:
    void moreWanted();
    void likeThisWanted(const QString &filter);
    void everythingWanted(); // the filter hides all
    void fetchWanted(); // there is nothing yet

private:
    QWidget *list();
    void apply(const QList<UsageRecord> &rows);
    void showChosen();
    void showSide();
    QWidget *emptySide();
    void scrolled();

    usage::RequestList::State m_state;
    bool m_fetches = true;
    RequestsModel *m_model;
    kit::Table *m_table;
    QLabel *m_foot;
    RecordPane *m_record;
    QStackedWidget *m_sides;
    QTimer m_patience; // 300 ms, then a skeleton
};

} // namespace pages
