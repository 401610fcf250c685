// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_row.h"

namespace proxy {

const char *nameOf(Ended ended)
{
    switch (ended) {
    case Ended::Complete:
        return "complete";
    case Ended::ClientLeft:
        return "client_left";
    case Ended::UpstreamCut:
        return "upstream_cut";
    case Ended::Refused:
        return "refused";
    case Ended::Limit:
        return "limit";
    case Ended::Error:
        break;
    }
    return "error";
}

} // namespace proxy
