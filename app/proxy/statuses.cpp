// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/errors.h"

namespace proxy {

const char *reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 529:
        return "Overloaded";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

const char *classOf(int status)
{
    switch (status) {
    case 401:
        return "auth";
    case 402:
        return "quota";
    case 403:
        return "permission";
    case 404:
        return "model_not_found";
    case 408:
    case 504:
        return "timeout";
    case 429:
        return "rate_limit";
    default:
        return status >= 500 ? "upstream" : status >= 400 ? "bad_request" : nullptr;
    }
}

} // namespace proxy
