// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include "gateway/openrouter/openrouter_wire.h"

namespace gateway::openrouter {

// Which models each key may ask for. OpenRouter keeps that in guardrails beside the keys: at most one a key, and one may
// hold for many keys. Part of OpenRouterKeys, main thread.
class Scopes
{
public:
    explicit Scopes(Api &api) : m_api(api) {}

    Task<Result<>> load(); // of all keys
    QStringList of(const QString &hash) const; // by model id, as last loaded; empty: every model
    // Two calls: the guardrail is taken back where its assignment fails. Rejected: it holds for other keys too.
    Task<Result<>> set(Key key, QStringList models);
    // Removes the guardrail that we made for this key alone; to be asked before the key goes, done after it.
    QString madeFor(const Key &key) const;
    Task<Result<>> remove(QString guardrail);

private:
    Task<Result<>> loadNames();
    Task<Result<>> make(Key key, QStringList models);
    Task<Result<>> assign(QString guardrail, QString hash);
    Task<Result<>> narrow(QString guardrail, QStringList models);
    Task<Result<net::Exchange>> page(QString path, qsizetype offset);
    QString guardrailOf(const QString &hash) const;
    qsizetype keysUnder(const QString &guardrail) const;
    const Guardrail *find(const QString &id) const;

    Api &m_api;
    QList<Guardrail> m_guardrails;
    QList<Assignment> m_assignments;
    QHash<QString, QString> m_idBySlug;
};

} // namespace gateway::openrouter
