// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/like_this.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pages {

static QString part(const QString &field, QString value)
{
    if (value.isEmpty())
        return field + u" = unknown"_s;
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u"%1 = \"%2\""_s.arg(field, value);
}

QString likeThis(const UsageRecord &row)
{
    QStringList parts{part(u"alias"_s, row.alias)};
    parts << (row.status ? u"status = %1"_s.arg(*row.status) : u"status = unknown"_s);
    if (!row.ended.isEmpty())
        parts << part(u"ended"_s, row.ended);
    return parts.join(u" and "_s);
}

} // namespace pages
