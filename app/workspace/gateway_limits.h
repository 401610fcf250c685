// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include <QtGlobal>
#include <span>

namespace workspace {

// One limit of the embedded gateway: its name in files and in the admin API, and what it may be.
struct LimitField
{
    const char *name;
    qint64 least;
    qint64 most;
    qint64 (*value)(const proxy::Limits &limits);
    void (*set)(proxy::Limits &limits, qint64 value);
};
// Every limit, in the order of a file.
std::span<const LimitField> limitFields();

} // namespace workspace
