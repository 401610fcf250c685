// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/plan_file.h"
#include "base/money.h"
#include "domain/network.h"
#include "workspace/plan_file_aliases.h"
#include "workspace/words.h"
#include "workspace/yaml_out.h"
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr qint64 most = 10'000'000'000;
constexpr const char *lists[] = {"aliases", "families", "upstreams", "networks"};
constexpr const char *rates[] = {"rpm", "tpm", "parallel", "wait_ms"};
constexpr const char *passportTexts[] = {
    "application", "environment", "owner", "rotation_owner", "budget_owner", "ticket", "purpose", "review_date"};

QString named(const char *prefix, const char *field)
{
    return QLatin1StringView(prefix) + QLatin1StringView(field);
}

QJsonValue timeOf(qint64 micros)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(micros / 1'000'000, Qt::UTC);
    return time.toString(Qt::ISODateWithMs);
}

// Walks one file. Lives for one reading.
class Reader
{
public:
    explicit Reader(const QByteArray &yaml) : m_root(m_yaml.load(yaml)) {}

    const std::optional<FileProblem> &problem() const { return m_yaml.problem(); }

    // Hands each key to take(name, node, fields).
    template<typename Take>
    void keys(bool overlay, Take take)
    {
        m_yaml.fields(m_root, {"version", "keys", "aliases"});
        if (m_yaml.integer(m_root, "version", 0, most).value_or(0) != 1)
            m_yaml.reject(m_root, Words::tr("version: 1 is missing; this program reads no other"));
        QSet<QString> seen;
        for (const YAML::Node &node : m_yaml.maps(m_root, "keys")) {
            m_yaml.fields(node, known(overlay));
            const QString name = m_yaml.neededText(node, "name");
            if (!m_yaml.problem() && seen.contains(name))
                m_yaml.reject(node, Words::tr("there are two keys named \"%1\"").arg(name));
            seen << name;
            const QJsonObject fields = fieldsOf(node);
            if (!m_yaml.problem())
                take(name, node, fields);
        }
    }
    // The same with aliases; a file may have none, and then says nothing about them.
    template<typename Take>
    void aliases(bool overlay, Take take)
    {
        QSet<QString> seen;
        for (const YAML::Node &node : m_yaml.maps(m_root, "aliases")) {
            const QStringList more = overlay ? QStringList{u"as"_s, u"absent"_s} : QStringList();
            const QJsonObject fields = aliasFieldsIn(m_yaml, node, more);
            const QString name = m_yaml.neededText(node, "name");
            if (!m_yaml.problem() && seen.contains(name))
                m_yaml.reject(node, Words::tr("there are two aliases named \"%1\"").arg(name));
            seen << name;
            if (!m_yaml.problem())
                take(name, node, fields);
        }
    }
    bool absent(const YAML::Node &node) { return m_yaml.flag(node, "absent").value_or(false); }
    QString as(const YAML::Node &node) { return m_yaml.text(node, "as"); }

private:
    static QStringList known(bool overlay)
    {
        QStringList names{u"name"_s, u"passport"_s};
        for (const QString &field : changes::planFields())
            if (!field.contains(u'.'))
                names << field;
        if (overlay)
            names << u"as"_s << u"absent"_s;
        return names;
    }
    bool has(const YAML::Node &node, const char *field) { return m_yaml.member(node, field).IsDefined(); }

    QJsonObject fieldsOf(const YAML::Node &node)
    {
        QJsonObject out;
        for (const char *field : lists)
            if (has(node, field))
                out.insert(named("", field), QJsonArray::fromStringList(m_yaml.texts(node, field, judgeOf(field))));
        for (const char *field : rates)
            if (has(node, field))
                out.insert(named("", field), m_yaml.integer(node, field, 0, most).value_or(0));
        if (has(node, "enabled"))
            out.insert(u"enabled"_s, m_yaml.flag(node, "enabled").value_or(true));
        if (has(node, "group"))
            out.insert(u"group"_s, emptyOr(node, "group"));
        if (has(node, "expires_at"))
            out.insert(u"expires_at"_s, expiry(node));
        if (has(node, "soft_percents"))
            out.insert(u"soft_percents"_s, percents(node));
        if (has(node, "budgets"))
            out.insert(u"budgets"_s, budgets(node));
        passport(node, out);
        return out;
    }
    static StrictYaml::Judge judgeOf(const char *field)
    {
        if (QLatin1StringView(field) != "networks"_L1)
            return {};
        return [](const QString &text) {
            return isNetwork(text) ? QString() : Words::tr("\"%1\" is no network such as 10.0.0.0/8 or ::1").arg(text);
        };
    }
    // "" in quotes declares that there is nothing.
    QString emptyOr(const YAML::Node &node, const char *field)
    {
        const YAML::Node value = m_yaml.member(node, field);
        const bool empty = value.IsScalar() && value.Scalar().empty() && value.Tag() == "!";
        return empty ? QString() : m_yaml.text(node, field);
    }
    QJsonValue expiry(const YAML::Node &node)
    {
        const YAML::Node value = m_yaml.member(node, "expires_at");
        if (value.IsScalar() && value.Scalar() == "never")
            return {};
        return timeOf(m_yaml.moment(node, "expires_at").value_or(0));
    }
    QJsonArray percents(const YAML::Node &node)
    {
        QJsonArray out;
        for (const qint64 percent : m_yaml.integers(node, "soft_percents", 1, 100))
            out << percent;
        return out;
    }
    QJsonArray budgets(const YAML::Node &node)
    {
        QJsonArray out;
        for (const YAML::Node &budget : m_yaml.maps(node, "budgets")) {
            static const QRegularExpression window(u"^(lifetime|day|week|month|[1-9][0-9]{0,3}h)$"_s);
            m_yaml.fields(budget, {"usd", "window", "raise_usd", "raise_until"});
            const qint64 nanos = m_yaml.amount(budget, "usd").value_or(0);
            const QString span = m_yaml.neededText(budget, "window");
            if (!m_yaml.problem() && (nanos <= 0 || !window.match(span).hasMatch()))
                m_yaml.reject(budget,
                    Words::tr("a budget needs usd above zero and a window: lifetime, day, week, month, or 12h"));
            const auto until = m_yaml.moment(budget, "raise_until");
            out << QJsonObject{{u"nanos"_s, nanos}, {u"window"_s, span},
                {u"raise_nanos"_s, m_yaml.amount(budget, "raise_usd").value_or(0)},
                {u"raise_until"_s, until ? timeOf(*until) : QJsonValue()}};
        }
        return out;
    }
    void passport(const YAML::Node &node, QJsonObject &out)
    {
        if (!has(node, "passport"))
            return;
        const YAML::Node who = m_yaml.member(node, "passport");
        QStringList names;
        for (const char *field : passportTexts)
            names << QLatin1StringView(field);
        m_yaml.fields(who, names);
        for (const char *field : passportTexts)
            if (has(who, field))
                out.insert(named("passport.", field), emptyOr(who, field));
        const QString date = out.value(u"passport.review_date"_s).toString();
        if (!date.isEmpty() && !QDate::fromString(date, Qt::ISODate).isValid())
            m_yaml.reject(m_yaml.member(who, "review_date"), Words::tr("\"%1\" is no date").arg(date));
    }

    StrictYaml m_yaml;
    YAML::Node m_root;
};

Yaml textsOut(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &text : value.toArray())
        texts << text.toString();
    return Yaml::texts(texts);
}

Yaml budgetsOut(const QJsonValue &value)
{
    Yaml out = Yaml::list();
    for (const auto &item : value.toArray()) {
        const QJsonObject budget = item.toObject();
        Yaml one = Yaml::map();
        one.put("usd", Yaml::decimal(money::decimal(budget[u"nanos"_s].toInteger())))
            .put("window", Yaml::text(budget[u"window"_s].toString()));
        if (budget[u"raise_nanos"_s].toInteger() > 0)
            one.put("raise_usd", Yaml::decimal(money::decimal(budget[u"raise_nanos"_s].toInteger())))
                .put("raise_until", Yaml::text(budget[u"raise_until"_s].toString()));
        out.add(std::move(one));
    }
    return out;
}

Yaml numbersOut(const QJsonValue &value)
{
    Yaml out = Yaml::list();
    for (const auto &number : value.toArray())
        out.add(Yaml::number(number.toInteger()));
    return out;
}

Yaml fieldOut(const QString &field, const QJsonValue &value)
{
    if (field == "budgets"_L1)
        return budgetsOut(value);
    if (field == "soft_percents"_L1)
        return numbersOut(value);
    if (field == "expires_at"_L1)
        return Yaml::text(value.isString() ? value.toString() : u"never"_s);
    if (value.isArray())
        return textsOut(value);
    if (value.isBool())
        return Yaml::flag(value.toBool());
    return value.isDouble() ? Yaml::number(value.toInteger()) : Yaml::text(value.toString());
}

Yaml keyOut(const QString &name, const QJsonObject &fields)
{
    Yaml out = Yaml::map();
    Yaml who = Yaml::map();
    out.put("name", Yaml::text(name));
    for (const QString &field : changes::planFields()) {
        if (!fields.contains(field))
            continue;
        if (field.contains(u'.'))
            who.put(field.section(u'.', 1).toLatin1().constData(), fieldOut(field, fields[field]));
        else
            out.put(field.toLatin1().constData(), fieldOut(field, fields[field]));
    }
    if (!who.isEmpty())
        out.put("passport", std::move(who));
    return out;
}

} // namespace

tl::expected<changes::Plan, FileProblem> readPlan(const QByteArray &yaml)
{
    Reader reader(yaml);
    changes::Plan plan;
    reader.keys(false, [&plan](const QString &name, const YAML::Node &, const QJsonObject &fields) {
        plan.keys.insert(name, fields);
    });
    reader.aliases(false, [&plan](const QString &name, const YAML::Node &, const QJsonObject &fields) {
        plan.aliases.insert(name, fields);
    });
    if (reader.problem())
        return tl::unexpected<FileProblem>(*reader.problem());
    return plan;
}

tl::expected<changes::Overlay, FileProblem> readOverlay(const QByteArray &yaml)
{
    Reader reader(yaml);
    changes::Overlay overlay;
    reader.keys(true, [&](const QString &name, const YAML::Node &node, const QJsonObject &fields) {
        overlay.keys.insert(name, {reader.as(node), reader.absent(node), fields});
    });
    reader.aliases(true, [&](const QString &name, const YAML::Node &node, const QJsonObject &fields) {
        overlay.aliases.insert(name, {reader.as(node), reader.absent(node), fields});
    });
    if (reader.problem())
        return tl::unexpected<FileProblem>(*reader.problem());
    return overlay;
}

QString writePlan(const changes::Plan &plan)
{
    Yaml keys = Yaml::list();
    for (auto key = plan.keys.begin(); key != plan.keys.end(); ++key)
        keys.add(keyOut(key.key(), key.value()));
    Yaml out = Yaml::map();
    out.put("version", Yaml::number(1)).put("keys", std::move(keys));
    Yaml aliases = Yaml::list();
    for (auto alias = plan.aliases.begin(); alias != plan.aliases.end(); ++alias)
        aliases.add(aliasOut(alias.key(), alias.value()));
    if (!aliases.isEmpty())
        out.put("aliases", std::move(aliases));
    return out.toText();
}

} // namespace workspace
