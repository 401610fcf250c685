// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/draft.h"
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qint64 largestCa = 4 << 20;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::connections", text);
}

// What clients put behind the base address by themselves.
static const QStringList &endpoints()
{
    static const QStringList all{
        u"/chat/completions"_s, u"/completions"_s, u"/embeddings"_s, u"/models"_s, u"/messages"_s, u"/responses"_s};
    return all;
}

static QString withoutSlash(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

static QString withPath(QUrl url, const QString &path)
{
    url.setPath(path);
    return url.toString();
}

// "gateway.example:8443/v1": an address, but for how it begins.
static bool lacksScheme(const QString &text)
{
    static const QRegularExpression host(
        u"^[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(:\\d+)?(/\\S*)?$|^localhost(:\\d+)?(/\\S*)?$"_s);
    return host.match(text).hasMatch();
}

static std::optional<AddressProposal> betterPath(const QUrl &url)
{
    const QString path = withoutSlash(url.path());
    for (const QString &endpoint : endpoints())
        if (path.endsWith(endpoint))
            return AddressProposal{withPath(url, path.chopped(endpoint.size())),
                say(QT_TRANSLATE_NOOP(
                        "pages::connections", "This is the address of one call. “%1” is added where it belongs."))
                    .arg(endpoint),
                true};
    if (path.endsWith(u"/v1/v1"_s))
        return AddressProposal{withPath(url, path.chopped(3)),
            say(QT_TRANSLATE_NOOP("pages::connections", "“/v1” stands there twice.")), true};
    if (!path.contains(u"/v1"_s))
        return AddressProposal{withPath(url, path + u"/v1"_s),
            say(QT_TRANSLATE_NOOP("pages::connections", "Most gateways want “/v1” at the end.")), false};
    return {};
}

std::optional<AddressProposal> proposalFor(const QString &address)
{
    const QString text = address.trimmed();
    if (lacksScheme(text)) {
        const bool here = text.startsWith(u"localhost"_s);
        return AddressProposal{(here ? u"http://"_s : u"https://"_s) + text,
            say(QT_TRANSLATE_NOOP("pages::connections", "An address starts with https:// or http://.")), true};
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (!web || !url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    if (url.hasQuery() || url.hasFragment())
        return AddressProposal{url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString(),
            say(QT_TRANSLATE_NOOP("pages::connections", "Cut the address off before “?” or “#”.")), true};
    return betterPath(url);
}

static QString addressRefusal(const QString &text)
{
    if (const auto proposal = proposalFor(text); proposal && proposal->must)
        return proposal->sentence;
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (text.trimmed().isEmpty())
        return say(
            QT_TRANSLATE_NOOP("pages::connections", "The address is missing. Example: https://gateway.example/v1"));
    if (!url.isValid() || url.host().isEmpty())
        return say(
            QT_TRANSLATE_NOOP("pages::connections", "This is no web address. Example: https://gateway.example/v1"));
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return say(QT_TRANSLATE_NOOP("pages::connections", "An address starts with https:// or http://."));
    if (!url.userInfo().isEmpty())
        return say(QT_TRANSLATE_NOOP(
            "pages::connections", "Take the password out of the address; the key has its own field."));
    if (url.hasQuery() || url.hasFragment())
        return say(QT_TRANSLATE_NOOP("pages::connections", "Cut the address off before “?” or “#”."));
    return {};
}

static QString nameRefusal(const QString &name, const QList<Profile> &taken)
{
    if (name.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("pages::connections", "The name is missing. Example: team-staging"));
    const bool used = std::any_of(taken.cbegin(), taken.cend(),
        [&](const Profile &profile) { return profile.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0; });
    if (used)
        return say(QT_TRANSLATE_NOOP("pages::connections", "“%1” exists. Try “%1-2”.")).arg(name.trimmed());
    return {};
}

// The file is looked at: a wrong one would only be found at the first call, as a TLS error.
static QString caRefusal(const QString &path)
{
    if (path.trimmed().isEmpty())
        return {};
    QFile file(path.trimmed());
    if (!file.open(QIODevice::ReadOnly))
        return say(QT_TRANSLATE_NOOP("pages::connections", "This file cannot be read. Choose another one."));
    if (!file.read(largestCa).contains("-----BEGIN CERTIFICATE-----"))
        return say(QT_TRANSLATE_NOOP("pages::connections",
            "This file holds no certificate. It has to be PEM, with a line “-----BEGIN CERTIFICATE-----”."));
    return {};
}

static QString proxyRefusal(const QString &typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text, QUrl::StrictMode);
    const bool whole = url.isValid() && url.scheme() == u"http"_s && !url.host().isEmpty() && url.port() > 0;
    if (text.isEmpty() || text == u"none"_s || (whole && url.userInfo().isEmpty()))
        return {};
    if (!url.userInfo().isEmpty())
        return say(QT_TRANSLATE_NOOP("pages::connections", "A proxy with a password is not supported. Take it out."));
    return say(
        QT_TRANSLATE_NOOP("pages::connections", "Write it as http://proxy.example:3128, or none for no proxy at all."));
}

QMap<DraftField, QString> refusals(const ConnectionDraft &draft, const QList<Profile> &taken)
{
    QMap<DraftField, QString> out;
    const QString address = draft.kind == u"embedded"_s ? QString() : addressRefusal(draft.address);
    if (!address.isEmpty())
        out.insert(DraftField::Address, address);
    const QString name = nameRefusal(draft.name, taken);
    if (!name.isEmpty())
        out.insert(DraftField::Name, name);
    if (draft.kind == u"embedded"_s)
        return out;
    if (const QString why = caRefusal(draft.caFile); !why.isEmpty())
        out.insert(DraftField::CaFile, why);
    if (const QString why = proxyRefusal(draft.proxy); !why.isEmpty())
        out.insert(DraftField::Proxy, why);
    return out;
}

Profile profileOf(const ConnectionDraft &draft)
{
    Profile out;
    out.name = draft.name.trimmed();
    out.kind = draft.kind;
    out.environment = draft.environment;
    out.readOnly = draft.readOnly;
    if (draft.kind == u"embedded"_s)
        return out;
    out.dataUrl = QUrl(withoutSlash(draft.address.trimmed()));
    out.caFile = draft.caFile.trimmed();
    out.proxy = draft.proxy.trimmed();
    return out;
}

QString exampleAddress()
{
    return u"https://gateway.example/v1"_s;
}

QString nameFor(const QString &address)
{
    const QString host = QUrl(address.trimmed()).host();
    return host.section(u'.', 0, 0) == u"api"_s || host.section(u'.', 0, 0) == u"www"_s ? host.section(u'.', 1, 1)
                                                                                        : host;
}

QStringList offeredKinds(const QList<Profile> &taken)
{
    QStringList kinds{u"plain_openai"_s};
    const auto embedded = [](const Profile &profile) { return profile.kind == u"embedded"_s; };
    if (std::none_of(taken.cbegin(), taken.cend(), embedded))
        kinds << u"embedded"_s;
    return kinds;
}

} // namespace pages
