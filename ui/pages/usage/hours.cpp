// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/hours.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include <cmath>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

// An hour counts as known when any of its kind in the span is.
static QList<QList<double>> knownHours(const Shown &shown)
{
    QList<QList<double>> out(7, QList<double>(24, std::nan("")));
    const QDateTime end = std::min(shown.span.to, shown.ground.now);
    for (QDateTime at = shown.span.from; at < end; at = at.addSecs(3600)) {
        if (!missing(shown.ground, at, at.addSecs(3600)).isEmpty())
            continue;
        const QDateTime local = at.toTimeZone(shown.ground.zone);
        out[local.date().dayOfWeek() - 1][local.time().hour()] = 0;
    }
    return out;
}

HeatData hoursOfWeek(const Shown &shown)
{
    HeatData out;
    out.values = knownHours(shown);
    for (int day = 0; day < 7; ++day) {
        out.rows << QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
        for (int hour = 0; hour < 24; ++hour)
            if (const qint64 n = shown.now.hoursOfWeek.value(day).value(hour); n > 0)
                out.values[day][hour] = double(n);
    }
    for (int hour = 0; hour < 24; ++hour)
        out.columns << (hour % 3 == 0 ? u"%1"_s.arg(hour, 2, 10, QLatin1Char('0')) : QString());
    out.word = [](double v) { return Hours::tr("%Ln request(s)", nullptr, int(v)); };
    return out;
}

Hours::Hours(QWidget *parent) : QWidget(parent), m_map(new HeatMap(tr("Requests by weekday and hour")))
{
    auto *card = new Card(tr("Hours of the week"));
    plainColumn(this)->addWidget(card);
    m_map->setObjectName(u"hours"_s);
    card->body()->addWidget(m_map);
    card->body()->addWidget(wrapped(tr("Requests per hour. Hatched: nothing known."), Type::Caption, Ink::Muted));
    card->body()->addStretch(1);
}

void Hours::tell(const Shown &shown)
{
    m_map->setData(hoursOfWeek(shown));
}

} // namespace pages
