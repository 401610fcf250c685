// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/writer.h"
#include "store/run_json.h"
#include <QJsonDocument>

namespace evidence {

static QByteArray write(const RunReport &report)
{
    return QJsonDocument(store::runJson(report)).toJson();
}

extern const Writer jsonWriter;
const Writer jsonWriter{"json", "report.json", write};

} // namespace evidence
