// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/api.h"
#include "gateway/answer.h"
#include "net/endpoint.h"

namespace gateway {

QString Api::encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

Task<Result<net::Exchange>> Api::ask(Call call)
{
    net::Request request;
    request.method = call.method;
    request.url = net::endpoint(m_base, call.path, call.query);
    request.headers = call.headers;
    if (!m_secret.isEmpty())
        request.headers << net::bearer(m_secret);
    request.body = call.json;
    request.limits.firstHeader = call.patience;
    auto exchange = co_await m_http.send(std::move(request));
    co_return answerOf(std::move(exchange), m_secret);
}

} // namespace gateway
