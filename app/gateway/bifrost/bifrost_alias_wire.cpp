// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_row.h"
#include "gateway/bifrost/bifrost_wire.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

void readModel(JsonReader &row, QList<Alias> &aliases)
{
    Route route;
    route.model = row.text("name"_L1);
    route.upstream = row.text("provider"_L1);
    Alias alias;
    alias.name = route.upstream + u'/' + route.model;
    alias.routes << route;
    aliases << alias;
}

// The one model name that a rule asks for; empty: it asks for something else, and is no alias.
QString nameIn(const QString &expression)
{
    static const QRegularExpression equal(u"^\\s*(?:request\\.)?model\\s*==\\s*([\"'])([^\"'\\\\]+)\\1\\s*$"_s);
    return equal.match(expression).captured(2);
}

// Shares of one, kept as hundredths.
int weightOf(JsonReader &target)
{
    const qint64 nanos = target.nanosOrNull("weight"_L1).value_or(1'000'000'000);
    return int(std::clamp<qint64>((nanos + 5'000'000) / 10'000'000, 0, 1'000'000));
}

bool everywhere(const QString &scope)
{
    return scope.isEmpty() || scope == "global"_L1;
}

// A text, or in some versions a number.
QString idOf(JsonReader &row)
{
    const QJsonValue id = row.object()["id"_L1];
    return id.isDouble() ? QString::number(id.toInteger()) : row.text("id"_L1);
}

void readRule(JsonReader &row, QList<Rule> &rules)
{
    Alias alias;
    alias.name = nameIn(row.textOrEmpty("cel_expression"_L1));
    alias.strategy = u"weighted"_s;
    alias.fallbacks = row.textsOrNone("fallbacks"_L1);
    bool faithful = !alias.name.isEmpty() && row.booleanOrNull("enabled"_L1).value_or(true)
        && everywhere(row.textOrEmpty("scope"_L1)) && !row.booleanOrNull("chain_rule"_L1).value_or(false);
    for (JsonReader target : objectsOrNone(row, "targets"_L1)) {
        Route route;
        route.upstream = target.textOrEmpty("provider"_L1);
        route.model = target.textOrEmpty("model"_L1);
        route.weight = weightOf(target);
        faithful = faithful && !route.upstream.isEmpty() && !route.model.isEmpty(); // else: what the caller sent
        alias.routes << route;
        row.adopt(target);
    }
    if (faithful && !alias.routes.isEmpty())
        rules << Rule{idOf(row), alias, row.object()};
}

} // namespace

Result<QList<Alias>> readModels(const QByteArray &body)
{
    return valuesOf<Alias>(rowsOf(body, u"model list"_s, {"models"_L1}), readModel);
}

Result<QList<Rule>> readRules(const QByteArray &body)
{
    return valuesOf<Rule>(rowsOf(body, u"routing rules"_s, {"rules"_L1, "routing_rules"_L1}), readRule);
}

} // namespace gateway::bifrost
