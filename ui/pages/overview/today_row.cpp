// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/today_row.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/mark_widgets.h"
#include <cmath>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using usage::Totals;

static double orNothing(const std::optional<qint64> &value)
{
    return value ? double(*value) : std::nan("");
}

TodayRow::TodayRow() : m_row(new kit::FigureRow)
{
    kit::plainColumn(this, 0)->addWidget(m_row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    add(tr("Spend today"), {}, [](const Totals &t) { return double(t.costNanos.value_or(0)); });
    add(tr("Requests today"), {}, [](const Totals &t) { return double(t.requests); });
    add(tr("Error share today"), u"error = true"_s,
        [](const Totals &t) { return t.requests > 0 ? double(t.errors) / double(t.requests) : std::nan(""); });
    add(tr("First token, p95"), u"first_token_ms != unknown"_s,
        [](const Totals &t) { return orNothing(t.firstTokenP95Ms); });
    add(tr("Usage record lag, p95"), u"origin = sync"_s, [](const Totals &t) { return orNothing(t.recordLagP95Ms); });
    showNothing();
}

void TodayRow::add(const QString &name, const QString &filter, double (*value)(const Totals &))
{
    kit::Figure *figure = m_row->add({name, {}, {}, {}});
    figure->setVerb(tr("Show the requests behind it"));
    connect(figure, &QAbstractButton::clicked, this, [this, filter] { emit wanted(filter); });
    auto *spark = new kit::Spark({}, tr("%1 by hour").arg(name));
    figure->addMark(spark);
    m_places << Place{name, figure, spark, value};
}

void TodayRow::tell(const Place &place, const kit::Reading &reading, const QList<double> &course)
{
    place.figure->tell(reading);
    place.spark->tell(course, tr("%1 by hour").arg(reading.name),
        reading.noteInk == kit::Ink::Warn ? kit::Ink::Warn : kit::Ink::Accent);
}

void TodayRow::show(const Today &today, const QList<usage::Bucket> &hours, const Day &day)
{
    const QList<kit::Reading> readings{today.spend, today.requests, today.errors, today.firstToken, today.lag};
    for (qsizetype i = 0; i < m_places.size(); ++i)
        tell(m_places.at(i), readings.at(i), perHour(hours, day, m_places.at(i).value));
}

void TodayRow::showNothing()
{
    for (const Place &place : m_places)
        tell(place, {place.name, kit::format::none(), {}, {}, kit::Ink::Muted}, {});
}

} // namespace pages
