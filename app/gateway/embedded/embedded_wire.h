// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <QJsonObject>
#include <QUrlQuery>

// The JSON of resources/gateway-openapi.json, as pure functions. A failure is Decode and names the field.
namespace gateway::embedded {

QUrlQuery pageQuery(const QString &cursor); // empty: the first page

Result<Page<Key>> readKeyPage(const QByteArray &body);
Result<Key> readKey(const QByteArray &body);
Result<IssuedKey> readIssuedKey(const QByteArray &body);
Result<QJsonObject> readRawPassport(const QByteArray &body); // with the facts we do not know

QByteArray keyBody(const Key &wanted); // to create it
// To change it: only what differs. The passport replaces the one there, so it is given with the facts we do not know.
QByteArray keyBody(const Key &before, const Key &after, const QJsonObject &passportNow);

Result<Page<QList<Allowance>>> readAllowancePage(const QByteArray &body); // of each key in a page of them

Result<Page<Alias>> readAliasPage(const QByteArray &body);
QByteArray aliasBody(const Alias &alias);

Result<UsagePage> readUsagePage(const QByteArray &body, const QString &asked); // asked: the cursor it was asked with

} // namespace gateway::embedded
