// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_desk.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "workspace/store_ports.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key review"_s;

Task<Maybe<ReviewDesk>> reviewDesk(Context &context)
{
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    ReviewDesk desk;
    desk.workspace = opened->workspace;
    desk.profile = opened->profile;
    desk.reviews = std::make_shared<keys::Reviews>(desk.workspace->store(), desk.profile.id);
    const auto kept = co_await desk.reviews->list();
    if (!kept)
        co_return trouble(what, kept.error());
    desk.kept = *kept;
    co_return desk;
}

namespace {
struct Now
{
    QList<Key> keys;
    QList<Alias> aliases;
};
} // namespace

// As last seen here; without keys there is nothing to review.
static Task<Maybe<Now>> lastSeen(Context &context, ReviewDesk desk)
{
    workspace::StoredKeys cache(desk.workspace->store(), desk.profile.id);
    const auto keys = co_await cache.load();
    if (!keys)
        co_return trouble(what, keys.error());
    if (!cache.asOf())
        co_return misuse(
            what, Words::tr("no keys of \"%1\" were seen yet").arg(desk.profile.name), context.hint(u"key list"_s));
    context.out.note(Words::tr("as last seen at %1").arg(cache.asOf()->toString(Qt::ISODate)));
    workspace::StoredCatalogs archive(desk.workspace->store(), desk.profile.id);
    Now now;
    now.keys = *keys;
    if (const auto catalog = co_await archive.catalogAt(Clock().now()); catalog)
        now.aliases = *catalog;
    co_return now;
}

static Task<Maybe<Now>> asked(Context &context)
{
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return tl::unexpected<Trouble>(session.error());
    gateway::Keys *facet = (*session)->admin().keys();
    if (!facet)
        co_return trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}, (*session)->attempt());
    const auto keys = co_await gateway::everyKey(*facet);
    if (!keys)
        co_return trouble(what, keys.error(), (*session)->attempt());
    co_await (*session)->seenKeys().save(*keys, Clock().now());
    Now now;
    now.keys = *keys;
    now.aliases = (*session)->catalog().state().aliases;
    co_return now;
}

Task<Maybe<keys::Review>> takenReview(Context &context, ReviewDesk desk)
{
    auto read = context.args.has("offline") ? lastSeen(context, desk) : asked(context);
    const auto now = co_await std::move(read);
    if (!now)
        co_return tl::unexpected<Trouble>(now.error());
    auto review = co_await desk.reviews->taken(now->keys, now->aliases, Clock().now(), workspace::systemUser());
    if (!review)
        co_return trouble(what, review.error());
    if (!context.args.has("keep"))
        co_return *review;
    const auto kept = co_await desk.reviews->keep(*review);
    if (!kept)
        co_return trouble(what, kept.error());
    context.out.note(Words::tr("kept as review %1").arg(kept->id));
    co_return *kept;
}

// The number given as a word or option, else the newest kept one that is older than `before` (0: than none).
static Maybe<qint64> numberOf(const Context &context, const ReviewDesk &desk, const QString &given, qint64 before)
{
    if (given.isEmpty()) {
        const auto found = std::ranges::find_if(
            desk.kept, [before](const keys::Review &each) { return before == 0 || each.id < before; });
        return found == desk.kept.end() ? 0 : found->id;
    }
    bool number = false;
    const qint64 id = given.toLongLong(&number);
    const bool known = std::ranges::any_of(desk.kept, [id](const keys::Review &each) { return each.id == id; });
    if (number && known)
        return id;
    return misuse(what, Words::tr("there is no review \"%1\"").arg(given), context.hint(u"key review --list"_s));
}

Task<Maybe<keys::Review>> reviewMeant(Context &context, ReviewDesk desk)
{
    const auto id = numberOf(context, desk, context.args.word(0), 0);
    if (!id)
        co_return tl::unexpected<Trouble>(id.error());
    if (*id == 0)
        co_return misuse(what, Words::tr("no review of \"%1\" was kept yet").arg(desk.profile.name),
            context.hint(u"key review --keep"_s));
    const auto review = co_await desk.reviews->review(*id);
    if (!review)
        co_return trouble(what, review.error());
    co_return *review;
}

Task<Maybe<std::optional<keys::Review>>> earlier(Context &context, ReviewDesk desk, qint64 id)
{
    const auto since = numberOf(context, desk, context.args.value("with"), id);
    if (!since)
        co_return tl::unexpected<Trouble>(since.error());
    if (*since == 0)
        co_return std::optional<keys::Review>();
    const auto review = co_await desk.reviews->review(*since);
    if (!review)
        co_return trouble(what, review.error());
    co_return std::optional(*review);
}

} // namespace cli
