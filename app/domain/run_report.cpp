// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/run_report.h"
#include <algorithm>

Outcome RunReport::outcome() const
{
    Outcome worst = Outcome::Passed;
    for (const CheckReport &check : checks)
        worst = std::max(worst, check.outcome);
    return worst;
}

QString nameOf(const CheckReport &report)
{
    const QString id = report.check + report.variant;
    return report.alias.isEmpty() ? id : id + u' ' + report.alias;
}
