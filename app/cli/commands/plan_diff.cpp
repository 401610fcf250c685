// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan_view.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "store/plan_state.h"
#include "workspace/plan_file.h"
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr Option overlayOption{"overlay", "F",
    QT_TRANSLATE_NOOP(
        "Words", "a file of what is different in this environment: other names (as), limits, absent keys")};

Maybe<QByteArray> contentsOf(const QString &what, const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return misuse(what + u' ' + path, file.errorString(), Words::tr("name a readable YAML file"));
    return file.readAll();
}

tl::unexpected<Trouble> badFile(const QString &what, const QString &path, const workspace::FileProblem &problem)
{
    return misuse(what + u' ' + path, problem.text(), Words::tr("correct that line"));
}

// The file as it is in this environment.
Maybe<changes::Plan> planIn(const Args &args, const QString &what)
{
    const auto text = contentsOf(what, args.word(0));
    if (!text)
        return tl::unexpected<Trouble>(text.error());
    const auto plan = workspace::readPlan(*text);
    if (!plan)
        return badFile(what, args.word(0), plan.error());
    if (!args.has("overlay"))
        return *plan;
    const auto more = contentsOf(u"--overlay"_s, args.value("overlay"));
    if (!more)
        return tl::unexpected<Trouble>(more.error());
    const auto overlay = workspace::readOverlay(*more);
    if (!overlay)
        return badFile(u"--overlay"_s, args.value("overlay"), overlay.error());
    const auto there = changes::overlaid(*plan, *overlay);
    if (!there)
        return misuse(u"--overlay "_s + args.value("overlay"), there.error().detail, Words::tr("correct the overlay"));
    return *there;
}

// A connected session and every key of its gateway.
struct Server
{
    workspace::LiveSession *session = nullptr;
    QList<Key> keys;
    QList<Alias> aliases; // as they were read while connecting
};
Task<Maybe<Server>> serverOf(Context &context, QString what)
{
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    Server server;
    server.session = *session;
    gateway::Keys *keys = server.session->admin().keys();
    if (!keys)
        co_return trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}, server.session->attempt());
    const auto all = co_await gateway::everyKey(*keys);
    if (!all)
        co_return trouble(what, all.error(), server.session->attempt());
    server.keys = *all;
    server.aliases = server.session->catalog().state().aliases;
    co_return server;
}

const QString form = u"plan_form"_s; // of what is kept; without it, it is keys alone by their names

QMap<QString, QJsonObject> objectsIn(const QJsonObject &kept)
{
    QMap<QString, QJsonObject> all;
    for (auto each = kept.begin(); each != kept.end(); ++each)
        all.insert(each.key(), each.value().toObject());
    return all;
}

changes::Plan planOf(const QJsonObject &kept)
{
    if (!kept[form].isDouble())
        return {objectsIn(kept), {}};
    return {objectsIn(kept[u"keys"_s].toObject()), objectsIn(kept[u"aliases"_s].toObject())};
}

QJsonObject keptForm(const changes::Plan &plan)
{
    QJsonObject keys;
    QJsonObject aliases;
    for (auto each = plan.keys.begin(); each != plan.keys.end(); ++each)
        keys.insert(each.key(), each.value());
    for (auto each = plan.aliases.begin(); each != plan.aliases.end(); ++each)
        aliases.insert(each.key(), each.value());
    return {{form, 2}, {u"keys"_s, keys}, {u"aliases"_s, aliases}};
}

// The three sides, read.
struct Compared
{
    Server server;
    changes::Plan applied;
    changes::Plan file;
    changes::PlanDiff diff;
};
Task<Maybe<Compared>> compared(Context &context, QString what)
{
    const auto file = planIn(context.args, what);
    if (!file)
        co_return tl::unexpected<Trouble>(file.error());
    const auto server = co_await serverOf(context, what);
    if (!server)
        co_return tl::unexpected<Trouble>(server.error());
    const auto read = [profile = server->session->state().profile.id](
                          sql::Database &db) { return store::planApplied(db, profile); };
    const auto kept = co_await context.workspace().store().read(read);
    if (!kept)
        co_return trouble(what, kept.error());
    Compared sides{*server, planOf(*kept), *file, {}};
    const auto diff = changes::diffOf(sides.applied, sides.file, sides.server.keys, sides.server.aliases);
    if (!diff)
        co_return misuse(what, diff.error().detail, Words::tr("rename one of them on the gateway"));
    sides.diff = *diff;
    co_return sides;
}

// What is now the applied side: the file, and what it no longer has while that was not pruned.
Task<Result<>> keepApplied(Context &context, Compared sides, bool pruned)
{
    changes::Plan now = sides.file;
    for (const changes::PlanRow &row : sides.diff.rows) {
        if (!row.removed || pruned)
            continue;
        if (std::holds_alternative<changes::AliasChange>(row.change))
            now.aliases.insert(row.name, sides.applied.aliases.value(row.name));
        else
            now.keys.insert(row.name, sides.applied.keys.value(row.name));
    }
    const QJsonObject kept = keptForm(now);
    const auto write = [kept, profile = sides.server.session->state().profile.id, now = Clock().now()](
                           sql::Database &db) { return store::keepPlanApplied(db, profile, kept, now); };
    co_return co_await context.workspace().store().write(write);
}

Maybe<> noConflict(const Context &context, const changes::PlanDiff &diff, bool prunes)
{
    for (const changes::PlanRow &row : diff.rows) {
        if (row.since != changes::Since::Both || context.args.has("overwrite") || (row.removed && !prunes))
            continue;
        QStringList fields;
        for (const changes::PlanField &field : row.fields)
            if (field.since == changes::Since::Both)
                fields << field.name;
        return tl::unexpected<Trouble>(Trouble{Refused, u"conflict"_s, u"plan apply"_s,
            (std::holds_alternative<changes::AliasChange>(row.change)
                    ? Words::tr("the alias \"%1\" was changed in the file and on the gateway: %2")
                    : Words::tr("the key \"%1\" was changed in the file and on the gateway: %2"))
                .arg(row.name, fields.join(u", "_s)),
            Words::tr("gwctl plan diff F shows both; --overwrite takes the file's")});
    }
    return {};
}

Task<int> writePlanned(Context &context, Compared sides, QList<changes::Edit> edits)
{
    workspace::LiveSession *session = sides.server.session;
    const bool prunes = context.args.has("prune");
    const QString question = Words::tr("apply %1 to %2 (%n change(s))", nullptr, int(edits.size()))
                                 .arg(context.args.word(0), session->state().profile.name);
    const auto may = mayWrite(context, session->state().profile, question, prunes);
    if (!may)
        co_return context.failed(may.error());
    const auto outcome = co_await appliedAtOnce(context, session, edits, question);
    if (!outcome)
        co_return context.failed(outcome.error());
    if (outcome->set.state == changes::SetState::Applied) {
        const auto kept = co_await keepApplied(context, sides, prunes);
        if (!kept)
            context.out.note(
                Words::tr("warning: what was applied could not be remembered: %1").arg(kept.error().detail));
    }
    co_return printOutcome(context, *session, *outcome);
}

Task<int> diff(Context &context)
{
    const auto sides = co_await compared(context, u"plan diff"_s);
    if (!sides)
        co_return context.failed(sides.error());
    context.out.document(jsonOf(sides->diff, sides->server.session->state().profile.name));
    printDiff(context, sides->diff);
    co_return sides->diff.rows.isEmpty() ? int(AllWell) : int(CheckFailed);
}

Task<int> apply(Context &context)
{
    const auto sides = co_await compared(context, u"plan apply"_s);
    if (!sides)
        co_return context.failed(sides.error());
    const bool prunes = context.args.has("prune");
    const auto clear = noConflict(context, sides->diff, prunes);
    if (!clear)
        co_return context.failed(clear.error());
    QList<changes::Edit> edits;
    for (const changes::PlanRow &row : sides->diff.rows)
        if (!row.removed || prunes)
            edits << row.change;
    if (context.args.has("dry-run"))
        co_return co_await tryOut(context, sides->server.session, edits);
    if (!edits.isEmpty())
        co_return co_await writePlanned(context, *sides, edits);
    const auto kept = co_await keepApplied(context, *sides, prunes);
    if (!kept)
        co_return context.failed(trouble(u"plan apply"_s, kept.error()).value());
    context.out.document(jsonOf(sides->diff, sides->server.session->state().profile.name));
    context.out.note(Words::tr("nothing to change"));
    co_return AllWell;
}

Task<int> writeOut(Context &context)
{
    const QString what = u"plan export"_s;
    const auto server = co_await serverOf(context, what);
    if (!server)
        co_return context.failed(server.error());
    const bool whole = context.args.has("aliases");
    const auto plan = changes::planOf(server->keys, whole ? server->aliases : QList<Alias>());
    if (!plan)
        co_return context.failed(
            misuse(what, plan.error().detail, Words::tr("rename one of them on the gateway")).value());
    const QString path = context.args.word(0);
    QSaveFile file(path);
    QFile stdoutFile;
    const bool piped = path == "-"_L1;
    const QByteArray text = workspace::writePlan(*plan).toUtf8();
    const bool written = piped ? stdoutFile.open(stdout, QIODevice::WriteOnly) && stdoutFile.write(text) == text.size()
                               : file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!written)
        co_return context.failed(
            misuse(what + u' ' + path, file.errorString(), Words::tr("name a file that can be written")).value());
    if (!piped) {
        context.out.document({{u"file"_s, path}, {u"keys"_s, plan->keys.size()}, {u"aliases"_s, plan->aliases.size()}});
        context.out.line(
            Words::tr("%n key(s) written to %1; no secret is in it", nullptr, int(plan->keys.size())).arg(path));
        if (whole)
            context.out.line(Words::tr("%n alias(es) written with them", nullptr, int(plan->aliases.size())));
    }
    co_return AllWell;
}

} // namespace

extern const Command planExport;
const Command planExport{"plan export", "F",
    QT_TRANSLATE_NOOP("Words", "writes the keys and their settings as a declared state, without secrets; - is stdout"),
    "plan export keys.yaml --aliases",
    {{"aliases", "", QT_TRANSLATE_NOOP("Words", "the aliases too, with what the gateway tells of them")}}, writeOut};

extern const Command planDiff;
const Command planDiff{"plan diff", "F",
    QT_TRANSLATE_NOOP(
        "Words", "compares a declared state with the gateway and with what was applied; exits 1 if they differ"),
    "plan diff keys.yaml --overlay production.yaml", {overlayOption}, diff};

extern const Command planApply;
const Command planApply{"plan apply", "F",
    QT_TRANSLATE_NOOP(
        "Words", "makes the gateway as declared, through a change set; a second time nothing is left to do"),
    "plan apply keys.yaml --overlay production.yaml --reason OPS-7 --yes",
    {overlayOption,
        {"prune", "",
            QT_TRANSLATE_NOOP("Words", "delete keys and aliases that were applied and are no longer declared")},
        {"overwrite", "", QT_TRANSLATE_NOOP("Words", "take the file's side where both sides were changed")},
        {"dry-run", "", QT_TRANSLATE_NOOP("Words", "only say what would be done, and who would feel it")},
        reasonOption},
    apply};

} // namespace cli
