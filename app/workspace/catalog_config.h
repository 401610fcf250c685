// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "workspace/config.h"

namespace workspace {

// A gateway's catalog as a set-up of our own, so that the exports (exports.h) can write it down.
struct CatalogSetUp
{
    GatewayConfig config;
    QStringList missing; // what a catalog does not tell and a reader must fill in, a line each
};
CatalogSetUp setUpOf(const QList<Alias> &catalog);

// The model_mapping of the channels of New API and One API, by upstream: {"azure": {"fast": "gpt-5-mini"}}. Text of JSON;
// a route with the alias's own name needs no mapping.
QByteArray channelMappings(const QList<Alias> &catalog);

} // namespace workspace
