// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/address.h"
#include "gateway/detect.h"
#include "workspace/connection_parts.h"
#include "workspace/shell_words.h"
#include "workspace/words.h"
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

// Where an admin call goes: the kind whose admin API has that path, and what stands before it.
struct AdminCall
{
    QString kind;
    QUrl root;
};

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/') + 1);
}

// What an admin API's path begins with, if no other API's does: "/key/", not "/v1/" or "/api/".
std::optional<AdminCall> adminCallOf(const gateway::Adapter &adapter, const QUrl &url)
{
    static const QSet<QString> common{u"/"_s, u"/v1/"_s, u"/api/"_s, u"/api/v1/"_s};
    const QUrl data(u"http://gateway.example/v1"_s);
    const QString path = url.path() + u'/';
    for (const gateway::Place &place : gateway::placesOf(adapter, data, gateway::adminUrlFor(adapter, data))) {
        const QString folder = place.admin ? folderOf(place.url.path()) : QString();
        const qsizetype at = folder.isEmpty() || common.contains(folder) ? -1 : path.indexOf(folder);
        if (at < 0)
            continue;
        QUrl root = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
        root.setPath(path.left(at));
        return AdminCall{QLatin1StringView(adapter.id), root};
    }
    return {};
}

std::optional<AdminCall> adminCallOf(const QUrl &url)
{
    QList<AdminCall> all;
    for (const gateway::Adapter *adapter : gateway::adapters())
        if (qstrcmp(adapter->id, "embedded") != 0)
            if (const auto call = adminCallOf(*adapter, url))
                all << *call;
    return all.size() == 1 ? std::optional(all.first()) : std::nullopt;
}

bool takesValue(const QString &option)
{
    static const QSet<QString> all{u"--header"_s, u"--data"_s, u"--data-raw"_s, u"--data-binary"_s, u"--data-ascii"_s,
        u"--data-urlencode"_s, u"--json"_s, u"--request"_s, u"--user"_s, u"--proxy"_s, u"--proxy-user"_s, u"--output"_s,
        u"--user-agent"_s, u"--referer"_s, u"--cookie"_s, u"--cookie-jar"_s, u"--form"_s, u"--upload-file"_s,
        u"--max-time"_s, u"--connect-timeout"_s, u"--write-out"_s, u"--config"_s, u"--cert"_s, u"--key"_s,
        u"--cacert"_s, u"--capath"_s, u"--url"_s, u"--url-query"_s, u"--resolve"_s, u"--retry"_s, u"--retry-delay"_s,
        u"--oauth2-bearer"_s, u"--interface"_s, u"--limit-rate"_s, u"--dump-header"_s};
    return all.contains(option);
}

QString longNameOf(QChar option)
{
    static const QHash<QChar, QString> all{{u'H', u"--header"_s}, {u'd', u"--data"_s}, {u'X', u"--request"_s},
        {u'u', u"--user"_s}, {u'x', u"--proxy"_s}, {u'o', u"--output"_s}, {u'A', u"--user-agent"_s},
        {u'e', u"--referer"_s}, {u'b', u"--cookie"_s}, {u'c', u"--cookie-jar"_s}, {u'F', u"--form"_s},
        {u'T', u"--upload-file"_s}, {u'm', u"--max-time"_s}, {u'w', u"--write-out"_s}, {u'K', u"--config"_s},
        {u'E', u"--cert"_s}, {u'U', u"--proxy-user"_s}, {u'D', u"--dump-header"_s}, {u'k', u"--insecure"_s}};
    return all.value(option);
}

// One curl command line. Lives for one statement.
class CurlCommand final
{
public:
    CurlCommand(const QList<ShellWord> &words, const ShellVariables &variables) : m_words(words), m_variables(variables)
    {}

    std::optional<RawConnection> run(QStringList &unused)
    {
        for (m_at = 0; m_at < m_words.size(); ++m_at)
            takeWord(m_words.at(m_at), unused);
        if (!m_raw.parts.contains(Part::DataUrl)) {
            unused << Words::tr("The curl command in line %1 has no address.").arg(line());
            return {};
        }
        placeKey(unused);
        return m_raw;
    }

private:
    int line() const { return m_words.isEmpty() ? 1 : m_words.first().line; }

    void takeWord(const ShellWord &word, QStringList &unused)
    {
        if (word.text.startsWith(u"--"_s)) {
            takeOption(word.text, takesValue(word.text) ? next() : ShellWord{}, unused);
            return;
        }
        if (!word.text.startsWith(u'-') || word.text.size() < 2)
            return takeAddress(word);
        for (qsizetype i = 1; i < word.text.size(); ++i) { // "-sSH VALUE", "-HVALUE"
            const QString name = longNameOf(word.text.at(i));
            if (!takesValue(name)) {
                takeOption(name, {}, unused);
                continue;
            }
            const ShellWord glued{word.text.mid(i + 1), word.line, word.hadCommand};
            takeOption(name, glued.text.isEmpty() ? next() : glued, unused);
            return;
        }
    }

    ShellWord next() { return m_at + 1 < m_words.size() ? m_words.at(++m_at) : ShellWord{}; }
    QString text(const ShellWord &word) const { return m_variables.resolved(word.text); }
    void set(Part part, const QString &value, const QString &from, int line)
    {
        m_raw.parts.insert(part, {value, atLine(from, line)});
    }

    void takeAddress(const ShellWord &word)
    {
        const QString address = text(word);
        if (m_raw.parts.contains(Part::DataUrl) || word.hadCommand)
            return;
        if (hasVariable(address) || address.contains(u"://"_s) || gateway::dataUrlOf(address).isValid())
            set(Part::DataUrl, address, u"curl"_s, word.line);
    }

    void takeOption(const QString &name, const ShellWord &value, QStringList &unused)
    {
        const QString place = atLine(name, value.text.isEmpty() ? line() : value.line);
        if (value.hadCommand && name != "--data"_L1)
            unused << Words::tr("%1 is the output of a command; nothing is run, so it was left out.").arg(place);
        else if (name == "--header"_L1)
            takeHeader(value, unused);
        else if (name == "--url"_L1)
            takeAddress(value);
        else if (name == "--oauth2-bearer"_L1)
            m_key = {text(value), place};
        else if (name == "--user"_L1)
            m_login = {text(value), place};
        else if (name == "--proxy"_L1)
            takeProxy(text(value), value.line);
        else if (name == "--cacert"_L1)
            set(Part::CaFile, text(value), name, value.line);
        else if (name == "--insecure"_L1)
            m_raw.notes << Words::tr("“-k” is not taken over: certificates are always checked. Name the CA file.");
        else if (QStringList{u"--cert"_s, u"--key"_s, u"--config"_s, u"--cookie"_s, u"--proxy-user"_s}.contains(name))
            unused << Words::tr("%1 was not taken over.").arg(place);
    }

    void takeProxy(const QString &proxy, int line)
    {
        set(Part::Proxy, proxy.contains(u"://"_s) ? proxy : u"http://"_s + proxy, u"--proxy"_s, line);
    }

    void takeHeader(const ShellWord &word, QStringList &unused)
    {
        static const QHash<QString, QString> keyHeaders{{u"authorization"_s, {}}, {u"x-api-key"_s, {}},
            {u"api-key"_s, {}}, {u"x-litellm-api-key"_s, u"litellm"_s}, {u"x-portkey-api-key"_s, u"portkey"_s},
            {u"x-bf-vk"_s, u"bifrost"_s}};
        const QString whole = text(word);
        const QString name = whole.section(u':', 0, 0).trimmed().toLower();
        const QString value = whole.section(u':', 1).trimmed();
        if (whole.startsWith(u'@')) {
            unused << Words::tr("%1: the file with headers is not read.").arg(atLine(u"--header"_s, word.line));
        } else if (name == "new-api-user"_L1) {
            set(Part::UserId, value, u"New-Api-User"_s, word.line);
            set(Part::Kind, u"newapi"_s, u"New-Api-User"_s, word.line);
        } else if (keyHeaders.contains(name)) {
            takeCredential(value, atLine(whole.section(u':', 0, 0).trimmed(), word.line));
            if (const QString kind = keyHeaders.value(name); !kind.isEmpty())
                set(Part::Kind, kind, name, word.line);
        } else if (name == "cookie"_L1) {
            unused << Words::tr("%1 was not taken over.").arg(atLine(u"Cookie"_s, word.line));
        }
    }

    void takeCredential(const QString &value, const QString &from)
    {
        const QString scheme = value.section(u' ', 0, 0).toLower();
        if (scheme == "bearer"_L1)
            m_key = {value.section(u' ', 1).trimmed(), from};
        else if (scheme == "basic"_L1)
            m_login = {QString::fromUtf8(QByteArray::fromBase64(value.section(u' ', 1).trimmed().toLatin1())), from};
        else
            m_key = {value, from};
    }

    // A key that goes to an admin API is the admin's.
    void placeKey(QStringList &unused)
    {
        Found &address = m_raw.parts[Part::DataUrl];
        const auto admin = hasVariable(address.text) ? std::nullopt : adminCallOf(QUrl(address.text));
        if (admin) {
            m_raw.parts.insert(Part::AdminUrl, {admin->root.toString(), address.from});
            m_raw.parts.insert(Part::Kind, {admin->kind, address.from});
            m_raw.parts.remove(Part::DataUrl);
        }
        const bool signsIn = admin && admin->kind == "bifrost"_L1; // with name and password, as its admin secret
        if (!m_login.text.isEmpty() && m_key.text.isEmpty() && signsIn)
            m_key = m_login;
        else if (!m_login.text.isEmpty())
            unused << Words::tr("%1: name and password are no key and were left out.").arg(m_login.from);
        const bool personal = m_raw.parts.contains(Part::UserId); // sent beside an access token only
        if (!m_key.text.isEmpty())
            m_raw.parts.insert(admin || personal ? Part::AdminKey : Part::DataKey, m_key);
    }

    QList<ShellWord> m_words;
    const ShellVariables &m_variables;
    qsizetype m_at = 0;
    RawConnection m_raw;
    Found m_key;
    Found m_login;
};

// "NAME=value" before a command.
bool assign(const ShellWord &word, ShellVariables &variables)
{
    static const QRegularExpression form(u"^([A-Za-z_]\\w*)=(.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(word.text);
    if (match.hasMatch() && !word.hadCommand)
        variables.set(match.captured(1), variables.resolved(match.captured(2)));
    return match.hasMatch();
}

bool isCurl(const ShellWord &word)
{
    const QString program = word.text.section(u'/', -1);
    return program == "curl"_L1 || program == "curl.exe"_L1;
}

// The words behind "curl"; empty: the statement is none.
std::optional<QList<ShellWord>> argumentsOf(QList<ShellWord> words, ShellVariables &variables)
{
    while (!words.isEmpty() && (words.first().text == "$"_L1 || words.first().text == "export"_L1))
        words.removeFirst();
    while (!words.isEmpty() && assign(words.first(), variables))
        words.removeFirst();
    if (words.isEmpty() || !isCurl(words.first()))
        return {};
    return words.mid(1);
}

} // namespace

bool holdsCurl(const QString &text)
{
    ShellVariables variables;
    ShellReader reader(text);
    while (!reader.atEnd())
        if (argumentsOf(reader.statement(), variables))
            return true;
    return false;
}

RawImport readCurl(const QString &text)
{
    RawImport out;
    ShellVariables variables;
    QStringList others;
    ShellReader reader(text);
    while (!reader.atEnd() && out.connections.size() <= mostConnections) {
        const QList<ShellWord> words = reader.statement();
        const auto arguments = argumentsOf(words, variables);
        if (arguments) {
            if (auto raw = CurlCommand(*arguments, variables).run(out.unused))
                out.connections << *raw;
        } else if (!words.isEmpty() && !words.last().text.contains(u'=')) {
            others << QString::number(words.first().line);
        }
    }
    others.removeDuplicates();
    if (!others.isEmpty())
        out.unused << Words::tr("Not a curl command, so not used: line %1.")
                          .arg(others.mid(0, 12).join(u", "_s) + (others.size() > 12 ? u", …"_s : QString()));
    return out;
}

} // namespace workspace
