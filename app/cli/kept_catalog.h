// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "cli/opened.h"
#include "workspace/stored_catalogs.h"

namespace cli {

// --offline of the commands that need nothing from the gateway.
constexpr Option offlineOption{
    "offline", "", QT_TRANSLATE_NOOP("Words", "the catalog as last seen; the gateway is not asked")};

// The aliases of a profile, and from when they are.
struct SeenCatalog
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
    QList<Alias> aliases;
    QDateTime asOf; // UTC
};

// As the gateway tells it now, and kept; with --offline as last seen. `what` is the command's name.
Task<Maybe<SeenCatalog>> seenCatalog(Context &context, QString what);

// The kept states of a profile.
struct KeptCatalogs
{
    workspace::LiveWorkspace *workspace = nullptr;
    Profile profile;
    QList<aliases::Snapshot> snapshots; // newest first
    std::shared_ptr<workspace::StoredCatalogs> archive;
};
// Nothing is asked of the gateway.
Task<Maybe<KeptCatalogs>> keptCatalogs(Context &context, QString what);
// One of them by its number ("3"), "now" for the newest, a day or time it was seen at; or a catalog file, "./F" or "F.json".
Task<Maybe<QList<Alias>>> catalogNamed(Context &context, KeptCatalogs kept, QString name, QString what);

// Of a file as `alias export` writes it.
Maybe<QList<Alias>> catalogInFile(const QString &name, const QString &what);
Maybe<QByteArray> contentsOf(const QString &name, const QString &what);

QJsonObject jsonOf(const aliases::Snapshot &snapshot);
QString minute(const QDateTime &time); // UTC

} // namespace cli
