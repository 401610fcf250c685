// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/row_filter.h"
#include "base/clock.h"

using namespace Qt::StringLiterals;

namespace cli {

Maybe<usage::Filter> rowFilter(const Args &args, const QList<usage::Field> &fields, const QString &example)
{
    usage::FilterMoment moment;
    moment.now = Clock().now();
    const auto filter = usage::Filter::parse(args.value("filter"), fields, moment);
    if (!filter)
        return misuse(u"--filter"_s, usage::inWords(filter.error()), example);
    return *filter;
}

} // namespace cli
