// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/newapi/newapi_key_wire.h"
#include "gateway/newapi/newapi_session.h"

namespace gateway::newapi {

// The keys of the account the access token belongs to; other accounts' nobody can list. Part of its Admin, main thread.
class NewApiKeys final : public Keys
{
public:
    explicit NewApiKeys(Session &session) : m_session(session) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<QList<Key>>> named(QString name) override;
    Task<Result<IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<Secret>> secretOf(Key key) override;

private:
    Task<Result<ListPage>> page(qint64 number);
    Task<Result<KeyRow>> row(QString id);
    Task<Result<QList<KeyRow>>> newest(); // the first page
    Task<Result<Secret>> secretOf(KeyRow row);
    Task<Result<MadeKey>> made(QByteArray body, QString name);
    Task<Result<MadeKey>> lookedFor(QList<KeyRow> before, QString name, std::optional<Failure> lost);
    Task<Result<IssuedKey>> issued(MadeKey told, bool enabled);
    Task<Result<KeyRow>> replaced(KeyRow now, QJsonObject body);
    Task<Result<>> switched(KeyRow row, bool on);

    Session &m_session;
};

} // namespace gateway::newapi
