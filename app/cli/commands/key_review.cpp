// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_desk.h"
#include "cli/review_view.h"
#include "cli/save_file.h"
#include "cli/words.h"
#include "keys/review_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key review"_s;

namespace {

Maybe<QList<keys::Verdict>> verdictsOf(const Args &args, const QList<keys::ReviewRow> &rows)
{
    QList<keys::Verdict> out;
    for (const QString &each : args.list("decide")) {
        const qsizetype at = each.lastIndexOf(u'=');
        const auto decision = keys::decisionNamed(each.mid(at + 1));
        if (at < 1 || !decision)
            return misuse(u"--decide"_s, Words::tr("\"%1\" is no decision about a key").arg(each),
                u"--decide KEY=keep, =narrow, =disable or =delete"_s);
        const QString key = each.first(at);
        QStringList ids;
        for (const keys::ReviewRow &row : rows)
            if (row.key.id == key || row.key.name == key)
                ids << row.key.id;
        if (ids.size() != 1)
            return misuse(u"--decide"_s,
                ids.isEmpty() ? Words::tr("no key \"%1\" in this review").arg(key)
                              : Words::tr("more than one key is named \"%1\"").arg(key),
                Words::tr("name it by its id"));
        out << keys::Verdict{ids.first(), *decision, args.value("note")};
    }
    return out;
}

// Decides and closes as the options say.
Task<Maybe<keys::Review>> settled(Context &context, ReviewDesk desk, keys::Review review)
{
    const auto verdicts = verdictsOf(context.args, review.rows);
    if (!verdicts)
        co_return tl::unexpected<Trouble>(verdicts.error());
    if (review.closedAt)
        co_return misuse(what, Words::tr("review %1 is closed, nothing about it can be decided").arg(review.id),
            context.hint(u"key review --keep"_s));
    Result<keys::Review> done(review);
    if (!verdicts->isEmpty())
        done = co_await desk.reviews->decide(review.id, *verdicts);
    if (done && context.args.has("close")) {
        if (done->decided < done->rows.size())
            co_return misuse(what,
                Words::tr("%n key(s) are undecided", nullptr, int(done->rows.size() - done->decided)),
                context.hint(u"key review %1 --decide KEY=keep"_s.arg(review.id)));
        done = co_await desk.reviews->close(review.id, Clock().now());
    }
    if (!done)
        co_return trouble(what, done.error());
    co_return *done;
}

Maybe<> written(const Context &context, const keys::Review &review, const QString &profile,
    const std::optional<keys::Review> &since)
{
    const QString name = context.args.value("out");
    if (name.isEmpty())
        return {};
    const QByteArray text = keys::markdownOf(review, profile, since).toUtf8();
    return saveFile(name, text, u"--out"_s, Words::tr("name a file in a folder you may write to"));
}

Task<int> shown(Context &context, ReviewDesk desk, keys::Review review)
{
    const auto since = co_await earlier(context, desk, review.id);
    if (!since)
        co_return context.failed(since.error());
    if (const Maybe<> done = written(context, review, desk.profile.name, *since); !done)
        co_return context.failed(done.error());
    printReview(context, review, desk.profile.name, *since);
    co_return AllWell;
}

Task<int> run(Context &context)
{
    const auto desk = co_await reviewDesk(context);
    if (!desk)
        co_return context.failed(desk.error());
    if (context.args.has("list")) {
        printReviews(context, desk->kept, desk->profile.name);
        co_return AllWell;
    }
    const bool settles = context.args.has("decide") || context.args.has("close");
    const bool kept = settles || !context.args.word(0).isEmpty();
    auto found = kept ? reviewMeant(context, *desk) : takenReview(context, *desk);
    const auto review = co_await std::move(found);
    if (!review)
        co_return context.failed(review.error());
    if (!settles)
        co_return co_await shown(context, *desk, *review);
    const auto done = co_await settled(context, *desk, *review);
    if (!done)
        co_return context.failed(done.error());
    co_return co_await shown(context, *desk, *done);
}

} // namespace

extern const Command keyReview;
const Command keyReview{"key review", "[REVIEW]",
    QT_TRANSLATE_NOOP("Words",
        "who holds which key for what, what it may call and spend, when it was last used and what is wrong with it; "
        "kept reviews are decided key by key and compared"),
    "key review --keep --out review.md",
    {{"keep", "", QT_TRANSLATE_NOOP("Words", "keeps the keys as they are now as a review")},
        {"list", "", QT_TRANSLATE_NOOP("Words", "the reviews that were kept")},
        {"decide", "KEY=WORD",
            QT_TRANSLATE_NOOP("Words",
                "keep, narrow, disable or delete; noted in the review, nothing is written to "
                "the gateway; more than one with commas")},
        {"note", "TEXT", QT_TRANSLATE_NOOP("Words", "why it was decided so")},
        {"close", "", QT_TRANSLATE_NOOP("Words", "ends the review, when every key is decided")},
        {"with", "REVIEW", QT_TRANSLATE_NOOP("Words", "compares with this review instead of the one before")},
        {"out", "FILE", QT_TRANSLATE_NOOP("Words", "writes the report as Markdown")},
        {"offline", "", QT_TRANSLATE_NOOP("Words", "the keys as last seen; the gateway is not asked")}},
    run};

} // namespace cli
