// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/alias.h"
#include <QStringList>

// config.yaml of the LiteLLM proxy, as far as a catalog knows of it. No secret is read from it.
namespace workspace {

// Where a value stands in the file; line and column count from 0.
struct FileSpot
{
    int line = -1; // -1: it is not there
    int column = 0;

    friend bool operator==(const FileSpot &, const FileSpot &) = default;
};

// One entry of model_list.
struct LiteLlmEntry
{
    QString alias;
    Route route; // its own price is what the entry says
    QString family; // of model_info.mode; empty: not told
    std::optional<qint64> contextTokens;
    FileSpot begin; // of its first field
    FileSpot model, weight, input, output, cached, context; // of the values
    FileSpot info; // of the fields of model_info
    bool inFlow = false; // {…}: nothing can be added to it line by line
};

struct LiteLlmFile
{
    QList<LiteLlmEntry> entries; // as they stand there
    QHash<QString, QStringList> fallbacks;
    QHash<QString, FileSpot> fallbackLists; // of those
    QString strategy; // of all aliases; empty: not told
};

// Decode: line, column and what is wrong there.
Result<LiteLlmFile> readLiteLlm(const QByteArray &text);
// The aliases that such a file gives.
QList<Alias> aliasesOf(const LiteLlmFile &file);

// Nanos of USD per million tokens as USD per token: 1.5e-7. With a point, or YAML 1.1 reads a text.
QString usdPerToken(qint64 nanos);

// The file with what the catalog has otherwise. Only those values and entries are written anew: comments, order and all
// other settings stay as they are.
struct LiteLlmUpdate
{
    QByteArray text;
    QStringList missing; // what could not be put in, a line each
};
Result<LiteLlmUpdate> updatedLiteLlm(const QByteArray &text, const QList<Alias> &catalog);

} // namespace workspace
