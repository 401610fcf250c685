// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_parts.h"
#include "domain/select.h"
#include "gateway/address.h"
#include "gateway/admin.h"
#include "gateway/detect.h"
#include "net/endpoint.h"
#include "workspace/connection_words.h"
#include "workspace/shell_words.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype longestName = 100;
static constexpr qsizetype longestSecret = 8192;

QString atLine(const QString &what, int line)
{
    return Words::tr("%1, line %2").arg(printable(what)).arg(line);
}

// Control and format characters could turn a name round, or hide what follows.
static bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint() && c.category() != QChar::Other_Format; });
}

QString printable(const QString &text, qsizetype most)
{
    QString out;
    for (const QChar c : text.left(most))
        out += c.isPrint() && c.category() != QChar::Other_Format ? c : QChar(u'?');
    return text.size() > most ? out + u"…"_s : out;
}

std::optional<FieldMeaning> meaningOf(const QString &field)
{
    static const QHash<QString, FieldMeaning> all{{u"name"_s, {Part::Name}}, {u"title"_s, {Part::Name}},
        {u"profile"_s, {Part::Name}}, {u"kind"_s, {Part::Kind}}, {u"dataurl"_s, {Part::DataUrl}},
        {u"baseurl"_s, {Part::DataUrl}}, {u"apibase"_s, {Part::DataUrl}}, {u"apibaseurl"_s, {Part::DataUrl}},
        {u"openaibaseurl"_s, {Part::DataUrl}}, {u"openaiapibase"_s, {Part::DataUrl}},
        {u"url"_s, {Part::DataUrl, false, true}}, {u"endpoint"_s, {Part::DataUrl, false, true}},
        {u"address"_s, {Part::DataUrl, false, true}}, {u"adminurl"_s, {Part::AdminUrl}},
        {u"adminbaseurl"_s, {Part::AdminUrl}}, {u"datakey"_s, {Part::DataKey}}, {u"apikey"_s, {Part::DataKey}},
        {u"openaiapikey"_s, {Part::DataKey}}, {u"virtualkey"_s, {Part::DataKey}}, {u"authtoken"_s, {Part::DataKey}},
        {u"apitoken"_s, {Part::DataKey}}, {u"key"_s, {Part::DataKey}}, {u"token"_s, {Part::DataKey}},
        {u"datakeyref"_s, {Part::DataKey, true}}, {u"apikeyref"_s, {Part::DataKey, true}},
        {u"keyref"_s, {Part::DataKey, true}}, {u"adminkey"_s, {Part::AdminKey}}, {u"masterkey"_s, {Part::AdminKey}},
        {u"managementkey"_s, {Part::AdminKey}}, {u"adminkeyref"_s, {Part::AdminKey, true}},
        {u"userid"_s, {Part::UserId}}, {u"environment"_s, {Part::Environment}}, {u"env"_s, {Part::Environment}},
        {u"readonly"_s, {Part::ReadOnly}}, {u"cafile"_s, {Part::CaFile}}, {u"proxy"_s, {Part::Proxy}}};
    QString plain;
    for (const QChar c : field.left(longestName))
        if (c.isLetterOrNumber())
            plain += c.toLower();
    const auto at = all.constFind(plain);
    return at == all.cend() ? std::nullopt : std::optional(*at);
}

namespace {

// Makes one connection of what was found. Lives for one call.
class Finishing final
{
public:
    explicit Finishing(const RawConnection &raw) : m_raw(raw) { m_made.notes = raw.notes; }

    std::optional<ImportedConnection> run(QStringList &unused)
    {
        takeKind();
        if (m_made.profile.kind == "embedded"_L1) {
            unused << Words::tr("The embedded gateway belongs to its data dir and is not imported.");
            return {};
        }
        if (!takeAddresses()) {
            unused << (m_why.isEmpty() ? Words::tr("No address belongs to %1.").arg(origins()) : m_why);
            return {};
        }
        takeTexts();
        takeKey(Part::AdminKey, m_made.adminKey, m_made.profile.adminKeyRef);
        takeKey(Part::DataKey, m_made.dataKey, m_made.profile.dataKeyRef);
        return std::move(m_made);
    }

private:
    Found found(Part part) const { return m_raw.parts.value(part); }
    void note(const QString &sentence) { m_made.notes << sentence; }
    QString origins() const
    {
        QStringList all;
        for (const Found &each : m_raw.parts)
            if (!all.contains(each.from))
                all << each.from;
        return all.join(u"; "_s);
    }

    // The text of a part, if it can stand for itself.
    QString textOf(Part part, qsizetype most)
    {
        const Found value = found(part);
        const QString text = value.text.trimmed();
        if (text.isEmpty())
            return {};
        QString why;
        if (hasVariable(text) || value.reference)
            why = Words::tr("%1 names a variable that is not set in this text.").arg(value.from);
        else if (!isPlain(text))
            why = Words::tr("%1 holds characters that cannot be shown.").arg(value.from);
        else if (text.size() > most)
            why = Words::tr("%1 is too long.").arg(value.from);
        if (!why.isEmpty()) {
            note(why);
            m_why = m_why.isEmpty() ? why : m_why;
            return {};
        }
        m_made.from.insert(part, value.from);
        return text;
    }

    void takeKind()
    {
        const QString kind = textOf(Part::Kind, longestName).toLower();
        if (kind.isEmpty())
            return;
        if (gateway::adapterOf(kind)) {
            m_made.profile.kind = kind;
            return;
        }
        m_made.from.remove(Part::Kind);
        note(Words::tr("The kind of %1 is none that this version knows.").arg(found(Part::Kind).from));
    }

    // An address as it will be used; what is odd about it is said.
    QUrl addressOf(Part part)
    {
        const QString text = textOf(part, longestSecret);
        if (text.isEmpty())
            return {};
        const gateway::AddressReading reading = gateway::readAddress(text);
        const QUrl url = gateway::dataUrlOf(text);
        const QString odd = sentenceOf(reading);
        if (!url.isValid()) {
            m_made.from.remove(part);
            m_why = u"%1: %2"_s.arg(found(part).from, odd);
            note(m_why);
        } else if (!odd.isEmpty() && (part == Part::DataUrl || !reading.usable)) {
            note(reading.usable ? odd : Words::tr("%1 Taken: %2").arg(odd, url.toString()));
        }
        return url;
    }

    // A host that stands for one gateway only.
    void kindOfHost(const QUrl &url)
    {
        static const QHash<QString, QString> hosts{
            {u"openrouter.ai"_s, u"openrouter"_s}, {u"api.portkey.ai"_s, u"portkey"_s}};
        const QString kind = selectax::isItsHost(url.host()) ? QString(selectax::kind) : hosts.value(url.host());
        if (!m_made.profile.kind.isEmpty() || kind.isEmpty())
            return;
        m_made.profile.kind = kind;
        m_made.from.insert(Part::Kind, url.host());
    }

    bool takeAddresses()
    {
        m_made.profile.dataUrl = addressOf(Part::DataUrl);
        m_made.profile.adminUrl = addressOf(Part::AdminUrl);
        QUrl &data = m_made.profile.dataUrl;
        if (!data.isValid() && m_made.profile.adminUrl.isValid()) {
            data = net::endpoint(gateway::rootOf(m_made.profile.adminUrl), u"v1"_s);
            note(Words::tr("The address for clients is not told; %1 is supposed.").arg(data.toString()));
        }
        kindOfHost(data);
        const gateway::Adapter *adapter = gateway::adapterOf(m_made.profile.kind);
        if (adapter && m_made.profile.adminUrl.isEmpty() && data.isValid())
            m_made.profile.adminUrl = gateway::adminUrlFor(*adapter, data);
        return data.isValid();
    }

    void takeTexts()
    {
        m_made.profile.name = textOf(Part::Name, longestName);
        m_made.profile.userId = textOf(Part::UserId, longestName);
        m_made.profile.caFile = textOf(Part::CaFile, longestSecret);
        m_made.profile.proxy = textOf(Part::Proxy, longestSecret);
        const QUrl proxy(m_made.profile.proxy);
        if (!proxy.userInfo().isEmpty()) {
            m_made.profile.proxy.clear();
            note(Words::tr("A proxy with a password is not supported; it was left out."));
        }
        const QString wanted = textOf(Part::ReadOnly, longestName).toLower();
        m_made.profile.readOnly = QStringList{u"true"_s, u"yes"_s, u"1"_s, u"on"_s}.contains(wanted);
        takeEnvironment(textOf(Part::Environment, longestName).toLower());
    }

    void takeEnvironment(const QString &name)
    {
        static const QHash<QString, Environment> all{{u"development"_s, Environment::Development},
            {u"dev"_s, Environment::Development}, {u"staging"_s, Environment::Staging},
            {u"stage"_s, Environment::Staging}, {u"production"_s, Environment::Production},
            {u"prod"_s, Environment::Production}};
        m_made.profile.environment = all.value(name, Environment::Development);
        if (!name.isEmpty() && !all.contains(name))
            note(Words::tr("The environment is none of development, staging, production; it was left out."));
    }

    void takeReference(Part part, const QString &text, QString &reference)
    {
        const bool known = text.startsWith(u"env:"_s) || text.startsWith(u"file:"_s);
        if (known && isPlain(text) && text.size() < longestSecret) {
            reference = text;
            m_made.from.insert(part, found(part).from);
        } else if (!text.isEmpty()) {
            note(Words::tr("The key of %1 lies in a vault elsewhere; it has to be given again.").arg(found(part).from));
        }
    }

    void takeKey(Part part, Secret &secret, QString &reference)
    {
        const Found value = found(part);
        const QString variable = onlyVariableIn(value.text);
        const QByteArray text = value.text.toUtf8().trimmed();
        if (value.reference)
            return takeReference(part, value.text, reference);
        if (!variable.isEmpty())
            return takeReference(part, u"env:"_s + variable, reference);
        if (text.isEmpty())
            return;
        if (hasVariable(value.text))
            return note(Words::tr("%1 is put together of variables; write it out.").arg(value.from));
        const bool fits = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
        if (!fits || text.size() > longestSecret)
            return note(Words::tr("%1 holds no key: blanks, line breaks or other letters are in it.").arg(value.from));
        secret = Secret(text);
        m_made.from.insert(part, value.from);
    }

    const RawConnection &m_raw;
    ImportedConnection m_made;
    QString m_why; // there is no address
};

} // namespace

std::optional<ImportedConnection> finished(const RawConnection &raw, QStringList &unused)
{
    return Finishing(raw).run(unused);
}

} // namespace workspace
