// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "domain/profile.h"
#include <QMap>
#include <QStringList>

namespace workspace {

// What a text may say about a connection.
enum class Part {
    Name,
    Kind,
    DataUrl,
    AdminUrl,
    DataKey,
    AdminKey,
    UserId,
    Environment,
    ReadOnly,
    CaFile,
    Proxy,
};

// One connection that a text holds.
struct ImportedConnection
{
    Profile profile; // no id; its key references are "env:VARIABLE" or "file:PATH" where the text names no secret
    Secret adminKey;
    Secret dataKey;
    QMap<Part, QString> from; // where it stood: "OPENAI_API_KEY, line 3"
    QStringList notes; // what was made of what stood there, one sentence each

    bool hasKey() const { return !dataKey.isEmpty() || !profile.dataKeyRef.isEmpty(); }
    bool hasAdminKey() const { return !adminKey.isEmpty() || !profile.adminKeyRef.isEmpty(); }
};

enum class ImportFormat { Env, Curl, Yaml, Link };

struct ConnectionImport
{
    ImportFormat format = ImportFormat::Env;
    QList<ImportedConnection> connections;
    QStringList unused; // what was not taken and why, one sentence each, never with a value
};

constexpr qsizetype largestImport = 1 << 18; // bytes
constexpr qsizetype mostConnections = 50; // of one text

// Reads connections from a .env file, curl command lines, YAML (JSON too) or gatewright:// links. Nothing of the text is
// run, looked up or fetched. The error is a sentence with a way on, without anything of the text. Pure.
tl::expected<ConnectionImport, QString> readConnections(const QByteArray &text);
bool mayHoldConnections(const QString &text); // it is more than one address

QString nameFor(const QUrl &address); // a first suggestion: the host
QString freeName(const QString &wanted, const QList<Profile> &taken); // "acme", "acme-2", ...

} // namespace workspace
