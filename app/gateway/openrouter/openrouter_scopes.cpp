// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openrouter/openrouter_scopes.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

constexpr int perPage = 100;

Result<> refused(const Guardrail &guardrail, qsizetype others)
{
    const QString said =
        u"the guardrail “%1” that limits its models holds for %2 other keys too: change it at OpenRouter"_s;
    return fail(FailureKind::Rejected, said.arg(guardrail.name).arg(others));
}

} // namespace

Task<Result<net::Exchange>> Scopes::page(QString path, qsizetype offset)
{
    Call call{"GET", std::move(path)};
    call.query.addQueryItem(u"offset"_s, QString::number(offset));
    call.query.addQueryItem(u"limit"_s, QString::number(perPage));
    co_return co_await m_api.ask(std::move(call));
}

Task<Result<>> Scopes::load()
{
    m_guardrails.clear();
    m_assignments.clear();
    qsizetype last = perPage;
    while (last == perPage) {
        const net::Exchange answer = co_await orReturn(page(u"guardrails"_s, m_guardrails.size()));
        const QList<Guardrail> rows = co_await orReturn(readGuardrails(answer.body));
        m_guardrails += rows;
        last = rows.size();
    }
    last = m_guardrails.isEmpty() ? 0 : perPage;
    while (last == perPage) {
        const net::Exchange answer = co_await orReturn(page(u"guardrails/assignments/keys"_s, m_assignments.size()));
        const QList<Assignment> rows = co_await orReturn(readAssignments(answer.body));
        m_assignments += rows;
        last = rows.size();
    }
    const bool named = m_assignments.isEmpty() || !m_idBySlug.isEmpty();
    if (!named)
        co_await orReturn(loadNames());
    co_return Result<>();
}

// Several ids may share a slug ("x" and "x:free"): the plain one stands for it.
Task<Result<>> Scopes::loadNames()
{
    Call call{"GET", u"models"_s};
    call.query.addQueryItem(u"output_modalities"_s, u"all"_s);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const QList<Model> models = co_await orReturn(readModels(answer.body));
    for (const Model &model : models)
        if (!m_idBySlug.contains(model.slug) || !model.alias.name.contains(u':'))
            m_idBySlug.insert(model.slug, model.alias.name);
    co_return Result<>();
}

QString Scopes::guardrailOf(const QString &hash) const
{
    const auto found = std::ranges::find(m_assignments, hash, &Assignment::key);
    return found == m_assignments.end() ? QString() : found->guardrail;
}

qsizetype Scopes::keysUnder(const QString &guardrail) const
{
    return std::ranges::count(m_assignments, guardrail, &Assignment::guardrail);
}

const Guardrail *Scopes::find(const QString &id) const
{
    const auto found = std::ranges::find(m_guardrails, id, &Guardrail::id);
    return found == m_guardrails.end() ? nullptr : &*found;
}

QStringList Scopes::of(const QString &hash) const
{
    QStringList ids;
    if (const Guardrail *guardrail = find(guardrailOf(hash)))
        for (const QString &slug : guardrail->models)
            ids << m_idBySlug.value(slug, slug);
    return ids;
}

Task<Result<>> Scopes::set(Key key, QStringList models)
{
    co_await orReturn(load());
    const Guardrail *guardrail = find(guardrailOf(key.id));
    if (!guardrail && models.isEmpty())
        co_return Result<>();
    if (!guardrail)
        co_return co_await make(std::move(key), std::move(models));
    const qsizetype others = keysUnder(guardrail->id) - 1;
    if (others > 0)
        co_return refused(*guardrail, others);
    co_return co_await narrow(guardrail->id, std::move(models));
}

Task<Result<>> Scopes::narrow(QString guardrail, QStringList models)
{
    Call call{"PATCH", u"guardrails/"_s + Api::encoded(guardrail)};
    call.json = modelsBody(models);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> Scopes::make(Key key, QStringList models)
{
    Call call{"POST", u"guardrails"_s};
    call.json = guardrailBody(key, models);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const QString id = co_await orReturn(readGuardrailId(answer.body));
    const auto assigned = co_await assign(id, key.id);
    if (!assigned)
        co_await remove(id); // it enforces nothing without a key; what failed is the assignment
    co_return assigned;
}

Task<Result<>> Scopes::assign(QString guardrail, QString hash)
{
    Call call{"POST", u"guardrails/%1/assignments/keys"_s.arg(Api::encoded(guardrail))};
    call.json = hashesBody(hash);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const qint64 count = co_await orReturn(readAssignedCount(answer.body));
    if (count != 1)
        co_return fail(FailureKind::Rejected, u"the guardrail was not assigned to the key"_s);
    co_return Result<>();
}

QString Scopes::madeFor(const Key &key) const
{
    const Guardrail *guardrail = find(guardrailOf(key.id));
    const bool ours = guardrail && guardrail->name.startsWith(u"Models of key "_s);
    return ours && keysUnder(guardrail->id) == 1 ? guardrail->id : QString();
}

Task<Result<>> Scopes::remove(QString guardrail)
{
    Call call{"DELETE", u"guardrails/"_s + Api::encoded(guardrail)};
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

} // namespace gateway::openrouter
