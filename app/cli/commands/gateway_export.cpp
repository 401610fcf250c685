// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running_gateway.h"
#include "cli/words.h"
#include "workspace/exports.h"

using namespace Qt::StringLiterals;

namespace cli {

using Writer = workspace::Exported (*)(const workspace::GatewayConfig &);

static Maybe<Writer> writerOf(const QString &format)
{
    if (format.isEmpty() || format == "gatewright"_L1)
        return workspace::asGatewright;
    if (format == "litellm"_L1)
        return workspace::asLiteLlm;
    if (format == "envoy"_L1)
        return workspace::asEnvoy;
    return misuse(u"gateway export"_s, Words::tr("--format is gatewright, litellm or envoy, not \"%1\"").arg(format),
        u"--format litellm"_s);
}

static std::optional<workspace::Listen> listenOf(const QUrl &url)
{
    return workspace::Listen{url.host(), quint16(url.port(0))};
}

static void print(Context &context, const QString &format, const workspace::Exported &exported)
{
    context.out.document({{u"format"_s, format.isEmpty() ? u"gatewright"_s : format}, {u"yaml"_s, exported.yaml},
        {u"missing"_s, QJsonArray::fromStringList(exported.missing)}});
    context.out.line(exported.yaml.chopped(1)); // the line brings its own end
    for (const QString &missing : exported.missing)
        context.out.note(Words::tr("not held: %1").arg(missing));
}

static Task<int> run(Context &context)
{
    const QString what = u"gateway export"_s;
    const QString format = context.args.value("format");
    const auto writer = writerOf(format);
    if (!writer)
        co_return context.failed(writer.error());
    const auto calls = co_await reachGateway(context, what);
    if (!calls)
        co_return context.failed(calls.error());
    const Result<QByteArray> body = co_await (*calls)->body(u"config"_s);
    auto config = body ? workspace::toldConfig(*body) : tl::unexpected<Failure>(body.error());
    if (!config)
        co_return context.failed(notAnswered(context, what, config.error()));
    config->listen = listenOf((*calls)->owner().dataUrl);
    config->adminListen = listenOf((*calls)->owner().adminUrl);
    print(context, format, (*writer)(*config));
    co_return AllWell;
}

extern const Command gatewayExport;
const Command gatewayExport{"gateway export", "",
    QT_TRANSLATE_NOOP("Words", "prints the set-up of the running gateway, without any secret"),
    "gateway export --format litellm > config.yaml",
    {{"format", "NAME", QT_TRANSLATE_NOOP("Words", "gatewright (default), litellm or envoy")}}, run};

} // namespace cli
