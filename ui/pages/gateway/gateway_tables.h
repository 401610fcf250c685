// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/test_gateway.h"
#include <QWidget>

class QStackedWidget;

namespace kit {
class Segmented;
class Table;
} // namespace kit

namespace pages {

class LimitsModel;
class LogModel;
class RoutesModel;

// The rows of the gateway page: its live log, the routes behind its aliases, the limits of its keys. One of them at a
// time, or why there are none.
class GatewayTables final : public QWidget
{
    Q_OBJECT

public:
    enum View { Requests, Routes, Limits };

    GatewayTables();
    void tell(const workspace::TestGateway::State &state);
    void choose(View view, bool narrow); // narrow: only refused calls, only routes in use
    View view() const;

signals:
    void startWanted();
    void createKeyWanted();
    void viewChanged();

private:
    void build();
    void follow();
    void showLog();
    void showOther(kit::Table *table);
    void showNothing();
    bool narrow() const;

    workspace::TestGateway::State m_state;
    LogModel *m_log;
    RoutesModel *m_routes;
    LimitsModel *m_limits;
    kit::Segmented *m_view;
    kit::Segmented *m_which; // of the log
    kit::Segmented *m_ways; // of the routes
    kit::Table *m_logTable;
    kit::Table *m_routeTable;
    kit::Table *m_limitTable;
    QStackedWidget *m_stack; // the tables, and why the chosen one is empty
    QString m_said; // by the empty state
};

} // namespace pages
