// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/lint.h"
#include "aliases/catalog_service.h"
#include "aliases/difference.h"
#include "aliases/retirements.h"
#include "aliases/words.h"
#include "base/or_return.h"
#include <algorithm>
#include <QSet>

using namespace Qt::StringLiterals;

namespace aliases {

namespace {

constexpr qint64 soonDays = 60;

struct Lint
{
    const QList<Alias> &catalog;
    const Facts &facts;
    QHash<QString, Alias> byName = {};
    QList<Finding> found = {};

    void say(Severity severity, const char *rule, const QString &alias, const QString &what, const QString &next)
    {
        found << Finding{severity, QString::fromLatin1(rule), alias, what, next};
    }
    void one(const Alias &alias);
    void circle(const Alias &alias);
    void fallbacks(const Alias &alias);
    void families(const Alias &alias, const Alias &other);
    void routes(const Alias &alias);
    void repeated(const Alias &alias);
    void price(const Alias &alias);
    void retirement(const Alias &alias, const Route &route);
    void unused(const Alias &alias);
    void failed(const Alias &alias);
    void unknown();
    void alike();
};

// Whether following fallbacks from one alias comes back to it.
bool comesBack(const QHash<QString, Alias> &byName, const QString &start)
{
    QStringList open = byName.value(start).fallbacks;
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        if (name == start)
            return true;
        if (seen.contains(name))
            continue;
        seen << name;
        open << byName.value(name).fallbacks;
    }
    return false;
}

void Lint::circle(const Alias &alias)
{
    if (comesBack(byName, alias.name))
        say(Severity::Error, "C01", alias.name,
            Words::tr("Its fallbacks lead back to itself: %1.").arg(alias.fallbacks.join(u", "_s)),
            Words::tr("Take one of them out of the circle."));
}

void Lint::families(const Alias &alias, const Alias &other)
{
    if (alias.families.isEmpty() || other.families.isEmpty())
        return; // not told
    QStringList missing;
    for (const QString &family : alias.families)
        if (!other.families.contains(family))
            missing << family;
    if (!missing.isEmpty())
        say(Severity::Warning, "C05", alias.name,
            Words::tr("Its fallback %1 does not answer %2.").arg(other.name, missing.join(u", "_s)),
            Words::tr("Choose a fallback of the same endpoint family."));
}

void Lint::fallbacks(const Alias &alias)
{
    for (const QString &name : alias.fallbacks) {
        const auto other = byName.constFind(name);
        if (other != byName.constEnd())
            families(alias, *other);
        else
            say(Severity::Error, "C02", alias.name, Words::tr("Its fallback %1 is not in the catalog.").arg(name),
                Words::tr("Remove the fallback, or add the alias."));
    }
}

void Lint::repeated(const Alias &alias)
{
    QSet<QString> seen;
    for (const Route &route : alias.routes) {
        if (seen.contains(nameOf(route)))
            say(Severity::Warning, "C09", alias.name, Words::tr("The route %1 stands there twice.").arg(nameOf(route)),
                Words::tr("Keep one of them, with the weight of both."));
        seen << nameOf(route);
    }
}

QDate endOf(const Route &route, const Facts &facts)
{
    return facts.retires ? facts.retires(route.model) : retirementOf(route.model);
}

// Who would notice: the keys, each with the ticket of its passport.
QString usersText(const Facts &facts, const QString &alias)
{
    constexpr qsizetype mostNamed = 6;
    if (!facts.users)
        return {};
    const QList<AliasUser> users = facts.users->value(alias);
    if (users.isEmpty())
        return Words::tr("No key called it lately or names it in its scope.");
    QStringList names;
    for (const AliasUser &user : users.first(qMin(mostNamed, users.size())))
        names << (user.ticket.isEmpty() ? Words::tr("%1 (no ticket)").arg(user.key)
                                        : u"%1 (%2)"_s.arg(user.key, user.ticket));
    if (users.size() > mostNamed)
        names << Words::tr("%n more", nullptr, int(users.size() - mostNamed));
    return Words::tr("Keys that use it: %1.").arg(names.join(u", "_s));
}

QString replacementText(const Facts &facts, const QString &model)
{
    const QString next = facts.follows ? facts.follows(model) : successorOf(model);
    return next.isEmpty()
        ? Words::tr("No replacement is named: choose one, try it with a smoke test, then remove this route.")
        : Words::tr("Add a route to %1, which follows, try it with a smoke test, then remove this one.").arg(next);
}

void Lint::retirement(const Alias &alias, const Route &route)
{
    const QDate day = endOf(route, facts);
    if (!day.isValid())
        return;
    const qint64 left = facts.today.daysTo(day);
    const Severity severity = left <= 0 ? Severity::Error : left <= soonDays ? Severity::Warning : Severity::Note;
    const QString text = left <= 0 ? Words::tr("Its route %1 leads to a model that its provider ended on %2.")
                                   : Words::tr("Its route %1 leads to a model that its provider ends on %2.");
    QStringList said{text.arg(nameOf(route), day.toString(Qt::ISODate)), usersText(facts, alias.name)};
    said.removeAll(QString());
    say(severity, "C06", alias.name, said.join(u' '), replacementText(facts, route.model));
}

void Lint::routes(const Alias &alias)
{
    if (alias.routes.isEmpty()) {
        const bool told = std::ranges::any_of(catalog, [](const Alias &other) { return !other.routes.isEmpty(); });
        if (told)
            say(Severity::Error, "C03", alias.name, Words::tr("Nothing stands behind it: it has no route."),
                Words::tr("Add a route, or remove the alias."));
        return;
    }
    if (std::ranges::all_of(alias.routes, [](const Route &route) { return route.weight == 0; }))
        say(Severity::Error, "C10", alias.name, Words::tr("Each of its routes has weight 0: no call goes through."),
            Words::tr("Give one of them a weight."));
    repeated(alias);
    for (const Route &route : alias.routes)
        retirement(alias, route);
}

bool priced(const Price &price, bool output)
{
    return price.inputNanos && (price.outputNanos || !output);
}

void Lint::price(const Alias &alias)
{
    const bool output = alias.families != QStringList{u"embeddings"_s};
    const bool known = priced(alias.price, output)
        || (!alias.routes.isEmpty()
            && std::ranges::all_of(alias.routes, [&](const Route &route) { return priced(route.price, output); }));
    if (known)
        return;
    if (alias.price.unset)
        return say(Severity::Error, "C04", alias.name,
            Words::tr("It has no price: the gateway refuses its calls and leaves it out of the list of models."),
            Words::tr("Set its price at the gateway."));
    const QString why = alias.price.whyNone;
    const QString said = Words::tr("It has no known price: its calls will have no known cost.");
    say(Severity::Warning, "C04", alias.name,
        why.isEmpty() ? said : Words::tr("%1 The gateway says: %2.").arg(said, why),
        Words::tr("Set its price at the gateway."));
}

void Lint::unused(const Alias &alias)
{
    if (facts.days > 0 && facts.calls.value(alias.name) == 0)
        say(Severity::Note, "C08", alias.name,
            Words::tr("Nobody called it in the last %n day(s).", nullptr, facts.days),
            Words::tr("Ask its owner whether it may go."));
}

bool offered(const Alias &alias, const QString &family)
{
    return alias.families.isEmpty() || alias.families.contains(family); // a gateway that tells none may offer any
}

// Declared, and a smoke run said otherwise.
void Lint::failed(const Alias &alias)
{
    for (const Proof &proof : facts.proofs.value(alias.name))
        if (facts.now.isValid() && offered(alias, proof.family) && standingOf(proof, facts.now) == Standing::Failed)
            say(Severity::Warning, "C12", alias.name,
                Words::tr("It is offered for %1, and its last smoke test of that failed on %2.")
                    .arg(proof.family, proof.at.toUTC().date().toString(Qt::ISODate)),
                Words::tr("See the run under Smoke tests, then repair the route or take the family away."));
}

// Names that callers used and the catalog does not hold.
void Lint::unknown()
{
    for (auto at = facts.calls.begin(); at != facts.calls.end(); ++at)
        if (!at.key().isEmpty() && at.value() > 0 && !byName.contains(at.key()))
            say(Severity::Warning, "C07", at.key(),
                Words::tr("It is not in the catalog, and %n call(s) asked for it.", nullptr, int(at.value())),
                Words::tr("Add the alias, or find who calls it under Requests."));
}

void Lint::alike()
{
    QHash<QString, QString> seen;
    for (const Alias &alias : catalog) {
        const QString plain = alias.name.trimmed().toCaseFolded();
        if (seen.contains(plain))
            say(Severity::Warning, "C11", alias.name,
                Words::tr("Only case or spaces tell it from %1.").arg(seen.value(plain)),
                Words::tr("Rename one of them; callers will mix them up."));
        seen.insert(plain, alias.name);
    }
}

void Lint::one(const Alias &alias)
{
    circle(alias);
    fallbacks(alias);
    routes(alias);
    price(alias);
    unused(alias);
    failed(alias);
}

} // namespace

Result<Facts> factsOf(const Result<QHash<QString, qint64>> &calls, const QDateTime &now, int days)
{
    if (!calls)
        return tl::unexpected<Failure>(calls.error());
    Facts facts;
    facts.today = now.toUTC().date();
    facts.calls = *calls;
    facts.days = calls->isEmpty() ? 0 : days;
    return facts;
}

QStringList retiring(const QList<Alias> &catalog, const Facts &facts)
{
    QStringList names;
    for (const Alias &alias : catalog)
        if (std::ranges::any_of(alias.routes, [&facts](const Route &route) { return endOf(route, facts).isValid(); }))
            names << alias.name;
    return names;
}

Task<Result<Facts>> keptFacts(CatalogArchive &archive, QList<Alias> catalog, QDateTime now, int days)
{
    const QDateTime from = now.addDays(-days);
    const auto calls = co_await archive.callsSince(from);
    Result<Facts> facts = factsOf(calls, now, days);
    if (!facts)
        co_return facts;
    facts->proofs = co_await orReturn(provenOf(archive, catalog));
    facts->now = now;
    const QStringList ending = retiring(catalog, *facts);
    if (!ending.isEmpty())
        facts->users = co_await orReturn(archive.usersOf(ending, from));
    co_return facts;
}

QList<Finding> lint(const QList<Alias> &catalog, const Facts &facts)
{
    Lint lint{catalog, facts};
    for (const Alias &alias : catalog)
        lint.byName.insert(alias.name, alias);
    for (const Alias &alias : catalog)
        lint.one(alias);
    lint.unknown();
    lint.alike();
    const auto order = [](const Finding &a, const Finding &b) {
        return std::tuple(-int(a.severity), a.rule, a.alias, a.what)
            < std::tuple(-int(b.severity), b.rule, b.alias, b.what);
    };
    std::ranges::sort(lint.found, order);
    return lint.found;
}

} // namespace aliases
