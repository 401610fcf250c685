// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/draft.h"
#include "gateway/address.h"
#include "gateway/admin.h"
#include "gateway/detect.h"
#include "net/http_options.h"
#include "workspace/connection_words.h"
#include <QCoreApplication>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qint64 largestCa = 4 << 20;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::connections", text);
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

static QString keyPairRefusal(const ConnectionDraft &draft)
{
    net::HttpOptions options;
    options.clientCertFile = draft.clientCert.trimmed();
    options.clientKeyFile = draft.clientKey.trimmed();
    options.clientKeyPass = draft.clientKeyPass;
    const auto ssl = net::sslConfigurationOf(options);
    if (ssl)
        return {};
    return say(QT_TRANSLATE_NOOP("pages::connections",
                   "These files cannot be used: %1. Both have to be PEM; an encrypted key needs its passphrase."))
        .arg(ssl.error().detail);
}

// Both files or none, and a passphrase only with them; they are looked at as the authority is.
static std::pair<DraftField, QString> clientRefusal(const ConnectionDraft &draft)
{
    const bool cert = !draft.clientCert.trimmed().isEmpty();
    const bool key = !draft.clientKey.trimmed().isEmpty();
    if (key && !cert)
        return {DraftField::ClientCert,
            say(QT_TRANSLATE_NOOP(
                "pages::connections", "The private key is of no use without its certificate. Choose it."))};
    if (cert && !key)
        return {DraftField::ClientKey,
            say(QT_TRANSLATE_NOOP(
                "pages::connections", "The certificate is of no use without its private key. Choose it."))};
    if (!cert && !draft.clientKeyPass.isEmpty())
        return {DraftField::ClientCert,
            say(QT_TRANSLATE_NOOP(
                "pages::connections", "A passphrase alone opens nothing. Choose certificate and key."))};
    return {DraftField::ClientKey, cert ? keyPairRefusal(draft) : QString()};
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

static QString addressRefusal(const QString &text)
{
    const bool usable = gateway::dataUrlOf(text).isValid();
    return usable ? QString() : workspace::sentenceOf(gateway::readAddress(text));
}

QMap<DraftField, QString> refusals(const ConnectionDraft &draft, const QList<Profile> &taken)
{
    QMap<DraftField, QString> out;
    const auto note = [&out](DraftField field, const QString &why) {
        if (!why.isEmpty())
            out.insert(field, why);
    };
    note(DraftField::Name, nameRefusal(draft.name, taken));
    if (draft.kind == "embedded"_L1)
        return out;
    note(DraftField::Address, addressRefusal(draft.address));
    if (hasAdminApi(draft.kind) && !draft.adminAddress.trimmed().isEmpty())
        note(DraftField::AdminAddress, addressRefusal(draft.adminAddress));
    note(DraftField::CaFile, caRefusal(draft.caFile));
    const auto [field, why] = clientRefusal(draft);
    note(field, why);
    note(DraftField::Proxy, proxyRefusal(draft.proxy));
    return out;
}

static QUrl adminUrlOf(const ConnectionDraft &draft, const QUrl &dataUrl)
{
    if (!hasAdminApi(draft.kind))
        return {};
    const QString typed = draft.adminAddress.trimmed();
    return typed.isEmpty() ? gateway::adminUrlFor(*gateway::adapterOf(draft.kind), dataUrl) : gateway::dataUrlOf(typed);
}

Profile profileOf(const ConnectionDraft &draft)
{
    Profile out;
    out.name = draft.name.trimmed();
    out.kind = draft.kind.isEmpty() ? u"plain_openai"_s : draft.kind;
    out.environment = draft.environment;
    out.readOnly = draft.readOnly;
    if (draft.kind == "embedded"_L1)
        return out;
    out.dataUrl = gateway::dataUrlOf(draft.address);
    out.adminUrl = adminUrlOf(draft, out.dataUrl);
    out.userId = needsUserId(draft.kind) ? draft.userId.trimmed() : QString();
    out.caFile = draft.caFile.trimmed();
    out.proxy = draft.proxy.trimmed();
    out.clientCertFile = draft.clientCert.trimmed();
    out.clientKeyFile = draft.clientKey.trimmed();
    return out;
}

QString exampleAddress()
{
    return u"https://gateway.example/v1"_s;
}

QStringList offeredKinds(const QList<Profile> &taken)
{
    QStringList kinds;
    const bool own = std::ranges::any_of(taken, [](const Profile &p) { return p.kind == "embedded"_L1; });
    for (const gateway::Adapter *adapter : gateway::adapters())
        if (const QString id = QLatin1StringView(adapter->id); !own || id != "embedded"_L1)
            kinds << id;
    return kinds;
}

bool hasAdminApi(const QString &kind)
{
    const gateway::Adapter *adapter = gateway::adapterOf(kind);
    return adapter && adapter->needsAdminUrl && kind != "embedded"_L1;
}

bool needsUserId(const QString &kind)
{
    const gateway::Adapter *adapter = gateway::adapterOf(kind);
    return adapter && adapter->needsUserId;
}

QString adminKeyHint(const QString &kind)
{
    static const QHash<QString, const char *> hints{
        {u"litellm"_s, QT_TRANSLATE_NOOP("pages::connections", "The master key, or the key of an admin.")},
        {u"newapi"_s,
            QT_TRANSLATE_NOOP("pages::connections", "The access token of a user, from the personal settings.")},
        {u"openrouter"_s, QT_TRANSLATE_NOOP("pages::connections", "The management key; it makes no calls.")},
        {u"bifrost"_s,
            QT_TRANSLATE_NOOP("pages::connections", "USER:PASSWORD of the dashboard; empty if it has none.")},
        {u"portkey"_s, QT_TRANSLATE_NOOP("pages::connections", "A workspace or organisation key of the admin API.")},
        {u"openai_org"_s, QT_TRANSLATE_NOOP("pages::connections", "An admin key (sk-admin-…) of the organization.")}};
    const char *hint = hints.value(kind);
    return hint ? say(hint) : QString();
}

QString dataKeyHint(const QString &kind)
{
    if (kind == "openrouter"_L1)
        return say(QT_TRANSLATE_NOOP("pages::connections", "The key for calls (inference key)."));
    if (kind == "select"_L1)
        return say(QT_TRANSLATE_NOOP("pages::connections", "sk-sel-…; it goes as Bearer with every call."));
    if (hasAdminApi(kind))
        return say(QT_TRANSLATE_NOOP("pages::connections", "A key as clients have one; for test calls."));
    return say(QT_TRANSLATE_NOOP(
        "pages::connections", "Kept in the vault of this machine, never in a file of ours in plain text."));
}

} // namespace pages
