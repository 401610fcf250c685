// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_parts.h"
#include "workspace/shell_words.h"
#include "workspace/strict_yaml.h"
#include "workspace/words.h"
#include <QRegularExpression>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

// Walks a document for maps that describe a connection. A node may stand there many times (aliases), so the nodes visited
// are counted. Lives for one text.
class YamlWalk final
{
public:
    explicit YamlWalk(RawImport &out) : m_out(out) {}

    void visit(const YAML::Node &node, const QString &name, int depth)
    {
        if (++m_visited > mostNodes || depth > deepest || m_out.connections.size() > mostConnections)
            return tooMuch();
        if (node.IsSequence()) {
            for (const YAML::Node &each : node)
                visit(each, {}, depth + 1);
            return;
        }
        if (!node.IsMap())
            return;
        if (isConnection(node))
            return take(node, name);
        for (const auto &entry : node)
            if (!entry.second.IsScalar())
                visit(entry.second, fieldOf(entry.first), depth + 1);
    }

private:
    static constexpr int mostNodes = 20'000;
    static constexpr int deepest = 24;
    static constexpr qsizetype longestValue = 65'536;

    void tooMuch()
    {
        if (!m_told)
            m_out.unused << Words::tr("The text is nested too deep or repeats itself; the rest was not read.");
        m_told = true;
    }

    static QString fieldOf(const YAML::Node &node)
    {
        return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
    }

    static bool isConnection(const YAML::Node &map)
    {
        bool address = false;
        bool vagueAddress = false;
        bool other = false;
        for (const auto &entry : map) {
            const auto meaning = entry.second.IsScalar() ? meaningOf(fieldOf(entry.first)) : std::nullopt;
            const bool isAddress = meaning && (meaning->part == Part::DataUrl || meaning->part == Part::AdminUrl);
            address |= isAddress && !meaning->vague;
            vagueAddress |= isAddress && meaning->vague;
            other |= meaning && (meaning->part == Part::Kind || meaning->part == Part::DataKey);
            other |= meaning && meaning->part == Part::AdminKey;
        }
        return address || (vagueAddress && other);
    }

    void take(const YAML::Node &map, const QString &name)
    {
        RawConnection raw;
        QStringList others;
        for (const auto &entry : map) {
            const QString field = fieldOf(entry.first);
            const QString place = atLine(field.isEmpty() ? u"?"_s : field, entry.first.Mark().line + 1);
            const auto meaning = meaningOf(field);
            if (entry.second.IsNull() || isOurs(field))
                continue;
            if (!entry.second.IsScalar() || !meaning || raw.parts.contains(meaning->part))
                others << place;
            else
                raw.parts.insert(meaning->part, valueOf(entry.second, place, meaning->reference));
        }
        if (!others.isEmpty())
            m_out.unused << Words::tr("Not used: %1.").arg(others.mid(0, 12).join(u"; "_s));
        if (!name.isEmpty() && !raw.parts.contains(Part::Name))
            raw.parts.insert(Part::Name, {name, atLine(name, map.Mark().line + 1)});
        m_out.connections << raw;
    }

    // What `gwctl profile list --json` says beyond what makes a connection.
    static bool isOurs(const QString &field)
    {
        return field == "id"_L1 || field == "default"_L1 || field == "time_zone"_L1;
    }

    // "${NAME}", "$NAME", "os.environ/NAME" and "env:NAME" name a variable.
    static Found valueOf(const YAML::Node &node, const QString &place, bool reference)
    {
        static const QRegularExpression variable(u"^(?:os\\.environ/|env:)([A-Za-z_]\\w*)$"_s);
        const QString text = QString::fromStdString(node.Scalar()).left(longestValue);
        const auto match = variable.match(text);
        if (match.hasMatch())
            return {u"env:"_s + match.captured(1), place, true};
        ShellReader reader(text);
        const QString read = text.startsWith(u'$') ? reader.envValue().text : QString();
        const QString name = onlyVariableIn(read);
        if (!name.isEmpty())
            return {u"env:"_s + name, place, true};
        return {text, place, reference};
    }

    RawImport &m_out;
    int m_visited = 0;
    bool m_told = false;
};

} // namespace

RawImport readYaml(const QByteArray &text)
{
    RawImport out;
    StrictYaml yaml;
    const YAML::Node root = yaml.load(text);
    if (yaml.problem()) {
        out.problem = Words::tr("This is no YAML: %1.").arg(yaml.problem()->text());
        return out;
    }
    YamlWalk(out).visit(root, {}, 0);
    return out;
}

} // namespace workspace
