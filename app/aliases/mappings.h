// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/alias.h"
#include <QMap>

// The model_mapping of channels (New API, One API), as a file: what each channel calls an alias.
namespace aliases {

// By channel, then by alias: {"azure": {"fast": "gpt-5-mini"}}. An alias that goes by its own name has no entry.
using ChannelMappings = QMap<QString, QMap<QString, QString>>;

// Reads such a file; with a channel named, the mapping of that one alone, as it stands in the gateway's own form:
// {"fast": "gpt-5-mini"}. Decode: the sentence names the field that does not fit.
Result<ChannelMappings> readMappings(const QByteArray &file, const QString &channel = {});

// The catalog with these mappings. Of a channel that the file names, the mapping is what the file says: an alias it maps is
// served there, and one that it does not map is asked for by its own name. Other channels stay as they are.
QList<Alias> withMappings(QList<Alias> catalog, const ChannelMappings &mappings);

} // namespace aliases
