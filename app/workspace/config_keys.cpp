// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/cidr.h"
#include "workspace/config_reader.h"
#include "workspace/words.h"
#include <algorithm>
#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace workspace {

proxy::Budget ConfigReader::budget(const YAML::Node &node)
{
    m_yaml.fields(node, {"usd", "window", "raise_usd", "raise_until"});
    proxy::Budget budget;
    budget.nanos = m_yaml.amount(node, "usd").value_or(0);
    if (!m_yaml.problem() && budget.nanos <= 0)
        m_yaml.reject(node, Words::tr("a budget needs usd above zero"));
    const QString window = m_yaml.neededText(node, "window");
    if (!m_yaml.problem() && !isWindow(window))
        m_yaml.reject(
            m_yaml.member(node, "window"), Words::tr("window must be lifetime, day, week, month or hours such as 12h"));
    budget.window = window.toStdString();
    budget.raiseNanos = m_yaml.amount(node, "raise_usd").value_or(0);
    budget.raiseUntilUs = m_yaml.moment(node, "raise_until").value_or(0);
    if (!m_yaml.problem() && (budget.raiseNanos > 0) != (budget.raiseUntilUs > 0))
        m_yaml.reject(node, Words::tr("a raise needs both raise_usd and raise_until"));
    return budget;
}

void ConfigReader::scopeOf(const YAML::Node &node, proxy::KeyConfig &key)
{
    const auto noNetwork = [](const QString &text) {
        return proxy::Cidr::parse(text.toStdString())
            ? QString()
            : Words::tr("\"%1\" is no network such as 10.0.0.0/8 or ::1").arg(text);
    };
    key.scope.families = stdTexts(m_yaml.texts(node, "families", wrongFamily));
    key.scope.upstreams =
        stdTexts(m_yaml.texts(node, "upstreams", [this](const QString &name) { return noUpstream(name); }));
    key.scope.cidrs = stdTexts(m_yaml.texts(node, "cidrs", noNetwork));
    key.aliases = stdTexts(m_yaml.texts(node, "aliases"));
    const YAML::Node at = m_yaml.member(node, "aliases");
    for (const std::string &alias : key.aliases) {
        if (!isBuiltIn(alias) && !m_aliases.contains(QString::fromStdString(alias)))
            m_config.notes.append(FileProblem{at.Mark().line + 1, at.Mark().column + 1,
                Words::tr("the alias \"%1\" is not in this file: only the database may have it")
                    .arg(QString::fromStdString(alias))});
    }
}

void ConfigReader::ratesOf(const YAML::Node &node, proxy::KeyConfig &key)
{
    static constexpr qint64 highestRate = 10'000'000'000;
    static constexpr qint64 longestWaitMs = 600'000;
    key.rates.requestsPerMinute = m_yaml.integer(node, "rpm", 0, highestRate).value_or(0);
    key.rates.tokensPerMinute = m_yaml.integer(node, "tpm", 0, highestRate).value_or(0);
    key.rates.parallel = m_yaml.integer(node, "parallel", 0, highestRate).value_or(0);
    key.waitMs = int(m_yaml.integer(node, "wait_ms", 0, longestWaitMs).value_or(0));
    for (const qint64 percent : m_yaml.integers(node, "soft", 1, 100))
        key.softPercents.push_back(int(percent));
    std::ranges::sort(key.softPercents);
    if (!m_yaml.problem() && !key.softPercents.empty() && key.budgets.empty())
        m_yaml.reject(m_yaml.member(node, "soft"), Words::tr("soft is a share of a budget, and there is none here"));
}

// Who answers for the key, as the JSON that the gateway keeps.
std::optional<std::string> ConfigReader::passport(const YAML::Node &node)
{
    if (!node.IsDefined())
        return std::nullopt;
    static constexpr std::array fields{
        "app", "environment", "owner", "rotation_owner", "budget_owner", "ticket", "purpose", "review_date"};
    QStringList names;
    for (const char *field : fields)
        names << QLatin1StringView(field);
    m_yaml.fields(node, names);
    QJsonObject facts;
    for (const char *field : fields)
        if (const QString text = m_yaml.text(node, field); !text.isEmpty())
            facts[QLatin1StringView(field)] = text;
    const QString date = facts["review_date"_L1].toString();
    if (!date.isEmpty() && !QDate::fromString(date, Qt::ISODate).isValid())
        m_yaml.reject(m_yaml.member(node, "review_date"), Words::tr("review_date must be a day such as 2027-01-31"));
    return QJsonDocument(facts).toJson(QJsonDocument::Compact).toStdString();
}

void ConfigReader::key(const YAML::Node &node)
{
    m_yaml.fields(node,
        {"name", "secret_ref", "enabled", "expires", "budgets", "soft", "aliases", "families", "upstreams", "cidrs",
            "rpm", "tpm", "parallel", "wait_ms", "passport"});
    proxy::KeyConfig key;
    key.name = name(node, m_keys);
    for (const YAML::Node &entry : m_yaml.maps(node, "budgets"))
        key.budgets.push_back(budget(entry));
    scopeOf(node, key);
    ratesOf(node, key);
    if (const auto expires = m_yaml.moment(node, "expires"))
        key.expiresUs = *expires;
    key.enabled = m_yaml.flag(node, "enabled").value_or(true);
    key.passport = passport(m_yaml.member(node, "passport"));
    key.secretRef = secret(node, "secret_ref", SecretWish::Of::Key, m_config.options.keys.size());
    m_config.options.keys.push_back(std::move(key));
}

} // namespace workspace
