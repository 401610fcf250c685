// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"

namespace net {

// One call as it is shown and kept: what was sent, and what came of it so far.
struct Recorded
{
    QString label; // "T03a"
    QString subject; // the check it belongs to, "T03a fast"
    QByteArray method;
    QUrl url;
    QByteArray body;
    Exchange exchange;
    QList<Frame> frames;
    QList<Header> headers; // sent; secrets are replaced by their fingerprints
    QDateTime started; // UTC
    bool open = false; // still running, or ended by us before its end
};

} // namespace net
