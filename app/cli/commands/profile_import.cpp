// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/keep_profile.h"
#include "cli/profile_input.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "gateway/detect.h"
#include "workspace/connection_import_words.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile import"_s;

// The text to read, and no more of it than can be one.
static Maybe<QByteArray> textOf(const QString &name)
{
    QFile file(name);
    const bool standard = name.isEmpty() || name == "-"_L1;
    const bool open = standard ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return misuse(u"%1 %2"_s.arg(what, name), file.errorString(), u"gwctl profile import .env"_s);
    QByteArray text;
    for (QByteArray piece; text.size() <= workspace::largestImport && !(piece = file.read(65'536)).isEmpty();)
        text += piece;
    return text;
}

static Maybe<workspace::ConnectionImport> readFrom(Context &context)
{
    const QString name = context.args.word(0);
    if (canAsk() && name.isEmpty())
        context.out.note(Words::tr("paste a .env file, a curl command, YAML or a gatewright:// link; end with Ctrl+D"));
    const auto text = textOf(name);
    if (!text)
        return tl::unexpected<Trouble>(text.error());
    auto read = workspace::readConnections(*text);
    if (!read)
        return misuse(what, read.error(), u"gwctl profile add --help"_s);
    if (context.args.has("name") && read->connections.size() > 1)
        return misuse(u"--name"_s, Words::tr("there are %1 connections in it").arg(read->connections.size()),
            Words::tr("leave --name out; each is named by what stands there, or by its host"));
    return std::move(*read);
}

static Maybe<> setKind(workspace::ImportedConnection &connection, const Args &args)
{
    Profile &profile = connection.profile;
    if (args.has("kind")) {
        const auto adapter = adapterOf(args.value("kind"));
        if (!adapter)
            return tl::unexpected<Trouble>(adapter.error());
        profile.kind = QLatin1StringView((*adapter)->id);
        if (profile.adminUrl.isEmpty())
            profile.adminUrl = gateway::adminUrlFor(**adapter, profile.dataUrl);
    }
    if (!profile.kind.isEmpty())
        return {};
    if (connection.hasAdminKey())
        return misuse(
            what, Words::tr("there is an admin key, but the kind of the gateway is not told"), u"--kind litellm"_s);
    profile.kind = u"plain_openai"_s;
    connection.notes << Words::tr(
        "The kind is not told, so only the data plane will be used: plain_openai. To find it: "
        "gwctl profile detect %1")
                            .arg(profile.dataUrl.toString());
    return {};
}

static Maybe<> setNetwork(Profile &profile)
{
    const auto given = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    const auto network = networkFrom(given(profile.caFile), given(profile.proxy));
    if (!network)
        return tl::unexpected<Trouble>(network.error());
    profile.caFile = network->caFile;
    profile.proxy = network->proxy;
    return {};
}

// What the options say comes before what the text says.
static Maybe<> completed(workspace::ImportedConnection &connection, const Args &args, const QList<Profile> &taken)
{
    Profile &profile = connection.profile;
    if (const auto kind = setKind(connection, args); !kind)
        return kind;
    if (const auto network = setNetwork(profile); !network)
        return network;
    const auto environment = environmentOf(args);
    if (!environment)
        return tl::unexpected<Trouble>(environment.error());
    if (args.has("env"))
        profile.environment = *environment;
    if (args.has("user-id"))
        profile.userId = args.value("user-id");
    profile.readOnly = profile.readOnly || args.has("read-only");
    const QString wanted = profile.name.isEmpty() ? workspace::nameFor(profile.dataUrl) : profile.name;
    profile.name = args.has("name") ? args.value("name") : workspace::freeName(wanted, taken);
    return {};
}

static Maybe<> complete(workspace::ConnectionImport &read, const Args &args, QList<Profile> taken)
{
    for (workspace::ImportedConnection &connection : read.connections) {
        if (const auto ready = completed(connection, args, taken); !ready)
            return ready;
        taken << connection.profile;
    }
    return {};
}

static void print(Context &context, const workspace::ConnectionImport &read)
{
    context.out.line(workspace::sentenceOf(read));
    for (const workspace::ImportedConnection &connection : read.connections) {
        Table rows{{Words::tr("WHAT"), Words::tr("VALUE"), Words::tr("FROM")}};
        for (const workspace::PreviewLine &line : workspace::previewOf(connection))
            rows << QStringList{line.what, line.value, line.from};
        context.out.line({});
        context.out.table(rows);
        for (const QString &note : connection.notes)
            context.out.line(note);
    }
    for (const QString &sentence : read.unused)
        context.out.note(sentence);
}

static QJsonObject jsonOf(const workspace::ImportedConnection &connection)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject object = cli::jsonOf(connection.profile);
    object.insert(u"admin_key"_s, orNull(workspace::masked(connection.adminKey, connection.profile.adminKeyRef)));
    object.insert(u"data_key"_s, orNull(workspace::masked(connection.dataKey, connection.profile.dataKeyRef)));
    object.insert(u"notes"_s, QJsonArray::fromStringList(connection.notes));
    return object;
}

static QJsonObject documentOf(const workspace::ConnectionImport &read, bool kept)
{
    QJsonArray items;
    for (const workspace::ImportedConnection &connection : read.connections)
        items.append(jsonOf(connection));
    return {{u"items"_s, items}, {u"next"_s, QJsonValue()}, {u"complete"_s, true}, {u"kept"_s, kept},
        {u"unused"_s, QJsonArray::fromStringList(read.unused)}};
}

// One after the other; those before one that is refused stay.
static Task<Maybe<>> keep(workspace::LiveWorkspace &workspace, workspace::ConnectionImport &read)
{
    for (workspace::ImportedConnection &connection : read.connections) {
        const auto kept =
            co_await keepProfile(workspace, connection.profile, connection.adminKey, connection.dataKey, what);
        if (!kept)
            co_return tl::unexpected<Trouble>(kept.error());
        connection.profile = *kept;
    }
    co_return Maybe<>();
}

static Task<int> run(Context &context)
{
    auto read = readFrom(context);
    if (!read)
        co_return context.failed(read.error());
    const auto workspace = co_await openWorkspace(context);
    if (!workspace)
        co_return context.failed(workspace.error());
    if (const auto ready = complete(*read, context.args, (*workspace)->state().profiles); !ready)
        co_return context.failed(ready.error());
    if (!context.out.json())
        print(context, *read);
    const bool dry = context.args.has("dry-run");
    if (!dry && canAsk() && !context.confirmed(Words::tr("Keep this?")))
        co_return context.failed(Trouble{Refused, u"refused"_s, what, Words::tr("nothing was kept"), u"--yes"_s});
    if (!dry) {
        const auto kept = co_await keep(**workspace, *read);
        if (!kept)
            co_return context.failed(kept.error());
    }
    context.out.document(documentOf(*read, !dry));
    for (const workspace::ImportedConnection &connection : read->connections)
        context.out.line(dry ? Words::tr("would add %1").arg(connection.profile.name)
                             : Words::tr("added %1").arg(connection.profile.name));
    co_return AllWell;
}

extern const Command profileImport;
const Command profileImport{"profile import", "[FILE]",
    QT_TRANSLATE_NOOP("Words", "adds gateways from a .env file, curl, YAML or a link; - or nothing: from stdin"),
    "profile import .env --dry-run",
    {{"dry-run", "", QT_TRANSLATE_NOOP("Words", "show what was recognised and keep nothing")},
        {"kind", "K", QT_TRANSLATE_NOOP("Words", "kind of gateway: %1")},
        {"name", "N", QT_TRANSLATE_NOOP("Words", "name of the profile (default: as told, or the host)")},
        {"user-id", "N", QT_TRANSLATE_NOOP("Words", "user id, for kinds that ask for one")},
        {"env", "E", QT_TRANSLATE_NOOP("Words", "development (default), staging or production")},
        {"read-only", "", QT_TRANSLATE_NOOP("Words", "refuse every write to it")}},
    run};

} // namespace cli
