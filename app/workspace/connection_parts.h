// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/connection_import.h"
#include <optional>

namespace workspace {

// What one reader of connection_import found for one part of a connection.
struct Found
{
    QString text = {}; // variables in it are marked (shell_words.h)
    QString from = {};
    bool reference = false; // the text is "env:VARIABLE" or "file:PATH", not the secret
};

struct RawConnection
{
    QMap<Part, Found> parts;
    QStringList notes = {};
};

struct RawImport
{
    QList<RawConnection> connections;
    QStringList unused = {};
    QString problem = {}; // the text as a whole cannot be read
};

RawImport readEnv(const QString &text); // connection_import_env.cpp
RawImport readCurl(const QString &text);
bool holdsCurl(const QString &text);
RawImport readYaml(const QByteArray &text);
RawImport readLinks(const QString &text);

// The connection that the parts make; empty: they make none, and `unused` says why.
std::optional<ImportedConnection> finished(const RawConnection &raw, QStringList &unused);

// "api_key", "apiKey", "api-key": what it means where fields are named freely.
struct FieldMeaning
{
    Part part = Part::Name;
    bool reference = false;
    bool vague = false; // says it only beside others: "url", "key"
};
std::optional<FieldMeaning> meaningOf(const QString &field);

QString atLine(const QString &what, int line); // "OPENAI_API_KEY, line 3"
QString printable(const QString &text, qsizetype most = 60); // for showing a name out of the text: one line, cut

} // namespace workspace
