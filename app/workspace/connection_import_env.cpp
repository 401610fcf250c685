// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_parts.h"
#include "workspace/shell_words.h"
#include "workspace/words.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct Ending
{
    const char *text;
    Part part;
    bool vague = false; // means it only behind a word that is about gateways
};
constexpr Ending endings[]{{"_API_BASE_URL", Part::DataUrl}, {"_ADMIN_BASE_URL", Part::AdminUrl},
    {"_ADMIN_URL", Part::AdminUrl}, {"_MANAGEMENT_URL", Part::AdminUrl}, {"_BASE_URL", Part::DataUrl},
    {"_API_BASE", Part::DataUrl}, {"_API_URL", Part::DataUrl}, {"_DATA_URL", Part::DataUrl},
    {"_ENDPOINT", Part::DataUrl}, {"_URL", Part::DataUrl, true}, {"_MASTER_KEY", Part::AdminKey},
    {"_ADMIN_API_KEY", Part::AdminKey}, {"_ADMIN_KEY", Part::AdminKey}, {"_ADMIN_TOKEN", Part::AdminKey},
    {"_MANAGEMENT_KEY", Part::AdminKey}, {"_PROVISIONING_API_KEY", Part::AdminKey},
    {"_PROVISIONING_KEY", Part::AdminKey}, {"_VIRTUAL_KEY", Part::DataKey}, {"_DATA_KEY", Part::DataKey},
    {"_API_KEY", Part::DataKey}, {"_AUTH_TOKEN", Part::DataKey}, {"_API_TOKEN", Part::DataKey},
    {"_ACCESS_TOKEN", Part::AdminKey, true}, {"_TOKEN", Part::DataKey, true}, {"_KEY", Part::DataKey, true},
    {"_USER_ID", Part::UserId}, {"_KIND", Part::Kind, true}, {"_NAME", Part::Name, true},
    {"_ENVIRONMENT", Part::Environment, true}, {"_ENV", Part::Environment, true}, {"_CA_FILE", Part::CaFile, true},
    {"_READ_ONLY", Part::ReadOnly, true}};

struct Variable
{
    QString name;
    ShellWord value;
};

// A variable's name, taken apart: "LITELLM_PROXY_API_KEY" is the data key of "LITELLM".
struct Meaning
{
    QString group;
    Part part = Part::Name;
};

bool aboutGateways(const QString &group)
{
    static const QStringList words{u"OPENAI"_s, u"ANTHROPIC"_s, u"LITELLM"_s, u"OPENROUTER"_s, u"PORTKEY"_s,
        u"BIFROST"_s, u"NEWAPI"_s, u"ONEAPI"_s, u"FLATKEY"_s, u"LLM"_s, u"GATEWAY"_s, u"GATEWRIGHT"_s};
    const QStringList parts =
        QString(group).replace(u"NEW_API"_s, u"NEWAPI"_s).replace(u"ONE_API"_s, u"ONEAPI"_s).split(u'_');
    return std::ranges::any_of(parts, [](const QString &part) { return words.contains(part); });
}

QString kindNamed(const QString &group)
{
    static const QList<std::pair<QString, QString>> kinds{{u"LITELLM"_s, u"litellm"_s},
        {u"OPENROUTER"_s, u"openrouter"_s}, {u"PORTKEY"_s, u"portkey"_s}, {u"BIFROST"_s, u"bifrost"_s},
        {u"NEWAPI"_s, u"newapi"_s}, {u"NEW_API"_s, u"newapi"_s}, {u"ONEAPI"_s, u"newapi"_s},
        {u"ONE_API"_s, u"newapi"_s}, {u"FLATKEY"_s, u"newapi"_s}, {u"SELECT"_s, u"select"_s}};
    for (const auto &[word, kind] : kinds)
        if (group == word || group.endsWith(u'_' + word) || group.startsWith(word + u'_'))
            return kind;
    return {};
}

// Where a client goes by itself when it is given a key only.
QString usualAddress(const QString &group)
{
    static const QHash<QString, QString> all{{u"OPENAI"_s, u"https://api.openai.com/v1"_s},
        {u"OPENROUTER"_s, u"https://openrouter.ai/api/v1"_s}, {u"PORTKEY"_s, u"https://api.portkey.ai/v1"_s}};
    return all.value(group);
}

std::optional<Meaning> meaningOfVariable(const QString &name)
{
    const QString whole = u'_' + name.toUpper();
    for (const Ending &ending : endings) {
        const QLatin1StringView text(ending.text);
        if (!whole.endsWith(text))
            continue;
        QString group = whole.chopped(text.size()).mid(1);
        for (const QString &filler : {u"_PROXY"_s, u"_GATEWAY"_s})
            if (group.endsWith(filler))
                group.chop(filler.size());
        if (ending.vague && !aboutGateways(group))
            return {};
        return Meaning{group, ending.part};
    }
    return {};
}

QList<Variable> variablesOf(const QString &text, QStringList &unused)
{
    static const QRegularExpression start(
        u"^[ \\t]*(?:(?:export|set|setx)[ \\t]+|\\$env:)?([A-Za-z_][\\w.]*)[ \\t]*="_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<Variable> all;
    ShellReader reader(text);
    while (!reader.atEnd()) {
        const QString line = reader.peekLine();
        const auto match = start.match(line);
        if (match.hasMatch()) {
            reader.skip(match.capturedLength());
            all << Variable{match.captured(1), reader.envValue()};
            continue;
        }
        const QString rest = line.trimmed();
        if (!rest.isEmpty() && !rest.startsWith(u'#'))
            unused << Words::tr("Line %1 is not of the form NAME=value.").arg(reader.line());
        reader.lineRest();
    }
    return all;
}

// Collects the variables of each gateway. Lives for one text.
class Groups final
{
public:
    void add(const Variable &variable, QStringList &unused)
    {
        const auto meaning = meaningOfVariable(variable.name);
        const QString place = atLine(variable.name, variable.value.line);
        if (!meaning) {
            m_others << place;
            return;
        }
        if (variable.value.hadCommand) {
            unused << Words::tr("%1 is the output of a command; nothing is run, so it was left out.").arg(place);
            return;
        }
        if (variable.value.text.isEmpty() || (m_all.size() > 4 * mostConnections && !m_all.contains(meaning->group)))
            return;
        RawConnection &into = m_all[meaning->group];
        if (!m_order.contains(meaning->group))
            m_order << meaning->group;
        if (into.parts.contains(meaning->part))
            unused << Words::tr("%1 says the same as %2 once more; the last one counts.")
                          .arg(place, into.parts.value(meaning->part).from);
        into.parts.insert(meaning->part, {variable.value.text, place});
    }

    void finish(RawImport &out)
    {
        for (const QString &group : std::as_const(m_order)) {
            RawConnection raw = m_all.value(group);
            complete(group, raw);
            if (isOne(group, raw))
                out.connections << raw;
            else
                for (const Found &found : std::as_const(raw.parts))
                    m_others << found.from;
        }
        if (m_others.isEmpty())
            return;
        const QString more = m_others.size() > mostNamed ? u", …"_s : QString();
        out.unused << Words::tr("Not about a gateway: %1.").arg(m_others.mid(0, mostNamed).join(u"; "_s) + more);
    }

private:
    static constexpr int mostNamed = 12;

    static bool isOne(const QString &group, const RawConnection &raw)
    {
        const bool address = raw.parts.contains(Part::DataUrl) || raw.parts.contains(Part::AdminUrl);
        const bool key = raw.parts.contains(Part::DataKey) || raw.parts.contains(Part::AdminKey);
        return aboutGateways(group) ? address || key : address && key;
    }

    static void complete(const QString &group, RawConnection &raw)
    {
        const bool address = raw.parts.contains(Part::DataUrl) || raw.parts.contains(Part::AdminUrl);
        const Found any = raw.parts.isEmpty() ? Found() : raw.parts.first();
        if (const QString usual = usualAddress(group); !address && !usual.isEmpty()) {
            raw.parts.insert(Part::DataUrl, {usual, any.from});
            raw.notes << Words::tr("No address is given; clients then go to %1.").arg(usual);
        }
        QString kind = kindNamed(group);
        if (group == "OPENAI"_L1 && !address && raw.parts.contains(Part::AdminKey))
            kind = u"openai_org"_s;
        if (kind.isEmpty() || raw.parts.contains(Part::Kind))
            return;
        raw.parts.insert(Part::Kind, {kind, any.from});
        raw.notes << Words::tr("The kind is told by the variable's name only.");
    }

    QMap<QString, RawConnection> m_all;
    QStringList m_order;
    QStringList m_others;
};

} // namespace

RawImport readEnv(const QString &text)
{
    RawImport out;
    Groups groups;
    ShellVariables known;
    for (Variable variable : variablesOf(text, out.unused)) {
        variable.value.text = known.resolved(variable.value.text);
        known.set(variable.name, variable.value.text);
        groups.add(variable, out.unused);
    }
    groups.finish(out);
    return out;
}

} // namespace workspace
