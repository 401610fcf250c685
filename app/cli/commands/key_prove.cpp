// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/given_key.h"
#include "cli/smoke_view.h"
#include "cli/words.h"
#include "keys/given_up.h"
#include "store/journal.h"
#include "workspace/journal_reader.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key prove"_s;

// "90s" or "10m", at most an hour.
static Maybe<std::chrono::milliseconds> limitOf(const Args &args)
{
    const QString text = args.has("within") ? args.value("within") : u"10m"_s;
    const int factor = text.endsWith(u's') ? 1 : text.endsWith(u'm') ? 60 : 0;
    bool number = false;
    const int count = text.chopped(1).toInt(&number);
    if (!number || factor == 0 || count <= 0 || count * factor > 3600)
        return misuse(u"--within"_s, Words::tr("\"%1\" is no span up to an hour").arg(text), u"--within 10m"_s);
    return std::chrono::seconds(count * factor);
}

static int exitAfter(const RunReport &run)
{
    if (run.endedBy == "cancelled"_L1)
        return Interrupted;
    if (run.endedBy == "cost cap"_L1)
        return CapReached;
    if (run.outcome() == ::Outcome::Failed)
        return CheckFailed;
    if (run.outcome() == ::Outcome::Inconclusive)
        return Inconclusive;
    return AllWell;
}

static bool isCalled(const std::optional<Key> &key, const QString &word)
{
    return key && (key->id == word || key->name == word);
}

// When the key that is named was given up, by the journal of this machine. Empty: none is named, or it was not done here.
static Task<std::optional<GivenUp>> actOn(Context &context, QString profile)
{
    const QString word = context.args.word(0);
    const auto read = [profile, word](sql::Database &db) -> sql::Result<std::optional<GivenUp>> {
        const auto lines = store::journalLines(db, profile, workspace::JournalReader::most);
        if (!lines)
            return sql::fail(lines.error());
        QString id;
        QList<changes::Entry> entries;
        for (const store::JournalLine &line : *lines) {
            entries << workspace::entryOf(line);
            if (id.isEmpty() && (isCalled(line.before, word) || isCalled(line.after, word)))
                id = line.before ? line.before->id : line.after->id;
        }
        return keys::givenUpBy(entries, id);
    };
    if (word.isEmpty())
        co_return std::nullopt;
    const auto act = co_await context.workspace().store().read(read);
    if (!act || !*act)
        context.out.note(Words::tr("when %1 was given up is not in the journal of this machine").arg(word));
    co_return act.value_or(std::nullopt);
}

static Task<int> proven(Context &context, workspace::LiveSession &session, Secret key, std::chrono::milliseconds limit)
{
    smoke::Plan plan = session.planToRefuse(key, context.args.list("alias"), limit);
    plan.givenUp = co_await actOn(context, session.state().profile.id);
    context.out.note(Words::tr("calls with it once a second until it was refused five times in a row"));
    const RunReport run = co_await runLive(context, session, plan);
    printRun(context, run);
    context.out.note(Words::tr("evidence: %1").arg(context.workspace().runs().folderOf(run.id)));
    co_return exitAfter(run);
}

static Task<int> run(Context &context)
{
    const auto limit = limitOf(context.args);
    if (!limit)
        co_return context.failed(limit.error());
    if (context.args.list("alias").size() > 1)
        co_return context.failed(misuse(u"--alias"_s, Words::tr("one alias is called"), u"--alias NAME"_s).value());
    const auto session = co_await openSession(context);
    if (!session)
        co_return context.failed(session.error());
    const auto key = co_await givenKey(context, what, Words::tr("Secret of the key that was given up"));
    if (!key)
        co_return context.failed(key.error());
    const Result<> reached = co_await connected(context, **session);
    if (!reached && !(*session)->addressed()) // an admin API that is down hinders nobody who holds the key
        co_return context.failed(notConnected(context, **session, what, reached.error()));
    co_return co_await proven(context, **session, *key, *limit);
}

extern const Command keyProve;
const Command keyProve{"key prove", "[ID]",
    QT_TRANSLATE_NOOP("Words", "proves that a key given up is refused: calls with it until every worker knows"),
    "key prove web-1 --key-env OLD_KEY",
    givenKeyOptions()
        + QList<Option>{{"alias", "A",
                            QT_TRANSLATE_NOOP(
                                "Words", "call this alias, one token a time; without it the model list is asked for")},
            {"within", "SPAN", QT_TRANSLATE_NOOP("Words", "give up after this long (default 10m)")}},
    run};

} // namespace cli
