// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secret_source.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "secrets/references.h"

using namespace Qt::StringLiterals;

namespace cli {

static Maybe<Secret> checked(const Result<Secret> &secret, const QString &option)
{
    if (!secret)
        return misuse(option, Words::tr("no secret: %1").arg(secret.error().detail), u"gwctl profile add --help"_s);
    if (secret->isEmpty())
        return misuse(option, Words::tr("the secret is empty"), u"gwctl profile add --help"_s);
    return *secret;
}

static bool isReference(const QString &text)
{
    return (text.startsWith("env:"_L1) || text.startsWith("file:"_L1)) && text.size() > text.indexOf(u':') + 1;
}

Maybe<SecretSource> secretSource(const Context &context, const QByteArray &base, const QString &question)
{
    const auto value = [&](const char *way) { return context.args.value((base + way).constData()); };
    const auto has = [&](const char *way) { return context.args.has((base + way).constData()); };
    const auto name = [&](const char *way) { return u"--"_s + QString::fromLatin1(base + way); };
    SecretSource source;
    if (int(has("ref")) + int(has("env")) + int(has("file")) + int(has("stdin")) > 1)
        return misuse(name("..."), Words::tr("one way to give the secret is enough"), name("stdin"));
    if (has("ref")) {
        source.reference = value("ref");
        if (!isReference(source.reference))
            return misuse(name("ref"), Words::tr("a reference is env:VARIABLE or file:PATH"),
                name("ref") + u" env:GATEWAY_KEY"_s);
        return source;
    }
    Maybe<Secret> secret;
    if (has("env"))
        secret = checked(secrets::fromEnvironment(value("env")), name("env"));
    else if (has("file"))
        secret = checked(secrets::fromFile(value("file")), name("file"));
    else if (has("stdin"))
        secret = checked(secretFromStdin(), name("stdin"));
    else if (const auto typed = question.isEmpty() ? std::nullopt : askSecret(question); typed && !typed->isEmpty())
        secret = *typed;
    else
        return source;
    if (!secret)
        return tl::unexpected<Trouble>(secret.error());
    source.secret = *secret;
    return source;
}

// No keyring, and no vault file in its place.
static bool isWithoutVault(FailureKind kind)
{
    return kind == FailureKind::Secret || kind == FailureKind::Timeout;
}

Trouble noVault(const Failure &failure)
{
    Trouble why = trouble(Words::tr("keep the secret"), failure).value();
    if (!isWithoutVault(failure.kind))
        return why; // a vault file is there: it says itself what is wrong with it
    why.exit = Unreachable;
    why.next = Words::tr("set GATEWRIGHT_VAULT_PASSPHRASE_FILE, or keep a reference only: --key-ref env:VARIABLE");
    return why;
}

static Failure whyClosed(const secrets::Vaults &vaults)
{
    return vaults.state().failure.value_or(
        Failure{FailureKind::Secret, Words::tr("no keychain, and no passphrase for a vault file"), 0});
}

Task<Maybe<>> openVault(secrets::Vaults &vaults)
{
    const Result<> opened = co_await vaults.open();
    if (opened && vaults.durable() && !vaults.state().locked)
        co_return Maybe<>();
    const Failure why = whyClosed(vaults);
    const bool hopeless = exitOf(why.kind) == Internal; // no passphrase opens a damaged file
    std::optional<Secret> passphrase;
    if (!hopeless)
        passphrase = askSecret(Words::tr("No keychain answers. Passphrase of the vault file"));
    if (!passphrase || passphrase->isEmpty())
        co_return tl::unexpected<Trouble>(noVault(why));
    const Result<> unlocked = co_await vaults.unlock(*passphrase);
    if (!unlocked)
        co_return tl::unexpected<Trouble>(noVault(unlocked.error()));
    co_return Maybe<>();
}

} // namespace cli
