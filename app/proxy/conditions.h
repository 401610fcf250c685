// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/call.h"

namespace proxy {

// Entity tags of the admin API. The tag of an object has two parts, "<version>.<rest>": the version changes with what is
// written of it, the rest with everything else its text tells (spending, last use). If-Match looks at the version only,
// so that a call between reading and writing is no conflict; If-None-Match looks at both.
std::string versionOf(const Key &key);
std::string versionOf(const Alias &alias);

// The tag of a text; version: empty for a list.
std::string tagOf(const std::string &text, const std::string &version);
// The reply with its ETag.
Reply tagged(Reply reply, const std::string &version = {});
// A read: nothing but 304 when the caller has this text already.
Reply unlessKnown(const Request &request, Reply reply);
// A write: why not, by If-Match and If-None-Match. version: of the object as it is; empty: there is none.
std::optional<Reply> conditionFailed(const Request &request, const std::optional<std::string> &version);

} // namespace proxy
