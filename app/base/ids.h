// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include <QString>

// A new ULID: 26 characters, sorted by time (github.com/ulid/spec).
QString newUlid(const Clock &clock);
