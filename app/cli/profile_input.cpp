// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_input.h"
#include "cli/json.h"
#include "cli/words.h"
#include "gateway/detect.h"
#include "net/http_options.h"
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &networkOptions()
{
    static const QList<Option> all{
        {"ca-file", "F", QT_TRANSLATE_NOOP("Words", "PEM file of the authority that signed its certificate")},
        {"client-cert", "F", QT_TRANSLATE_NOOP("Words", "PEM file of the certificate to show to a gateway that asks")},
        {"client-key", "F", QT_TRANSLATE_NOOP("Words", "PEM file of its private key")},
        {"client-key-pass-env", "V",
            QT_TRANSLATE_NOOP("Words", "passphrase of that key, from an environment variable")},
        {"client-key-pass-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"client-key-pass-ref", "R", QT_TRANSLATE_NOOP("Words", "the same as a reference")},
        {"proxy", "U",
            QT_TRANSLATE_NOOP(
                "Words", "HTTP proxy before it, http://HOST:PORT, none or system (default: the system's)")}};
    return all;
}

const QList<Option> &profileOptions()
{
    static const QList<Option> all{{"kind", "K", QT_TRANSLATE_NOOP("Words", "kind of gateway: %1")},
        {"data-url", "U", QT_TRANSLATE_NOOP("Words", "address for clients, with /v1 where the gateway wants it")},
        {"admin-url", "U", QT_TRANSLATE_NOOP("Words", "address of the admin API, for kinds that have one")},
        {"user-id", "N", QT_TRANSLATE_NOOP("Words", "user id, for kinds that ask for one")},
        {"key-stdin", "", QT_TRANSLATE_NOOP("Words", "read the key from stdin and keep it in the vault")},
        {"key-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"key-ref", "R", QT_TRANSLATE_NOOP("Words", "keep only env:VARIABLE or file:PATH, read at each use")},
        {"data-key-stdin", "", QT_TRANSLATE_NOOP("Words", "the data key, where --key is the admin's")},
        {"data-key-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"data-key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"data-key-ref", "R", QT_TRANSLATE_NOOP("Words", "the same as a reference")}};
    static const QList<Option> rest{
        {"env", "E", QT_TRANSLATE_NOOP("Words", "development (default), staging or production")},
        {"read-only", "", QT_TRANSLATE_NOOP("Words", "refuse every write to it")}};
    static const QList<Option> whole = all + networkOptions() + rest;
    return whole;
}

// What of an address may stand in an answer: whoever gave a secret with it need not see that again.
static QString harmless(const QString &address)
{
    static const QRegularExpression end(u"[?#]"_s);
    const QString whole = address.section(end, 0, 0);
    return whole.section(u'@', -1);
}

Maybe<QUrl> urlOf(const Args &args, const char *option)
{
    const QString name = u"--"_s + QLatin1StringView(option);
    const QString text = args.value(option);
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return misuse(name,
            Words::tr("\"%1\" is no address: http:// or https:// and a host are needed").arg(harmless(text)),
            name + u" https://gateway.example/v1"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return misuse(name, Words::tr("an address holds no password, and nothing from “?” or “#” on"),
            Words::tr("%1 without them; a key is given by --key-stdin or --key-ref").arg(name));
    return url;
}

// An absolute path: the profile is used from other folders too.
static Maybe<QString> caFileOf(const QString &path)
{
    net::HttpOptions options;
    options.caFile = QFileInfo(path).absoluteFilePath();
    const auto ssl = net::sslConfigurationOf(options);
    if (!ssl)
        return misuse(u"--ca-file"_s, ssl.error().detail, Words::tr("--ca-file with a PEM file of certificates"));
    return options.caFile;
}

static QString pathOf(const Args &args, const char *option)
{
    return args.has(option) ? QFileInfo(args.value(option)).absoluteFilePath() : QString();
}

Maybe<> checkClientFiles(const Profile &profile, const Secret &pass)
{
    const bool hasPass = !pass.isEmpty() || !profile.clientKeyPassRef.isEmpty();
    const bool hasKey = !profile.clientKeyFile.isEmpty();
    if (profile.clientCertFile.isEmpty() == hasKey || (hasPass && !hasKey))
        return misuse(u"--client-cert"_s,
            Words::tr("a client certificate needs its private key, and the other way round"),
            u"--client-cert cert.pem --client-key key.pem"_s);
    if (!hasKey || (pass.isEmpty() && hasPass))
        return {};
    net::HttpOptions options;
    options.clientCertFile = profile.clientCertFile;
    options.clientKeyFile = profile.clientKeyFile;
    options.clientKeyPass = pass;
    if (const auto ssl = net::sslConfigurationOf(options); !ssl)
        return misuse(u"--client-key"_s, ssl.error().detail,
            Words::tr("PEM files; --client-key-pass-env VARIABLE for an encrypted key"));
    return {};
}

Maybe<> takeClientFiles(Profile &profile, const Args &args, const SecretSource &pass)
{
    if (args.has("client-cert"))
        profile.clientCertFile = pathOf(args, "client-cert");
    if (args.has("client-key"))
        profile.clientKeyFile = pathOf(args, "client-key");
    if (!pass.reference.isEmpty() || !pass.secret.isEmpty())
        profile.clientKeyPassRef = pass.reference;
    return checkClientFiles(profile, pass.secret);
}

static Maybe<QString> proxyOf(const QString &text)
{
    if (text == "system"_L1)
        return QString();
    if (text == "none"_L1)
        return text;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty() || url.path().size() > 1 || url.hasQuery())
        return misuse(u"--proxy"_s, Words::tr("\"%1\" is no address of an HTTP proxy").arg(harmless(text)),
            u"--proxy http://proxy.example:3128, or --proxy none"_s);
    if (!url.userInfo().isEmpty())
        return misuse(u"--proxy"_s, Words::tr("name and password of a proxy are not supported"),
            u"--proxy http://proxy.example:3128"_s);
    return text;
}

Maybe<Environment> environmentOf(const Args &args)
{
    const QString name = args.has("env") ? args.value("env") : u"development"_s;
    for (const Environment each : {Environment::Development, Environment::Staging, Environment::Production})
        if (nameOf(each) == name)
            return each;
    return misuse(
        u"--env"_s, Words::tr("\"%1\" is none of development, staging, production").arg(name), u"--env staging"_s);
}

QStringList knownKinds()
{
    QStringList known;
    for (const gateway::Adapter *adapter : gateway::adapters())
        known << QLatin1StringView(adapter->id);
    return known;
}

Maybe<const gateway::Adapter *> adapterOf(const QString &kind)
{
    const QStringList known = knownKinds();
    if (const gateway::Adapter *adapter = gateway::adapterOf(kind))
        return adapter;
    return misuse(u"--kind"_s,
        Words::tr("this version does not speak to \"%1\"; it knows %2").arg(kind, known.join(u", "_s)),
        u"--kind %1"_s.arg(known.last()));
}

Maybe<NetworkInput> networkOf(const Args &args)
{
    return networkFrom(args.has("ca-file") ? std::optional(args.value("ca-file")) : std::nullopt,
        args.has("proxy") ? std::optional(args.value("proxy")) : std::nullopt);
}

Maybe<NetworkInput> networkFrom(const std::optional<QString> &caPath, const std::optional<QString> &proxyText)
{
    const auto caFile = caPath ? caFileOf(*caPath) : Maybe<QString>();
    const auto proxy = proxyText ? proxyOf(*proxyText) : Maybe<QString>();
    for (const auto *text : {&caFile, &proxy})
        if (!*text)
            return tl::unexpected<Trouble>(text->error());
    return NetworkInput{*caFile, *proxy};
}

Maybe<Profile> profileFrom(const Args &args, const gateway::Adapter &adapter)
{
    Profile profile;
    profile.name = args.word(0);
    profile.kind = QLatin1StringView(adapter.id);
    profile.userId = args.value("user-id");
    profile.readOnly = args.has("read-only");
    const auto environment = environmentOf(args);
    if (!environment)
        return tl::unexpected<Trouble>(environment.error());
    profile.environment = *environment;
    if (profile.kind == "embedded"_L1)
        return profile; // whoever runs it says where it is
    const auto network = networkOf(args);
    if (!network)
        return tl::unexpected<Trouble>(network.error());
    profile.caFile = network->caFile;
    profile.proxy = network->proxy;
    const auto data = urlOf(args, "data-url");
    if (!data)
        return tl::unexpected<Trouble>(data.error());
    profile.dataUrl = *data;
    if (!args.has("admin-url")) {
        profile.adminUrl = gateway::adminUrlFor(adapter, profile.dataUrl);
        return profile;
    }
    const auto admin = urlOf(args, "admin-url");
    if (!admin)
        return tl::unexpected<Trouble>(admin.error());
    profile.adminUrl = *admin;
    return profile;
}

} // namespace cli
