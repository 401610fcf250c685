// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/mark_chart.h"

namespace kit {

struct StackData : ChartData
{
    QList<double> typical; // optional line: what would be usual; NaN for none
    QString typicalName; // its word in the bubble
};

// Stacked columns without chart junk; colours from the tokens, bottom of the stack first.
class StackChart final : public MarkChart
{
    Q_OBJECT

public:
    using MarkChart::MarkChart;
    void setData(StackData next);

protected:
    double top() const override;
    void fill() override;
    QList<BubbleLine> lines(int mark) const override;

private:
    void addTypical();

    QList<double> m_typical;
    QString m_typicalName;
};

} // namespace kit
