// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/context.h"
#include "cli/words.h"
#include "secrets/vaults.h"
#include "workspace/gateway_words.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

static QJsonObject jsonOf(const workspace::FileProblem &problem)
{
    return {{u"line"_s, problem.line}, {u"column"_s, problem.column}, {u"what"_s, problem.what}};
}

static QJsonArray jsonOf(const QList<workspace::FileProblem> &problems)
{
    QJsonArray out;
    for (const workspace::FileProblem &problem : problems)
        out.append(jsonOf(problem));
    return out;
}

// The references that give no secret here, and the files that cannot be read. No secret is told.
static Task<QList<workspace::FileProblem>> unresolved(secrets::Vaults &vaults, const workspace::GatewayConfig &config)
{
    QList<workspace::FileProblem> out;
    for (const workspace::SecretWish &wish : config.secrets) {
        const Result<Secret> secret = co_await vaults.resolve(wish.ref);
        if (!secret)
            out.append(workspace::problemAt(wish.place, wish.ref, secret.error()));
    }
    for (workspace::FileProblem place : config.files) {
        QFile file(place.what);
        if (file.open(QIODevice::ReadOnly))
            continue;
        place.what = Words::tr("%1 cannot be read: %2").arg(place.what, file.errorString());
        out.append(place);
    }
    co_return out;
}

static int refused(Context &context, const QString &file, const QList<workspace::FileProblem> &problems)
{
    for (const workspace::FileProblem &problem : problems.mid(1))
        context.out.note(u"%1: %2"_s.arg(file, problem.text()));
    return context.failed(misuse(u"gateway check"_s, u"%1: %2"_s.arg(file, problems.first().text()),
        Words::tr("set what is named there, or correct it"))
                              .value());
}

static Task<int> run(Context &context)
{
    const QString file = context.args.word(0);
    const Result<workspace::GatewayConfig> config = workspace::configOf(file);
    if (!config)
        co_return context.failed(misuse(u"gateway check"_s, config.error().detail,
            Words::tr("correct that place; gwctl gateway export prints a file that is right"))
                                     .value());
    const auto options = secrets::Vaults::Options::fromEnvironment(context.dataDir());
    secrets::Vaults vaults(options);
    const QList<workspace::FileProblem> missing = co_await unresolved(vaults, *config);
    if (!missing.isEmpty())
        co_return refused(context, file, missing);
    for (const workspace::FileProblem &note : config->notes)
        context.out.note(u"%1: %2"_s.arg(file, note.text()));
    const proxy::Options &found = config->options;
    const auto counts =
        QJsonObject{{u"upstreams"_s, qint64(found.upstreams.size())}, {u"aliases"_s, qint64(found.aliases.size())},
            {u"keys"_s, qint64(found.keys.size())}, {u"notes"_s, jsonOf(config->notes)}};
    context.out.document(counts);
    context.out.line(u"%1, %2, %3"_s.arg(Words::tr("%n upstream(s)", nullptr, int(found.upstreams.size())),
        Words::tr("%n alias(es)", nullptr, int(found.aliases.size())),
        Words::tr("%n key(s)", nullptr, int(found.keys.size()))));
    co_return AllWell;
}

extern const Command gatewayCheck;
const Command gatewayCheck{"gateway check", "F",
    QT_TRANSLATE_NOOP("Words", "checks a configuration file, and whether the secrets it names are there"),
    "gateway check gateway.yaml", {}, run};

} // namespace cli
