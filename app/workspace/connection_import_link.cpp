// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_parts.h"
#include "workspace/words.h"
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace workspace {

// The parameters of a link: behind "?", or behind "#" where no server's log would see them.
static QList<std::pair<QString, QString>> parametersOf(const QUrl &url)
{
    auto all = QUrlQuery(url.query(QUrl::FullyEncoded)).queryItems(QUrl::FullyDecoded);
    all += QUrlQuery(url.fragment(QUrl::FullyEncoded)).queryItems(QUrl::FullyDecoded);
    return all;
}

// gatewright://connect?data_url=...&kind=...&name=...; with a parameter twice, one of the two was not meant to be seen.
static QString readLink(const QUrl &url, int line, RawConnection &raw, QStringList &unused)
{
    if (url.host() != "connect"_L1)
        return Words::tr("The link in line %1 is no connection; those begin with gatewright://connect?").arg(line);
    for (const auto &[name, value] : parametersOf(url)) {
        const auto meaning = meaningOf(name);
        if (!meaning) {
            unused << Words::tr("%1 is no parameter of a link and was not used.").arg(atLine(name, line));
            continue;
        }
        if (raw.parts.contains(meaning->part))
            return Words::tr("%1 is given twice; such a link is not taken.").arg(atLine(name, line));
        raw.parts.insert(meaning->part, {value, atLine(name, line), meaning->reference});
    }
    const bool secret = raw.parts.contains(Part::DataKey) || raw.parts.contains(Part::AdminKey);
    if (secret)
        raw.notes << Words::tr("The link holds its key in clear: whoever has the link has the key.");
    return {};
}

RawImport readLinks(const QString &text)
{
    RawImport out;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString link = line.trimmed();
        if (link.isEmpty() || link.startsWith(u'#'))
            continue;
        const QUrl url(link, QUrl::StrictMode);
        RawConnection raw;
        QString why;
        if (!link.startsWith(u"gatewright:"_s, Qt::CaseInsensitive) || !url.isValid())
            why = Words::tr("Line %1 is no gatewright:// link.").arg(number);
        else
            why = readLink(url, number, raw, out.unused);
        if (why.isEmpty())
            out.connections << raw;
        else
            out.unused << why;
    }
    return out;
}

} // namespace workspace
