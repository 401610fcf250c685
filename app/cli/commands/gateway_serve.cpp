// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/words.h"
#include "net/redactor.h"
#include "secrets/handover.h"
#include "secrets/vaults.h"
#include "workspace/data_dir.h"
#include "workspace/program_log.h"
#include "workspace/test_gateway_host.h"
#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli {

static Maybe<std::optional<workspace::Listen>> listenOption(const Args &args, const char *option)
{
    if (!args.has(option))
        return std::nullopt;
    const auto listen = workspace::listenOf(args.value(option));
    if (!listen)
        return misuse(u"gateway serve"_s,
            Words::tr("--%1 %2 is no address with a port").arg(QLatin1StringView(option), args.value(option)),
            u"--%1 127.0.0.1:8790"_s.arg(QLatin1StringView(option)));
    return listen;
}

static Maybe<workspace::GatewayWish> wishOf(const Args &args)
{
    workspace::GatewayWish wish;
    const auto data = listenOption(args, "listen");
    const auto admin = listenOption(args, "admin-listen");
    for (const auto *listen : {&data, &admin})
        if (!*listen)
            return tl::unexpected<Trouble>(listen->error());
    wish.listen = *data;
    wish.adminListen = *admin;
    wish.configFile = args.value("config");
    wish.databaseFile = args.value("db");
    wish.adminKeyFile = args.value("admin-key-file");
    wish.certFile = args.value("tls-cert");
    wish.keyFile = args.value("tls-key");
    wish.keepsLog = false;
    wish.insecureListen = args.has("insecure-listen");
    const QString seed = args.has("seed") ? args.value("seed") : u"empty"_s;
    if (seed != "demo"_L1 && seed != "empty"_L1)
        return misuse(u"gateway serve"_s, Words::tr("--seed is demo or empty, not \"%1\"").arg(seed), u"--seed demo"_s);
    wish.seed = seed == "demo"_L1 ? proxy::Seed::Demo : proxy::Seed::Empty;
    return wish;
}

// The contract with scripts: the first line is about the gateway, one more follows for each secret made.
static void tell(Context &context, workspace::TestGatewayHost &host, const workspace::GatewayAccess &access)
{
    context.out.jsonLine(
        {{u"data_url"_s, access.owner.dataUrl.toString()}, {u"admin_url"_s, access.owner.adminUrl.toString()},
            {u"admin_key"_s, secrets::forJsonOnce(access.adminKey)}, {u"pid"_s, access.owner.pid}});
    for (const workspace::NewSecret &made : host.takeNewSecrets())
        context.out.jsonLine({{u"key"_s, made.key}, {u"secret"_s, secrets::forJsonOnce(made.secret)}});
    for (const QString &warning : host.warnings())
        context.out.note(Words::tr("note: %1").arg(warning));
}

static int notStarted(Context &context, const Failure &failure)
{
    Trouble why = trouble(u"gateway serve"_s, failure).value();
    const bool ours = failure.kind == FailureKind::Locked || failure.kind == FailureKind::PortInUse
        || failure.kind == FailureKind::Secret || failure.kind == FailureKind::NotFound;
    if (ours)
        why.exit = Misuse; // another serve, a taken port or a secret that is not there: wrong usage here
    return context.failed(why);
}

static Task<int> run(Context &context)
{
    const auto wish = wishOf(context.args);
    if (!wish)
        co_return context.failed(wish.error());
    net::Redactor redactor;
    auto options = secrets::Vaults::Options::fromEnvironment(context.dataDir());
    options.redactor = &redactor;
    workspace::makeDataDir(context.dataDir());
    const auto log = workspace::openLog(context.dataDir(), u"gwctl"_s, redactor, false);
    secrets::Vaults vaults(options);
    const Clock clock;
    workspace::TestGatewayHost host(context.dataDir(), vaults, clock);
    host.setWish(*wish);
    context.interrupts.handledByCommand();
    const Result<> up = co_await host.started();
    if (!up)
        co_return notStarted(context, up.error());
    const auto access = co_await host.access();
    if (!access)
        co_return notStarted(context, access.error());
    tell(context, host, *access);
    while (!context.interrupts.happened())
        co_await SignalWait(&context.interrupts, &Interrupts::came, 1h);
    co_await host.stopped();
    co_return AllWell;
}

extern const Command gatewayServe;
const Command gatewayServe{"gateway serve", "", QT_TRANSLATE_NOOP("Words", "runs the embedded gateway until SIGTERM"),
    "gateway serve --listen 127.0.0.1:0 --seed demo",
    {{"listen", "H:P", QT_TRANSLATE_NOOP("Words", "data port; 0: any (default 127.0.0.1:8790)")},
        {"admin-listen", "H:P", QT_TRANSLATE_NOOP("Words", "admin port (default: the data port + 1)")},
        {"config", "F", QT_TRANSLATE_NOOP("Words", "upstreams, aliases and keys (YAML)")},
        {"db", "F", QT_TRANSLATE_NOOP("Words", "database (default: gateway.db in the data dir)")},
        {"admin-key-file", "F", QT_TRANSLATE_NOOP("Words", "holds the admin key (default: a new one at each start)")},
        {"tls-cert", "F", QT_TRANSLATE_NOOP("Words", "certificate chain (PEM): both ports speak TLS")},
        {"tls-key", "F", QT_TRANSLATE_NOOP("Words", "its private key (PEM)")},
        {"insecure-listen", "", QT_TRANSLATE_NOOP("Words", "allows plain HTTP on an address others can reach")},
        {"seed", "NAME", QT_TRANSLATE_NOOP("Words", "what a new database starts with: empty or demo")}},
    run};

} // namespace cli
