// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/strict_yaml.h"
#include "base/money.h"
#include "workspace/words.h"
#include "workspace/yaml_documents.h"
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

QString FileProblem::text() const
{
    return line == 0 ? what : Words::tr("line %1, column %2: %3").arg(line).arg(column).arg(what);
}

YAML::Node StrictYaml::load(const QByteArray &text)
{
    static constexpr qsizetype most = 1 << 20;
    if (text.size() > most) {
        m_problem = FileProblem{0, 0, Words::tr("the file is larger than 1 MB")};
        return YAML::Node(YAML::NodeType::Map);
    }
    try {
        const std::string bytes = text.toStdString();
        if (const std::optional<YAML::Mark> at = secondDocument(bytes))
            m_problem = FileProblem{
                at->line + 1, at->column + 1, Words::tr("a second document starts here; one file holds one")};
        const YAML::Node document = YAML::Load(bytes);
        return document.IsDefined() && !document.IsNull() ? document : YAML::Node(YAML::NodeType::Map);
    } catch (const YAML::Exception &wrong) {
        m_problem = FileProblem{wrong.mark.line + 1, wrong.mark.column + 1, QString::fromStdString(wrong.msg)};
        return YAML::Node(YAML::NodeType::Map);
    }
}

void StrictYaml::reject(const YAML::Node &at, const QString &what)
{
    if (!m_problem)
        m_problem = FileProblem{at.Mark().line + 1, at.Mark().column + 1, what};
}

void StrictYaml::fields(const YAML::Node &map, std::initializer_list<const char *> known)
{
    QStringList names;
    for (const char *name : known)
        names << QLatin1StringView(name);
    fields(map, names);
}

void StrictYaml::fields(const YAML::Node &map, const QStringList &names)
{
    if (m_problem)
        return;
    if (!map.IsMap())
        return reject(map, Words::tr("a map with %1 is expected here").arg(names.join(u", "_s)));
    QSet<QString> seen;
    for (const auto &entry : map) {
        const QString name = entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : u"?"_s;
        if (!names.contains(name))
            return reject(
                entry.first, Words::tr("unknown field \"%1\"; known here: %2").arg(name, names.join(u", "_s)));
        if (seen.contains(name))
            return reject(entry.first, Words::tr("\"%1\" is there twice").arg(name));
        seen.insert(name);
    }
}

YAML::Node StrictYaml::member(const YAML::Node &map, const char *field) const
{
    if (m_problem || !map.IsMap())
        return YAML::Node(YAML::NodeType::Undefined);
    return map[field];
}

static bool quoted(const YAML::Node &node)
{
    return node.Tag() == "!";
}

QString StrictYaml::textOf(const YAML::Node &node, const char *field)
{
    static const QRegularExpression other(u"^(~|null|true|false|[-+]?(\\d[\\d_]*)(\\.\\d*)?([eE][-+]?\\d+)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
    if (!node.IsScalar() || text.isEmpty())
        reject(node, Words::tr("%1 must be a text").arg(QLatin1StringView(field)));
    else if (!quoted(node) && other.match(text).hasMatch())
        reject(node, Words::tr("%1 must be a text; put %2 in quotes").arg(QLatin1StringView(field), text));
    return m_problem ? QString() : text;
}

QString StrictYaml::text(const YAML::Node &map, const char *field)
{
    const YAML::Node node = member(map, field);
    return node.IsDefined() ? textOf(node, field) : QString();
}

QString StrictYaml::neededText(const YAML::Node &map, const char *field)
{
    if (!m_problem && !member(map, field).IsDefined())
        reject(map, Words::tr("%1 is missing here").arg(QLatin1StringView(field)));
    return text(map, field);
}

QList<YAML::Node> StrictYaml::entries(const YAML::Node &map, const char *field)
{
    QList<YAML::Node> out;
    const YAML::Node list = member(map, field);
    if (!list.IsDefined())
        return out;
    if (!list.IsSequence())
        reject(list, Words::tr("%1 must be a list").arg(QLatin1StringView(field)));
    else
        for (const YAML::Node &entry : list)
            out << entry;
    return out;
}

QStringList StrictYaml::texts(const YAML::Node &map, const char *field, const Judge &wrong)
{
    QStringList out;
    for (const YAML::Node &entry : entries(map, field)) {
        const QString text = textOf(entry, field);
        const QString why = wrong && !m_problem ? wrong(text) : QString();
        if (!why.isEmpty())
            reject(entry, why);
        else if (out.contains(text))
            reject(entry, Words::tr("\"%1\" is there twice").arg(text));
        out << text;
    }
    return m_problem ? QStringList() : out;
}

// The text of an unquoted scalar; empty when it is missing or is something else.
QString StrictYaml::plainOf(const YAML::Node &node, const char *field, const QString &wanted)
{
    if (!node.IsDefined())
        return {};
    if (!node.IsScalar() || quoted(node) || node.Scalar().empty()) {
        reject(node, Words::tr("%1 must be %2").arg(QLatin1StringView(field), wanted));
        return {};
    }
    return QString::fromStdString(node.Scalar());
}

template<typename Value, typename Reader>
std::optional<Value> StrictYaml::read(
    const YAML::Node &node, const char *field, const QString &wanted, const Reader &reader)
{
    const QString text = plainOf(node, field, wanted);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<Value> value = reader(text);
    if (!value)
        reject(node, Words::tr("%1 must be %2").arg(QLatin1StringView(field), wanted));
    return value;
}

std::optional<qint64> StrictYaml::integerOf(const YAML::Node &node, const char *field, qint64 least, qint64 most)
{
    static const QRegularExpression decimal(u"^(0|[1-9][0-9]{0,17})$"_s);
    const QString wanted = Words::tr("a whole number from %1 to %2").arg(least).arg(most);
    return read<qint64>(node, field, wanted, [least, most](const QString &text) {
        const qint64 value = text.toLongLong();
        const bool fits = decimal.match(text).hasMatch() && value >= least && value <= most;
        return fits ? std::optional(value) : std::nullopt;
    });
}

std::optional<qint64> StrictYaml::integer(const YAML::Node &map, const char *field, qint64 least, qint64 most)
{
    return integerOf(member(map, field), field, least, most);
}

QList<qint64> StrictYaml::integers(const YAML::Node &map, const char *field, qint64 least, qint64 most)
{
    QList<qint64> out;
    for (const YAML::Node &entry : entries(map, field))
        out << integerOf(entry, field, least, most).value_or(0);
    return m_problem ? QList<qint64>() : out;
}

std::optional<qint64> StrictYaml::moment(const YAML::Node &map, const char *field)
{
    const QString text = this->text(map, field);
    if (text.isEmpty())
        return std::nullopt;
    const QDateTime when = text.size() == 10 ? QDate::fromString(text, Qt::ISODate).startOfDay(Qt::UTC)
                                             : QDateTime::fromString(text, Qt::ISODateWithMs);
    const bool zoned = text.size() == 10 || when.timeSpec() != Qt::LocalTime;
    if (when.isValid() && zoned)
        return when.toMSecsSinceEpoch() * 1000;
    reject(member(map, field),
        Words::tr("%1 must be a date such as 2027-01-31, or a time with its zone such as 2027-01-31T12:00:00Z")
            .arg(QLatin1StringView(field)));
    return std::nullopt;
}

std::optional<qint64> StrictYaml::amount(const YAML::Node &map, const char *field)
{
    const QString wanted = Words::tr("an amount of US dollars such as 0.15");
    return read<qint64>(member(map, field), field, wanted, [](const QString &text) {
        const auto nanos = money::nanosOf(text);
        return nanos && *nanos >= 0 ? std::optional(*nanos) : std::nullopt;
    });
}

std::optional<bool> StrictYaml::flag(const YAML::Node &map, const char *field)
{
    return read<bool>(member(map, field), field, Words::tr("true or false"), [](const QString &text) {
        const bool known = text == "true"_L1 || text == "false"_L1;
        return known ? std::optional(text == "true"_L1) : std::nullopt;
    });
}

QMap<QString, QString> StrictYaml::pairs(const YAML::Node &map, const char *field)
{
    QMap<QString, QString> out;
    const YAML::Node entries = member(map, field);
    if (!entries.IsDefined())
        return out;
    if (!entries.IsMap()) {
        reject(entries, Words::tr("%1 must be a map").arg(QLatin1StringView(field)));
        return out;
    }
    for (const auto &entry : entries) {
        const QString name = textOf(entry.first, field);
        if (out.contains(name))
            reject(entry.first, Words::tr("\"%1\" is there twice").arg(name));
        out.insert(name, textOf(entry.second, field));
    }
    return out;
}

QList<YAML::Node> StrictYaml::maps(const YAML::Node &map, const char *field)
{
    const QList<YAML::Node> out = entries(map, field);
    return m_problem ? QList<YAML::Node>() : out;
}

} // namespace workspace
