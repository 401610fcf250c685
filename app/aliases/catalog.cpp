// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog.h"
#include "gateway/alias_json.h"
#include <algorithm>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;
using gateway::JsonReader;

namespace aliases {

namespace {

constexpr qint64 version = 1;
constexpr auto mark = "gatewright_catalog"_L1;

} // namespace

QByteArray canonical(QList<Alias> catalog)
{
    std::ranges::stable_sort(catalog, {}, &Alias::name);
    QJsonArray rows;
    for (const Alias &alias : std::as_const(catalog))
        rows.append(gateway::aliasJson(alias));
    return QJsonDocument(QJsonObject{{QString(mark), version}, {u"aliases"_s, rows}}).toJson(QJsonDocument::Indented);
}

Result<QList<Alias>> readCatalog(const QByteArray &file)
{
    Result<JsonReader> whole = gateway::readObject(file, u"catalog"_s);
    if (!whole)
        return tl::unexpected<Failure>(whole.error());
    const qint64 told = whole->integer(mark);
    if (!whole->failure() && told > version)
        return fail(FailureKind::TooNew, u"catalog: %1 is %2, known is %3"_s.arg(mark).arg(told).arg(version));
    gateway::knowOnly(*whole, {mark, "aliases"_L1});
    QList<Alias> catalog;
    QSet<QString> names;
    for (JsonReader &row : whole->objects("aliases"_L1)) {
        const Alias alias = gateway::readAlias(row);
        if (names.contains(alias.name))
            row.refuse("name"_L1, u"each alias once"_s);
        names << alias.name;
        catalog << alias;
        whole->adopt(row);
    }
    return whole->result(catalog);
}

QString hashOf(const QByteArray &canonicalBytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonicalBytes, QCryptographicHash::Sha256).toHex());
}

} // namespace aliases
