// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/detect.h"
#include "base/gather.h"
#include "gateway/address.h"
#include "gateway/api.h"
#include "net/endpoint.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

static constexpr int atOnce = 4;

static Task<BaseAnswer> askBase(net::Http &http, QUrl base)
{
    net::Request request;
    request.url = net::endpoint(base, u"models"_s);
    request.limits.firstHeader = lifeSign;
    const net::Exchange exchange = co_await http.send(request);
    BaseAnswer answer;
    answer.base = base;
    answer.status = exchange.status;
    answer.failure = exchange.failure;
    answer.webPage = exchange.header("content-type").toLower().startsWith("text/html");
    const auto document = QJsonDocument::fromJson(exchange.body);
    const bool ofAdmin = exchange.header("content-type").toLower().startsWith("application/problem+json");
    answer.json = (document.isObject() || document.isArray()) && !ofAdmin;
    co_return answer;
}

// "https://gw.example/llm/console/token": the data planes that may lie beside such a page, the nearest first.
static QList<QUrl> above(const QUrl &root)
{
    QList<QUrl> all;
    QStringList parts = root.path().split(u'/', Qt::SkipEmptyParts);
    while (!parts.isEmpty()) {
        parts.removeLast();
        QUrl parent = root;
        parent.setPath(parts.isEmpty() ? QString() : u'/' + parts.join(u'/'));
        all << net::endpoint(parent, u"v1"_s);
    }
    return all;
}

// A page of a console or a call of an admin API, which answers in JSON too, as people copy them.
static bool isOfAdministration(const QUrl &root)
{
    const QStringList parts = root.path().split(u'/', Qt::SkipEmptyParts);
    return parts.contains(u"api"_s) || parts.contains(u"console"_s);
}

// With "/v1" first, where it was forgotten or doubled; many answer under both, and clients are given the one with it.
static QList<QUrl> candidates(const QUrl &given)
{
    const QUrl root = rootOf(given);
    const QUrl asGiven = given.adjusted(QUrl::StripTrailingSlash);
    const QUrl withV1 = net::endpoint(root, u"v1"_s);
    const bool flawed = readAddress(asGiven.toString()).flaw.has_value();
    QList<QUrl> wanted = flawed ? QList<QUrl>{withV1} : QList<QUrl>{};
    if (flawed && isOfAdministration(root))
        wanted << above(root);
    wanted << asGiven << withV1 << root << above(root);
    QList<QUrl> all;
    for (const QUrl &url : std::as_const(wanted))
        if (!all.contains(url))
            all << url;
    return all;
}

static Task<> askBases(net::Http &http, QUrl given, Detection &found)
{
    found.dataUrl = given;
    for (const QUrl &base : candidates(given)) {
        const BaseAnswer answer = co_await askBase(http, base);
        found.bases << answer;
        if (answer.status == 0 && found.bases.size() == 1) { // nobody there: another path changes nothing
            found.failure = answer.failure;
            co_return;
        }
        if (answer.speaksApi()) {
            found.dataUrl = base;
            co_return;
        }
    }
}

static Task<Verdict> askKind(const Adapter *adapter, net::Http &http, QUrl root)
{
    Result<Identity> said = co_await adapter->recognise(http, root);
    co_return Verdict{adapter, std::move(said)};
}

static Task<> askKinds(net::Http &http, QUrl root, Detection &found)
{
    std::vector<Task<Verdict>> tasks;
    for (const Adapter *adapter : adapters())
        if (adapter->recognise)
            tasks.push_back(askKind(adapter, http, root));
    const auto verdicts = co_await gather(atOnce, std::move(tasks));
    for (const Verdict &verdict : verdicts)
        found.verdicts << verdict;
}

// One kind that knows itself, or none.
static void decide(Detection &found)
{
    int signs = 0;
    for (const Verdict &verdict : std::as_const(found.verdicts))
        if (verdict.said && ++signs == 1) {
            found.adapter = verdict.adapter;
            found.identity = *verdict.said;
        }
    if (signs != 1)
        found.adapter = nullptr;
}

QUrl adminUrlFor(const Adapter &adapter, const QUrl &dataUrl)
{
    return adapter.needsAdminUrl ? rootOf(dataUrl) : QUrl();
}

QList<Place> placesOf(const Adapter &adapter, const QUrl &dataUrl, const QUrl &adminUrl)
{
    if (adapter.places)
        return adapter.places(dataUrl, adminUrl);
    QList<Place> all;
    for (const char *call : {"chat/completions", "models"})
        all << Place{QLatin1StringView(call) == "models"_L1 ? u"models"_s : u"chat"_s,
            net::endpoint(dataUrl, QString::fromLatin1(call)), false};
    return all;
}

Task<Detection> detect(net::Http &http, QUrl dataUrl)
{
    Detection found;
    co_await askBases(http, dataUrl, found);
    if (found.failure)
        co_return found;
    co_await askKinds(http, rootOf(found.dataUrl), found);
    decide(found);
    const Adapter *spoken = found.adapter ? found.adapter : adapterOf(u"plain_openai"_s);
    found.adminUrl = found.adapter ? adminUrlFor(*found.adapter, found.dataUrl) : QUrl();
    found.places = placesOf(*spoken, found.dataUrl, found.adminUrl);
    co_return found;
}

static double perSecond(const net::Pace &pace)
{
    return double(pace.calls) / double(pace.per.count());
}

QList<net::Pace> carefulPaces()
{
    QList<net::Pace> tightest;
    for (const Adapter *adapter : adapters())
        for (const net::Pace &pace : adapter->paces)
            if (pace.lane.isEmpty() && (tightest.isEmpty() || perSecond(pace) < perSecond(tightest.first())))
                tightest = {pace};
    return tightest;
}

} // namespace gateway
