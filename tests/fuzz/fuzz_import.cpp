// SPDX-License-Identifier: GPL-3.0-or-later
// A connection pasted as a .env file, curl commands, YAML or a gatewright:// link.
#include "fuzz/fuzz.h"
#include "gateway/admin.h"
#include "net/endpoint.h"
#include "workspace/connection_import.h"

using namespace Qt::StringLiterals;

namespace gateway {

// A registry of names: what the kinds do is fuzzed elsewhere, and an import only asks for these facts.
static QList<Place> somePlaces(const QUrl &dataUrl, const QUrl &adminUrl)
{
    return {{u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s), false},
        {u"models"_s, net::endpoint(dataUrl, u"models"_s), false},
        {u"keys"_s, net::endpoint(adminUrl, u"key/list"_s), true}};
}

const QList<const Adapter *> &adapters()
{
    static const Adapter embedded{"embedded", "Test gateway", true, nullptr};
    static const Adapter litellm{
        .id = "litellm", .title = "", .needsAdminUrl = true, .connect = nullptr, .places = somePlaces};
    static const Adapter newapi{
        .id = "newapi", .title = "", .needsAdminUrl = true, .connect = nullptr, .needsUserId = true};
    static const Adapter openrouter{"openrouter", "", true, nullptr};
    static const Adapter plain{"plain_openai", "", false, nullptr};
    static const QList<const Adapter *> all{&embedded, &litellm, &newapi, &openrouter, &plain};
    return all;
}

const Adapter *adapterOf(QStringView kind)
{
    for (const Adapter *adapter : adapters())
        if (kind == QLatin1StringView(adapter->id))
            return adapter;
    return nullptr;
}

} // namespace gateway

namespace {

using workspace::ConnectionImport;
using workspace::ImportedConnection;

constexpr qsizetype longestName = 100;
constexpr qsizetype telling = 12; // of a shorter secret any text may hold a copy

bool plain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint() && c.category() != QChar::Other_Format; });
}

void address(const QUrl &url)
{
    const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    fuzz::holds(url.isValid() && web && !url.host().isEmpty(), "an address can be called");
    fuzz::holds(url.userInfo().isEmpty() && !url.hasFragment(), "an address holds no password");
}

void reference(const QString &text)
{
    const bool known = text.startsWith(u"env:"_s) || text.startsWith(u"file:"_s);
    fuzz::holds(text.isEmpty() || (known && plain(text)), "a reference names a variable or a file");
}

// A key that stands in the text once, as a key, stands in no sentence about it.
void secret(const Secret &key, const QByteArray &text, const QString &said)
{
    const QByteArray &bare = key.reveal();
    const bool clean = std::ranges::all_of(bare, [](char c) { return c > ' ' && c < 0x7f; });
    fuzz::holds(clean, "a key is one word");
    if (bare.size() >= telling && text.count(bare) == 1)
        fuzz::holds(!said.contains(QString::fromLatin1(bare)), "a key is not repeated in words");
}

void one(const ImportedConnection &connection, const QByteArray &text, const QStringList &unused)
{
    const Profile &profile = connection.profile;
    const bool kind = profile.kind.isEmpty() || gateway::adapterOf(profile.kind);
    fuzz::holds(kind && profile.kind != u"embedded"_s, "a kind is known, and can be imported");
    fuzz::holds(profile.id.isEmpty() && !profile.isDefault, "nothing is kept");
    address(profile.dataUrl);
    if (!profile.adminUrl.isEmpty())
        address(profile.adminUrl);
    fuzz::holds(plain(profile.name) && profile.name.size() <= longestName, "a name can be shown");
    fuzz::holds(plain(profile.userId) && plain(profile.caFile) && plain(profile.proxy), "so can the rest");
    reference(profile.adminKeyRef);
    reference(profile.dataKeyRef);
    const QString said = (unused + connection.notes).join(u'\n');
    secret(connection.adminKey, text, said);
    secret(connection.dataKey, text, said);
}

void accepted(const ConnectionImport &read, const QByteArray &text)
{
    fuzz::holds(!read.connections.isEmpty(), "what is taken holds a connection");
    fuzz::holds(read.connections.size() <= workspace::mostConnections, "and not too many");
    for (const ImportedConnection &connection : read.connections)
        one(connection, text, read.unused);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = workspace::readConnections(text);
    if (read)
        accepted(*read, text);
    else
        fuzz::holds(!read.error().isEmpty(), "a refused text says why");
    const auto again = workspace::readConnections(text);
    fuzz::holds(read.has_value() == again.has_value(), "a text means the same each time");
    fuzz::holds(!read || read->connections.size() == again->connections.size(), "and as much");
    return 0;
}
