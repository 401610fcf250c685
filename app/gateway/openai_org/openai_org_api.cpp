// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openai_org/openai_org_api.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::openai_org {

namespace {

constexpr int perPage = 100;
constexpr int mostPages = 100;

Failure sameAgain(const QString &what)
{
    return Failure{FailureKind::Decode, what + u": the same page again, or no end"_s, 0};
}

QString pathOf(const KeyPlace &place)
{
    return u"organization/projects/%1/api_keys/%2"_s.arg(Api::encoded(place.project), Api::encoded(place.key));
}

// Arrays as the official clients send them (openai-org contract 1). Keys are known here as "PROJECT/KEY".
void narrow(QUrlQuery &query, const TotalsPart &part)
{
    for (const QString &project : part.projects)
        query.addQueryItem(u"project_ids[]"_s, Api::encoded(project));
    for (const QString &key : part.keys)
        query.addQueryItem(u"api_key_ids[]"_s, Api::encoded(key.section(u'/', -1)));
}

QDateTime dayStart(const QDateTime &time)
{
    return time.toUTC().date().startOfDay(Qt::UTC);
}

QDateTime dayEnd(const QDateTime &time)
{
    const QDateTime start = dayStart(time);
    return start == time ? start : start.addDays(1);
}

} // namespace

Task<Result<net::Exchange>> OrgApi::list(QString path, int limit, QString after, QUrlQuery more)
{
    Call call{"GET", std::move(path), more};
    call.query.addQueryItem(u"limit"_s, QString::number(limit));
    if (!after.isEmpty())
        call.query.addQueryItem(u"after"_s, Api::encoded(after));
    co_return co_await m_api.ask(std::move(call));
}

Task<Result<QList<Project>>> OrgApi::projects()
{
    QList<Project> all;
    QString after;
    for (int i = 0; i < mostPages; ++i) {
        const net::Exchange answer = co_await orReturn(list(u"organization/projects"_s, perPage, after));
        const Listed<Project> page = co_await orReturn(readProjects(answer.body));
        all += page.rows;
        if (page.next.isEmpty())
            co_return all;
        if (page.next == after)
            break;
        after = page.next;
    }
    co_return tl::unexpected<Failure>(sameAgain(u"project list"_s));
}

// One project at a time: the one behind the project before, and of it the keys behind the last.
Task<Result<Page<Key>>> OrgKeys::after(QString cursor)
{
    const QString before = cursor.section(u'/', 0, 0);
    const net::Exchange first = co_await orReturn(m_api.list(u"organization/projects"_s, 1, before));
    const Listed<Project> projects = co_await orReturn(readProjects(first.body));
    Page<Key> page;
    if (projects.rows.isEmpty())
        co_return page;
    const QString project = projects.rows.first().id;
    QUrlQuery every;
    every.addQueryItem(u"owner_project_access"_s, u"any"_s); // without it some are left out
    const QString path = u"organization/projects/%1/api_keys"_s.arg(Api::encoded(project));
    const net::Exchange answer = co_await orReturn(m_api.list(path, perPage, cursor.section(u'/', 1), every));
    const Listed<Key> keys = co_await orReturn(readKeys(answer.body, project));
    page.rows = keys.rows;
    if (!keys.next.isEmpty())
        page.next = before + u'/' + keys.next;
    else if (!projects.next.isEmpty())
        page.next = projects.next + u'/';
    co_return page;
}

Task<Result<Key>> OrgKeys::find(QString id)
{
    const KeyPlace place = co_await orReturn(KeyPlace::of(id));
    Call call{"GET", pathOf(place)};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKey(answer.body, place.project);
}

// Keys of service accounts are refused (400): they go with their account.
Task<Result<>> OrgKeys::remove(Key key)
{
    const KeyPlace place = co_await orReturn(KeyPlace::of(key.id));
    Call call{"DELETE", pathOf(place)};
    auto answer = co_await m_api.ask(std::move(call));
    if (!answer && answer.error().kind == FailureKind::Rejected)
        answer.error().detail += u"; a key of a service account goes with its account"_s;
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    co_return readDeleted(answer->body);
}

Task<Result<UsagePage>> OrgUsage::after(QString)
{
    co_return fail(FailureKind::Unsupported, u"a list of calls: OpenAI tells sums only"_s);
}

Task<Result<UsageTotals>> OrgUsage::added(Sum sum, TotalsPart part, UsageTotals totals)
{
    QString page;
    for (int i = 0; i < mostPages; ++i) {
        Call call{"GET", u"organization/"_s + sum.path};
        call.query.addQueryItem(u"start_time"_s, QString::number(totals.from.toSecsSinceEpoch()));
        call.query.addQueryItem(u"end_time"_s, QString::number(totals.to.toSecsSinceEpoch()));
        call.query.addQueryItem(u"bucket_width"_s, u"1d"_s);
        call.query.addQueryItem(u"limit"_s, QString::number(sum.buckets));
        narrow(call.query, part);
        if (!page.isEmpty())
            call.query.addQueryItem(u"page"_s, Api::encoded(page));
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        const QString next = co_await orReturn(sum.addPage(answer.body, totals));
        if (next.isEmpty())
            co_return totals;
        if (next == page)
            break;
        page = next;
    }
    co_return tl::unexpected<Failure>(sameAgain(sum.path));
}

Task<Result<UsageTotals>> OrgUsage::totals(QDateTime from, QDateTime to)
{
    return totalsOf({}, std::move(from), std::move(to));
}

Task<Result<UsageTotals>> OrgUsage::totalsOf(TotalsPart part, QDateTime from, QDateTime to)
{
    UsageTotals totals;
    totals.from = dayStart(from);
    totals.to = dayEnd(to);
    const Sum costs{u"costs"_s, 180, addCosts};
    totals = co_await orReturn(added(costs, part, totals));
    for (const QString &kind : {u"completions"_s, u"embeddings"_s, u"moderations"_s, u"images"_s, u"audio_speeches"_s,
             u"audio_transcriptions"_s}) {
        const Sum sum{u"usage/"_s + kind, 31, addUsage};
        totals = co_await orReturn(added(sum, part, totals));
    }
    co_return totals;
}

Task<Result<QList<Allowance>>> OrgLimits::spendLimit(QString path, std::optional<Project> project)
{
    Call call{"GET", path + u"/spend_limit"_s};
    const auto answer = co_await m_api.ask(std::move(call));
    if (!answer && answer.error().kind == FailureKind::NotFound)
        co_return QList<Allowance>(); // none is set
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    const Allowance limit = co_await orReturn(readSpendLimit(answer->body, project));
    QList<Allowance> all;
    all << limit;
    co_return all;
}

Task<Result<QList<Allowance>>> OrgLimits::ratesOf(Project project)
{
    QList<Allowance> all;
    QString after;
    const QString path = u"organization/projects/%1/rate_limits"_s.arg(Api::encoded(project.id));
    for (int i = 0; i < mostPages; ++i) {
        const net::Exchange answer = co_await orReturn(m_api.list(path, perPage, after));
        const Listed<Allowance> page = co_await orReturn(readRateLimits(answer.body, project));
        all += page.rows;
        if (page.next.isEmpty())
            co_return all;
        if (page.next == after)
            break;
        after = page.next;
    }
    co_return tl::unexpected<Failure>(sameAgain(u"rate limits"_s));
}

Task<Result<QList<Allowance>>> OrgLimits::allowances()
{
    const QList<Project> projects = co_await orReturn(m_api.projects());
    QList<Allowance> all = co_await orReturn(spendLimit(u"organization"_s, std::nullopt));
    for (const Project &project : projects) {
        const QString path = u"organization/projects/"_s + Api::encoded(project.id);
        all += co_await orReturn(spendLimit(path, project));
        all += co_await orReturn(ratesOf(project));
    }
    co_return all;
}

} // namespace gateway::openai_org
