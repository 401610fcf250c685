// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/heat_map.h"
#include "pages/usage/ground.h"

namespace kit {
class Card;
}

namespace pages {

// Requests by weekday and hour; hours that the span does not reach, or of which nothing is known, are empty.
kit::HeatData hoursOfWeek(const Shown &shown);

// The card around them.
class Hours final : public QWidget
{
    Q_OBJECT

public:
    explicit Hours(QWidget *parent = nullptr);
    void tell(const Shown &shown);

private:
    kit::HeatMap *m_map;
};

} // namespace pages
