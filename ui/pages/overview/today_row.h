// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/today.h"
#include <QWidget>

namespace kit {
class FigureRow;
class Spark;
} // namespace kit

namespace pages {

// The five figures of today with their course by hour; each leads to its rows.
class TodayRow final : public QWidget
{
    Q_OBJECT

public:
    TodayRow();
    void show(const Today &today, const QList<usage::Bucket> &hours, const Day &day);
    void showNothing(); // not loaded yet

signals:
    void wanted(const QString &filter); // of the rows behind a figure, without the day; empty: all

private:
    struct Place
    {
        QString name;
        kit::Figure *figure = nullptr;
        kit::Spark *spark = nullptr;
        double (*value)(const usage::Totals &) = nullptr;
    };
    void add(const QString &name, const QString &filter, double (*value)(const usage::Totals &));
    void tell(const Place &place, const kit::Reading &reading, const QList<double> &course);

    kit::FigureRow *m_row;
    QList<Place> m_places;
};

} // namespace pages
