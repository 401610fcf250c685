// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "gateway/answer.h"
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
    net::Effect effect = net::Effect::ByMethod;
    QByteArray lane = {}; // of net::Request
};
inline constexpr std::chrono::milliseconds lifeSign{15'000}; // patience of a call that asks whether anybody is there

// How one gateway wants to be spoken to.
struct Manner
{
    QList<net::Header> headers = {}; // with every call
    QByteArray secretHeader = {}; // empty: "Authorization: Bearer SECRET"; else this header holds the bare secret
    Result<net::Exchange> (*answer)(net::Exchange, const Secret &) = answerOf;
    bool mayBeBasic = false; // a secret of the form "user:password" goes as "Authorization: Basic"
};

// One HTTP API at one base address under one secret. What is no good answer is a failure (Manner::answer). Main thread.
class Api
{
public:
    Api(net::Http &http, QUrl base, Secret secret, Manner manner = {})
        : m_http(http), m_base(std::move(base)), m_secret(std::move(secret)), m_manner(std::move(manner))
    {}
    Task<Result<net::Exchange>> ask(Call call);

    static QString encoded(const QString &part); // for one segment of a path, or one value of a query

private:
    net::Http &m_http;
    QUrl m_base;
    Secret m_secret; // empty: nothing is sent
    Manner m_manner;
};

} // namespace gateway
