// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_server.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr QLatin1StringView unstamped("v0.0.0");

// Which fields it has: versions say nothing, most builds are forks or unstamped.
std::optional<Generation> generationOf(
    const QJsonObject &status, const QByteArray &versionHeader, QStringList &evidence)
{
    const auto names = [&status, &evidence](const char *field) {
        const bool there = status.contains(QLatin1StringView(field));
        if (there)
            evidence << u"GET /api/status names "_s + QLatin1StringView(field);
        return there;
    };
    if (names("token_batch_group_enabled") || names("invite_reward_mode"))
        return Generation::Flatkey;
    if (!versionHeader.isEmpty())
        evidence << u"header X-New-Api-Version"_s;
    if (names("setup") || !versionHeader.isEmpty())
        return Generation::Current;
    if (names("lark_client_id") || names("oidc_well_known"))
        return Generation::OneApi;
    return {};
}

QString titleOf(Generation generation)
{
    switch (generation) {
    case Generation::OneApi:
        return u"One API"_s;
    case Generation::Old:
        return u"old New API"_s;
    case Generation::Current:
        return u"New API"_s;
    case Generation::Flatkey:
        return u"Flatkey"_s;
    }
    return {};
}

bool may(const QJsonObject &user, const char *action)
{
    const QJsonValue rights = user["permissions"_L1]["admin_permissions"_L1]["channel"_L1];
    return rights[QLatin1StringView(action)].toBool(true); // older ones do not tell: the role decides
}

} // namespace

Result<Server> readStatus(const net::Exchange &answer)
{
    const auto status = objectOf(answer.body, u"status"_s);
    if (!status)
        return tl::unexpected<Failure>(status.error());
    Server server;
    const auto generation = generationOf(*status, answer.header("x-new-api-version"), server.evidence);
    if (!generation)
        return fail(FailureKind::NotAGateway, u"/api/status answers, but not as New API or One API do"_s);
    server.generation = *generation;
    server.namesRequests = server.generation != Generation::Current || !answer.header("x-new-api-version").isEmpty();
    JsonReader reader(*status, u"status.data"_s);
    server.quotaPerUnit = reader.integer("quota_per_unit"_L1);
    if (server.quotaPerUnit <= 0)
        reader.refuse("quota_per_unit"_L1, u"not above zero"_s);
    server.selfUse = (*status)["self_use_mode_enabled"_L1].toBool();
    server.version = reader.textOrEmpty("version"_L1);
    if (server.version == unstamped)
        server.version.clear();
    if (status->contains("setup"_L1) && !(*status)["setup"_L1].toBool())
        server.evidence << u"it is not set up yet"_s;
    return reader.result(server);
}

Server seenList(Server server, const ListPage &keys)
{
    if (keys.bare && server.generation != Generation::OneApi) {
        server.generation = Generation::Old;
        server.namesRequests = false;
    }
    server.evidence << (keys.bare ? u"the key list is a bare array"_s : u"the key list tells its page"_s);
    if (!keys.rows.isEmpty()) {
        const bool masked = keys.rows.first()["key"_L1].toString().contains(u"**"_s);
        server.evidence << (masked ? u"keys are masked"_s : u"keys are shown in clear"_s);
        server.namesRequests = server.namesRequests || masked; // masks are younger than the ids
    }
    if (server.generation == Generation::Current && !server.namesRequests)
        server.evidence << u"no header X-New-Api-Version, and usage rows without request ids then"_s;
    return server;
}

QString Server::says() const
{
    return titleOf(generation) + u": "_s + evidence.join(u", "_s);
}

Result<Account> readAccount(const QByteArray &body)
{
    return objectOf(body, u"account"_s).and_then([](const QJsonObject &user) {
        JsonReader reader(user, u"account.data"_s);
        Account account;
        account.id = QString::number(reader.integer("id"_L1));
        account.name = reader.textOrEmpty("username"_L1);
        account.group = reader.textOrEmpty("group"_L1);
        account.role = reader.integer("role"_L1);
        account.quota = reader.integer("quota"_L1);
        account.used = reader.integer("used_quota"_L1);
        account.readsChannels = account.isAdmin() && may(user, "read");
        account.writesChannels = account.readsChannels && may(user, "write");
        return reader.result(account);
    });
}

bool writesPrices(const Server &server, const Account &account)
{
    return account.isRoot() && server.generation != Generation::OneApi;
}

Features widest()
{
    return {Feature::ListKeys, Feature::CreateKey, Feature::DisableKey, Feature::DeleteKey, Feature::RevealKey,
        Feature::ModelScope, Feature::KeyExpiry, Feature::Budget, Feature::NetworkScope, Feature::GroupScope,
        Feature::ListAliases, Feature::EditAliases, Feature::AliasPrices, Feature::UsageRows, Feature::UsageByRequest,
        Feature::UsageTotals, Feature::Allowances};
}

Features featuresOf(const Server &server, const Account &account)
{
    Features features = widest();
    if (server.generation == Generation::OneApi)
        features = features.without(Feature::GroupScope);
    if (!server.namesRequests)
        features = features.without(Feature::UsageByRequest);
    if (!account.writesChannels)
        features = features.without(Feature::EditAliases);
    if (!account.writesChannels || !writesPrices(server, account))
        features = features.without(Feature::AliasPrices);
    return features;
}

} // namespace gateway::newapi
