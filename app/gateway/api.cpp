// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/api.h"
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
    request.headers = m_manner.headers + call.headers;
    if (!m_secret.isEmpty())
        request.headers << (m_manner.mayBeBasic ? net::basicOrBearer(m_secret)
                                                : net::credential(m_manner.secretHeader, m_secret));
    request.body = call.json;
    request.limits.firstHeader = call.patience;
    request.effect = call.effect;
    request.lane = call.lane;
    auto exchange = co_await m_http.send(std::move(request));
    co_return m_manner.answer(std::move(exchange), m_secret);
}

} // namespace gateway
