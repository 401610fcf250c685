// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/save_file.h"
#include "cli/words.h"
#include <QSaveFile>

namespace cli {

Maybe<> saveFile(const QString &name, const QByteArray &text, const QString &what, const QString &next)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return misuse(what, Words::tr("%1 cannot be written: %2").arg(name, file.errorString()), next);
}

} // namespace cli
