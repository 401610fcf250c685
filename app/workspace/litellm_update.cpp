// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/litellm_file.h"
#include "workspace/words.h"
#include "workspace/yaml_out.h"
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// A LiteLLM file that is brought up to date line by line, so that everything else in it stays.
namespace workspace {

namespace {

// Lines of a file, with edits that are made from its end to its beginning: each finds its place as it was read.
class Lines
{
public:
    explicit Lines(const QByteArray &text) : m_lines(text.split('\n')) {}

    const QByteArray &at(int line) const { return m_lines.at(line); }
    int count() const { return int(m_lines.size()); }
    using Edit = std::function<void(QList<QByteArray> &)>;
    void put(FileSpot spot, Edit edit) { m_edits << std::pair(spot, std::move(edit)); }
    QByteArray done()
    {
        std::ranges::reverse(m_edits); // what is put at one place twice stands there in the order it was put
        std::ranges::stable_sort(m_edits, [](const auto &a, const auto &b) {
            return std::pair(a.first.line, a.first.column) > std::pair(b.first.line, b.first.column);
        });
        for (const auto &[spot, edit] : std::as_const(m_edits))
            edit(m_lines);
        return m_lines.join('\n');
    }

private:
    QList<QByteArray> m_lines;
    QList<std::pair<FileSpot, Edit>> m_edits;
};

int indentOf(const QByteArray &line)
{
    int indent = 0;
    while (indent < line.size() && line.at(indent) == ' ')
        ++indent;
    return indent;
}

bool isRemark(const QByteArray &line)
{
    const QByteArray trimmed = line.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith('#');
}

// How many bytes the value that begins there takes: to the end of its quotes, its brackets, or before a remark.
qsizetype lengthAt(const QByteArray &line, qsizetype from)
{
    const char first = from < line.size() ? line.at(from) : ' ';
    const char last = first == '[' ? ']' : first;
    if (first == '"' || first == '\'' || first == '[') {
        const auto end = line.indexOf(last, from + 1);
        return end < 0 ? -1 : end - from + 1;
    }
    qsizetype end = line.indexOf(" #", from);
    for (const char stop : {',', '}'})
        if (const auto at = line.indexOf(stop, from); at >= 0 && (end < 0 || at < end))
            end = at;
    return line.mid(from, end < 0 ? -1 : end - from).trimmed().size();
}

class Update
{
public:
    Update(const QByteArray &text, LiteLlmFile file, const QList<Alias> &catalog)
        : m_lines(text)
        , m_file(std::move(file))
        , m_before(aliasesOf(m_file))
        , m_catalog(catalog)
        , m_taken(m_file.entries.size(), false)
    {}

    LiteLlmUpdate done()
    {
        for (const Alias &alias : m_catalog)
            write(alias);
        for (qsizetype at = 0; at < m_file.entries.size(); ++at)
            if (!m_taken.at(at))
                remove(at);
        return {m_lines.done(), m_missing};
    }

private:
    using Fits = bool (*)(const LiteLlmEntry &, const Route &);

    void write(const Alias &alias)
    {
        if (alias.routes.size() == 1 && alias.routes.first().upstream.isEmpty()) {
            m_missing << Words::tr("alias \"%1\": it leads to another one (router_settings.model_group_alias)")
                             .arg(alias.name);
            return;
        }
        for (const Route &route : alias.routes) {
            const auto at = entryOf(alias, route);
            if (at >= 0)
                change(m_file.entries.at(at), alias, route);
            else
                add(alias, route);
        }
        writeFallbacks(alias);
    }

    // The surest likeness first: the same upstream, the same name of a provider, the same model, that model of any provider.
    qsizetype entryOf(const Alias &alias, const Route &route)
    {
        const std::initializer_list<Fits> likenesses{[](const LiteLlmEntry &e, const Route &r) {
                                                         return e.route.upstream == r.upstream
                                                             && e.route.model == r.model;
                                                     },
            [](const LiteLlmEntry &e, const Route &r) { return e.route.model == r.upstream + u'/' + r.model; },
            [](const LiteLlmEntry &e, const Route &r) { return e.route.model == r.model; },
            [](const LiteLlmEntry &e, const Route &r) { return e.route.model.section(u'/', 1) == r.model; }};
        for (const Fits fits : likenesses)
            for (qsizetype at = 0; at < m_file.entries.size(); ++at)
                if (!m_taken.at(at) && m_file.entries.at(at).alias == alias.name
                    && fits(m_file.entries.at(at), route)) {
                    m_taken[at] = true;
                    return at;
                }
        return -1;
    }

    void change(const LiteLlmEntry &entry, const Alias &alias, const Route &route)
    {
        const Price price = route.price == Price() ? alias.price : route.price;
        const Alias told = before(entry);
        const Price was = entry.route.price == Price() ? told.price : entry.route.price;
        if (route.weight != entry.route.weight)
            set(entry, entry.weight, "weight", QByteArray::number(route.weight));
        setPrice(entry, entry.input, "input_cost_per_token", price.inputNanos, was.inputNanos);
        setPrice(entry, entry.output, "output_cost_per_token", price.outputNanos, was.outputNanos);
        setPrice(entry, entry.cached, "cache_read_input_token_cost", price.cachedNanos, was.cachedNanos);
        const auto longest = entry.contextTokens ? entry.contextTokens : told.contextTokens;
        if (alias.contextTokens && alias.contextTokens != longest)
            setContext(entry, *alias.contextTokens);
    }

    // The entry's alias as the file tells it: what an entry does not tell is its alias's, as in a catalog.
    Alias before(const LiteLlmEntry &entry) const
    {
        const auto found = std::ranges::find(m_before, entry.alias, &Alias::name);
        return found == m_before.cend() ? Alias() : *found;
    }

    void setPrice(const LiteLlmEntry &entry, const FileSpot &spot, const char *field, const std::optional<qint64> &is,
        const std::optional<qint64> &was)
    {
        if (is && is != was)
            set(entry, spot, field, usdPerToken(*is).toUtf8());
    }

    // In place of the value that is there, else as a field beside the model.
    void set(const LiteLlmEntry &entry, const FileSpot &spot, const char *field, const QByteArray &value)
    {
        if (spot.line >= 0)
            replace(entry, spot, field, value);
        else
            insert(entry, entry.model, field, value, 1);
    }

    void setContext(const LiteLlmEntry &entry, qint64 tokens)
    {
        const QByteArray value = QByteArray::number(tokens);
        if (entry.context.line >= 0)
            return replace(entry, entry.context, "max_input_tokens", value);
        if (entry.info.line >= 0)
            return insert(entry, entry.info, "max_input_tokens", value, 0);
        m_missing << Words::tr("alias \"%1\": its longest input; the entry has no model_info").arg(entry.alias);
    }

    void replace(const LiteLlmEntry &entry, const FileSpot &spot, const char *field, const QByteArray &value)
    {
        const auto length = lengthAt(m_lines.at(spot.line), spot.column);
        if (length <= 0)
            return cannot(entry, spot, field);
        m_lines.put(spot,
            [spot, length, value](QList<QByteArray> &lines) { lines[spot.line].replace(spot.column, length, value); });
    }

    // A line of its own before (0) or after (1) the line of a field of the same map.
    void insert(
        const LiteLlmEntry &entry, const FileSpot &beside, const char *field, const QByteArray &value, int after)
    {
        const QByteArray line = beside.line >= 0 ? m_lines.at(beside.line) : QByteArray();
        const int indent = indentOf(line);
        if (entry.inFlow || beside.line < 0 || line.contains('{') || line.trimmed().startsWith('-'))
            return cannot(entry, beside, field);
        const QByteArray added = QByteArray(indent, ' ') + field + ": " + value;
        m_lines.put({beside.line, -1},
            [at = beside.line + after, added](QList<QByteArray> &lines) { lines.insert(at, added); });
    }

    void cannot(const LiteLlmEntry &entry, const FileSpot &spot, const char *field)
    {
        m_missing << Words::tr("alias \"%1\": %2 near line %3; write the entry with a field a line")
                         .arg(entry.alias, QLatin1StringView(field))
                         .arg(spot.line + 1);
    }

    int dashOf(const LiteLlmEntry &entry) const
    {
        return int(m_lines.at(entry.begin.line).lastIndexOf('-', entry.begin.column));
    }

    // Behind the last line of an entry: what is remarked there on the next one is not its own.
    int endOf(qsizetype at) const
    {
        const LiteLlmEntry &entry = m_file.entries.at(at);
        const int dash = dashOf(entry);
        int end = entry.begin.line + 1;
        while (end < m_lines.count() && (isRemark(m_lines.at(end)) || indentOf(m_lines.at(end)) > dash))
            ++end;
        while (end > entry.begin.line + 1 && isRemark(m_lines.at(end - 1))
            && (m_lines.at(end - 1).trimmed().isEmpty() || indentOf(m_lines.at(end - 1)) <= dash))
            --end;
        return end;
    }

    void remove(qsizetype at)
    {
        const int begin = m_file.entries.at(at).begin.line;
        const int end = endOf(at);
        if (dashOf(m_file.entries.at(at)) < 0 || m_file.entries.at(at).inFlow)
            return cannot(m_file.entries.at(at), m_file.entries.at(at).begin, "model_name");
        m_lines.put({begin, -1}, [begin, end](QList<QByteArray> &lines) { lines.remove(begin, end - begin); });
    }

    void add(const Alias &alias, const Route &route)
    {
        const qsizetype last = m_file.entries.size() - 1;
        const int end = endOf(last);
        const QByteArray indent(qMax(0, dashOf(m_file.entries.at(last))), ' ');
        Yaml list = Yaml::list();
        list.add(entryFor(alias, route));
        QList<QByteArray> fresh;
        for (const QByteArray &line : list.toText().toUtf8().trimmed().split('\n'))
            fresh << indent + line;
        m_lines.put({end, -1}, [end, fresh](QList<QByteArray> &lines) {
            for (qsizetype at = fresh.size() - 1; at >= 0; --at)
                lines.insert(end, fresh.at(at));
        });
        m_missing << Words::tr("alias \"%1\": the key of its new route %2")
                         .arg(alias.name, route.upstream + u'/' + route.model);
    }

    Yaml entryFor(const Alias &alias, const Route &route) const
    {
        const bool address = route.upstream.contains("://"_L1);
        const bool whole = address || route.model.contains(u'/');
        const Price price = route.price == Price() ? alias.price : route.price;
        Yaml params = Yaml::map();
        params.put("model", Yaml::text(whole ? route.model : route.upstream + u'/' + route.model));
        if (address)
            params.put("api_base", Yaml::text(route.upstream));
        if (route.weight != 1)
            params.put("weight", Yaml::number(route.weight));
        for (const auto &[field, nanos] : {std::pair("input_cost_per_token", price.inputNanos),
                 {"output_cost_per_token", price.outputNanos}, {"cache_read_input_token_cost", price.cachedNanos}})
            if (nanos)
                params.put(field, Yaml::decimal(usdPerToken(*nanos)));
        Yaml out = Yaml::map();
        out.put("model_name", Yaml::text(alias.name)).put("litellm_params", std::move(params));
        return out;
    }

    void writeFallbacks(const Alias &alias)
    {
        if (alias.fallbacks == m_file.fallbacks.value(alias.name))
            return;
        const FileSpot spot = m_file.fallbackLists.value(alias.name);
        const bool inLine = spot.line >= 0 && m_lines.at(spot.line).mid(spot.column).startsWith('[');
        const auto length = inLine ? lengthAt(m_lines.at(spot.line), spot.column) : -1;
        if (length <= 0) {
            m_missing << Words::tr("alias \"%1\": its fallbacks %2 (router_settings.fallbacks)")
                             .arg(alias.name, alias.fallbacks.join(u", "_s));
            return;
        }
        QStringList names;
        for (const QString &name : alias.fallbacks)
            names << Yaml::quoted(name);
        const QByteArray value = '[' + names.join(u", "_s).toUtf8() + ']';
        m_lines.put(spot,
            [spot, length, value](QList<QByteArray> &lines) { lines[spot.line].replace(spot.column, length, value); });
    }

    Lines m_lines;
    LiteLlmFile m_file;
    QList<Alias> m_before; // as the file tells them
    const QList<Alias> &m_catalog;
    QList<bool> m_taken; // an entry that some route is
    QStringList m_missing;
};

} // namespace

QString usdPerToken(qint64 nanos)
{
    if (nanos == 0)
        return u"0.0"_s;
    QString digits = QString::number(nanos);
    const auto exponent = digits.size() - 1 - 15;
    while (digits.size() > 1 && digits.endsWith(u'0'))
        digits.chop(1);
    const QString rest = digits.size() > 1 ? digits.mid(1) : u"0"_s;
    return u"%1.%2e%3%4"_s.arg(digits.first(1), rest, exponent < 0 ? u"-"_s : u"+"_s).arg(qAbs(exponent));
}

Result<LiteLlmUpdate> updatedLiteLlm(const QByteArray &text, const QList<Alias> &catalog)
{
    const auto file = readLiteLlm(text);
    if (!file)
        return tl::unexpected<Failure>(file.error());
    if (file->entries.isEmpty())
        return fail(FailureKind::Input, Words::tr("it has no model_list to bring up to date"));
    LiteLlmUpdate update = Update(text, *file, catalog).done();
    if (const auto again = readLiteLlm(update.text); !again) // what cannot be read must not be written
        return tl::unexpected<Failure>(again.error());
    return update;
}

} // namespace workspace
