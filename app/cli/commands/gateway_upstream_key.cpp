// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/secret_source.h"
#include "cli/words.h"
#include "workspace/data_dir.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"gateway upstream-key"_s;

static Task<int> forget(Context &context, secrets::Vaults &vaults, QString reference)
{
    const Result<> gone = co_await vaults.forget(reference);
    if (!gone)
        co_return context.failed(trouble(what, gone.error()).value());
    context.out.document({{u"key_ref"_s, reference}, {u"kept"_s, false}});
    context.out.line(Words::tr("removed %1").arg(reference));
    co_return AllWell;
}

static Task<int> run(Context &context)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9._-]{1,100}$"_s);
    const QString name = context.args.word(0);
    if (!plain.match(name).hasMatch())
        co_return context.failed(
            misuse(what, Words::tr("\"%1\" is no plain name: letters, digits, dot, hyphen and underscore").arg(name),
                u"gwctl gateway upstream-key openai --key-stdin"_s)
                .value());
    const bool removes = context.args.has("remove");
    const auto source =
        removes ? Maybe<SecretSource>(SecretSource()) : secretSource(context, "key-", Words::tr("Key (empty: none)"));
    if (!source)
        co_return context.failed(source.error());
    if (!removes && source->secret.isEmpty())
        co_return context.failed(misuse(what, Words::tr("no key given"), u"--key-stdin"_s).value());
    if (!workspace::makeDataDir(context.dataDir()))
        co_return context.failed(trouble(what, Failure{FailureKind::Storage, context.dataDir(), 0}).value());
    const auto options = secrets::Vaults::Options::fromEnvironment(context.dataDir());
    secrets::Vaults vaults(options);
    const auto open = co_await openVault(vaults);
    if (!open)
        co_return context.failed(open.error());
    const QString id = u"upstream-"_s + name;
    if (removes)
        co_return co_await forget(context, vaults, u"vault:"_s + id);
    const Result<QString> reference = co_await vaults.keep(id, source->secret);
    if (!reference)
        co_return context.failed(noVault(reference.error()));
    context.out.document({{u"key_ref"_s, *reference}, {u"kept"_s, true}});
    context.out.line(u"key_ref: \"%1\""_s.arg(*reference));
    co_return AllWell;
}

extern const Command gatewayUpstreamKey;
const Command gatewayUpstreamKey{"gateway upstream-key", "NAME",
    QT_TRANSLATE_NOOP("Words", "keeps the key of an upstream in the vault and prints the key_ref for the file"),
    "gateway upstream-key openai --key-env OPENAI_API_KEY",
    {{"key-stdin", "", QT_TRANSLATE_NOOP("Words", "read the key from stdin")},
        {"key-env", "V", QT_TRANSLATE_NOOP("Words", "the same from an environment variable")},
        {"key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"remove", "", QT_TRANSLATE_NOOP("Words", "forget the one that is kept")}},
    run};

} // namespace cli
