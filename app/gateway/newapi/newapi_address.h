// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::newapi {

// The site's root, before /api and /v1, from whatever of it the profile gives; the admin address wins (contract 1).
QUrl rootOf(const QUrl &dataUrl, const QUrl &adminUrl);
QList<Place> placesOf(const QUrl &dataUrl, const QUrl &adminUrl);

} // namespace gateway::newapi
