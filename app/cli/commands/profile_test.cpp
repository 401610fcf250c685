// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/words.h"
#include "workspace/connection_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile test"_s;

static QString nameOf(gateway::TrialStep step)
{
    static const QStringList names{
        u"name"_s, u"connect"_s, u"tls"_s, u"admin_sign_in"_s, u"keys"_s, u"usage"_s, u"data_sign_in"_s, u"models"_s};
    return names.value(qsizetype(step));
}

static QString outcomeOf(const gateway::TrialLine &line)
{
    if (line.skipped)
        return u"skipped"_s;
    return line.failure ? u"failed"_s : u"passed"_s;
}

static QJsonObject jsonOf(const gateway::TrialLine &line)
{
    return {{u"step"_s, nameOf(line.step)}, {u"host"_s, line.host}, {u"outcome"_s, outcomeOf(line)},
        {u"ms"_s, jsonOf(line.ms)}, {u"found"_s, workspace::foundIn(line)}};
}

static void printSteps(Context &context, const QList<gateway::TrialLine> &lines)
{
    Table rows{{Words::tr("STEP"), QString(), Words::tr("FOUND"), Words::tr("TIME")}};
    for (const gateway::TrialLine &line : lines) {
        const QString mark = line.skipped ? u"-"_s : line.failure ? Words::tr("FAILED") : Words::tr("ok");
        rows << QStringList{workspace::titleOf(line.step), mark, workspace::foundIn(line),
            line.ms ? Words::tr("%1 ms").arg(*line.ms) : QString()};
    }
    context.out.table(rows);
}

static QJsonObject documentOf(const workspace::Session::State &state, const QList<gateway::TrialLine> &lines)
{
    QJsonArray steps;
    for (const gateway::TrialLine &line : lines)
        steps.append(jsonOf(line));
    QStringList aliases;
    for (const Alias &alias : state.aliases)
        aliases << alias.name;
    return {{u"profile"_s, state.profile.name}, {u"kind"_s, state.profile.kind},
        {u"reachable"_s, state.reach == workspace::Session::Reach::Connected}, {u"version"_s, state.version},
        {u"data_url"_s, state.profile.dataUrl.toString()}, {u"admin_url"_s, state.profile.adminUrl.toString()},
        {u"round_trip_ms"_s, jsonOf(state.roundTripMs)}, {u"aliases"_s, QJsonArray::fromStringList(aliases)},
        {u"steps"_s, steps}};
}

static int failedAt(Context &context, const workspace::LiveSession &session, const QList<gateway::TrialLine> &lines,
    const gateway::TrialLine &line)
{
    Trouble why = notConnected(context, session, what, *line.failure);
    const text::Words words = workspace::wordsOf(line, session.attempt());
    why.what = Words::tr("%1, step \"%2\"").arg(what, workspace::titleOf(line.step));
    if (!mayLackUserId(session.state().profile, *line.failure))
        why.next = words.next;
    return context.out.failed(why, documentOf(session.state(), lines));
}

static Task<int> run(Context &context)
{
    if (context.args.words.size() == 1)
        context.args.add(u"profile"_s, context.args.word(0));
    const auto session = co_await openSession(context);
    if (!session)
        co_return context.failed(session.error());
    const Result<> reached = co_await connected(context, **session); // asks for the passphrase where one is needed
    const auto question = co_await (*session)->question();
    if (!question)
        co_return context.failed(notConnected(context, **session, what, question.error()));
    workspace::LiveWorkspace &workspace = context.workspace();
    workspace::ConnectionProbe probe(workspace.clock(), workspace::callsFolder(workspace.state().dataDir));
    const auto lines = co_await probe.tried(*question);
    printSteps(context, lines);
    const auto bad = std::ranges::find_if(lines, [](const auto &line) { return line.failure.has_value(); });
    if (bad != lines.end())
        co_return failedAt(context, **session, lines, *bad);
    if (!reached)
        co_return context.failed(notConnected(context, **session, what, reached.error()));
    const workspace::Session::State &state = (*session)->state();
    context.out.document(documentOf(state, lines));
    context.out.line(Words::tr("%1 answers in %2 ms: %3 %4; aliases: %5")
                         .arg(state.profile.name)
                         .arg(state.roundTripMs.value_or(0))
                         .arg(state.profile.kind, state.version)
                         .arg(state.aliases.size()));
    co_return AllWell;
}

extern const Command profileTest;
const Command profileTest{"profile test", "[NAME]",
    QT_TRANSLATE_NOOP("Words", "tries a gateway step by step: name, connection, TLS, both sign-ins, models"),
    "profile test lab", {}, run};

} // namespace cli
