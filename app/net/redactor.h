// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "net/http.h"

namespace net {

// Takes secrets out of whatever is about to be written: log lines, evidence, failure details. The workspace owns one;
// whoever handles a secret tells it. know() and clean() from any thread.
class Redactor
{
public:
    Redactor();
    ~Redactor();

    void know(const Secret &secret); // texts below 8 bytes are left: they would black out ordinary words
    QByteArray clean(const QByteArray &text) const;
    QString clean(const QString &text) const;
    QUrl clean(const QUrl &url) const; // user info, and the values of key-like parameters
    QList<Header> clean(const QList<Header> &headers) const;
    // The frames of one stream, looked at as one text: a secret cut by a frame's border is found too.
    QList<Frame> clean(QList<Frame> frames) const;

private:
    struct Known;
    std::unique_ptr<Known> m_known;
};

// True for headers that carry a credential: "Authorization", "x-api-key", cookies, ...
bool carriesSecret(const QByteArray &headerName);

} // namespace net
