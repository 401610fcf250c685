// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/address.h"
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace gateway {

// What clients put behind the base address by themselves, the longer first.
static const QStringList &callPaths()
{
    static const QStringList all{u"/chat/completions"_s, u"/completions"_s, u"/embeddings"_s, u"/images/generations"_s,
        u"/models"_s, u"/messages"_s, u"/responses"_s};
    return all;
}

static QString withoutSlash(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

static QString withPath(QUrl url, const QString &path)
{
    url.setPath(path);
    return url.toString();
}

// "gateway.example:8443/v1": an address, but for how it begins.
static bool lacksScheme(const QString &text)
{
    static const QRegularExpression host(
        u"^[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(:\\d+)?(/\\S*)?$|^localhost(:\\d+)?(/\\S*)?$|^[0-9.]+:\\d+(/\\S*)?$"_s);
    return host.match(text).hasMatch();
}

static bool isOfThisMachine(const QString &text)
{
    return text.startsWith(u"localhost"_s) || text.startsWith(u"127."_s);
}

static AddressReading readPath(const QUrl &url)
{
    const QString path = withoutSlash(url.path());
    for (const QString &call : callPaths())
        if (path.endsWith(call))
            return {AddressFlaw::OneCall, withPath(url, path.chopped(call.size())), call, false};
    if (path.endsWith(u"/v1/v1"_s))
        return {AddressFlaw::DoubledV1, withPath(url, path.chopped(3)), u"/v1"_s, false};
    static const QRegularExpression version(u"/v\\d+(beta\\d*)?(/|$)"_s);
    if (!version.match(path).hasMatch())
        return {AddressFlaw::NoV1, withPath(url, path + u"/v1"_s), u"/v1"_s, true};
    return {{}, {}, {}, true};
}

AddressReading readAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {AddressFlaw::Missing, {}, {}, false};
    if (lacksScheme(text))
        return {
            AddressFlaw::NoScheme, (isOfThisMachine(text) ? u"http://"_s : u"https://"_s) + text, u"https://"_s, false};
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (!web || !url.isValid() || url.host().isEmpty())
        return {AddressFlaw::NotWeb, {}, {}, false};
    if (!url.userInfo().isEmpty())
        return {AddressFlaw::HasPassword, {}, {}, false};
    if (url.hasQuery() || url.hasFragment())
        return {AddressFlaw::HasQuery, url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString(), {}, false};
    return readPath(url);
}

QUrl rootOf(const QUrl &dataUrl)
{
    QUrl root = dataUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QString path = withoutSlash(root.path());
    while (path.endsWith(u"/v1"_s))
        path = withoutSlash(path.chopped(3));
    root.setPath(path);
    return root;
}

QUrl dataUrlOf(const QString &text)
{
    QString address = text.trimmed();
    for (int flaws = 0; flaws < 6; ++flaws) { // one address may have several: no scheme, and the path of one call
        const AddressReading reading = readAddress(address);
        if (reading.usable || reading.better.isEmpty())
            return reading.usable ? QUrl(withoutSlash(address), QUrl::StrictMode) : QUrl();
        address = reading.better;
    }
    return {};
}

} // namespace gateway
