// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::litellm {

// What the server says about itself without a call that costs money (contract 3).
struct Readiness
{
    QString version; // empty: not told here
    bool database = false;
};
Result<Readiness> readReadiness(const QByteArray &body);
Result<Identity> readOpenApi(const QByteArray &body); // its title and version; NotAGateway if it is another program's

QUrl rootOf(const QUrl &adminUrl); // without what people paste behind it: /v1, /ui, a whole endpoint
QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl);
Task<Result<Identity>> recognise(net::Http &http, QUrl root);

} // namespace gateway::litellm
