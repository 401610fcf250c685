// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_address.h"
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

// "/llm/v1/chat/completions" -> "/llm", "/console/token" -> "". A prefix before /v1 may well be called "api".
qsizetype endOfRoot(const QStringList &parts)
{
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (parts[i] == "v1"_L1 || parts[i] == "v1beta"_L1)
            return i;
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (parts[i] == "api"_L1 || parts[i] == "console"_L1)
            return i;
    return parts.size();
}

} // namespace

QUrl rootOf(const QUrl &dataUrl, const QUrl &adminUrl)
{
    QUrl url = (adminUrl.isEmpty() ? dataUrl : adminUrl).adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QStringList parts = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    const QString path = parts.first(endOfRoot(parts)).join(u'/');
    url.setPath(path.isEmpty() ? QString() : u'/' + path, QUrl::TolerantMode);
    return url;
}

QList<Place> placesOf(const QUrl &dataUrl, const QUrl &adminUrl)
{
    const QUrl root = rootOf(dataUrl, adminUrl);
    QList<Place> places;
    const auto add = [&places](const char *what, const QUrl &base, const char *path, bool admin) {
        places << Place{QString::fromLatin1(what), net::endpoint(base, QString::fromLatin1(path)), admin};
    };
    add("models", dataUrl, "models", false);
    add("chat", dataUrl, "chat/completions", false);
    add("status", root, "api/status", false);
    add("prices", root, "api/pricing", true);
    add("account", root, "api/user/self", true);
    add("keys", root, "api/token/", true);
    add("key search", root, "api/token/search", true);
    add("aliases", root, "api/channel/", true);
    add("own aliases", root, "api/user/models", true);
    add("usage", root, "api/log/", true);
    add("own usage", root, "api/log/self", true);
    add("sums of usage", root, "api/log/stat", true);
    return places;
}

} // namespace gateway::newapi
