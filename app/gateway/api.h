// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "net/http.h"
#include <QUrlQuery>

namespace gateway {

// What an adapter asks for. `path` and the values of `query` are percent-encoded already.
struct Call
{
    const char *method = "GET";
    QString path;
    QUrlQuery query = {};
    QByteArray json = {}; // empty: no body
    QList<net::Header> headers = {};
    std::chrono::milliseconds patience{60'000}; // for the first header
};
inline constexpr std::chrono::milliseconds lifeSign{15'000}; // patience of a call that asks whether anybody is there

// One HTTP API at one base address under one secret. An answer that is no 2xx is a failure (answerOf). Main thread.
class Api
{
public:
    Api(net::Http &http, QUrl base, Secret secret) : m_http(http), m_base(std::move(base)), m_secret(std::move(secret))
    {}
    Task<Result<net::Exchange>> ask(Call call);

    static QString encoded(const QString &part); // for one segment of a path, or one value of a query

private:
    net::Http &m_http;
    QUrl m_base;
    Secret m_secret; // empty: nothing is sent
};

} // namespace gateway
