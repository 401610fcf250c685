// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

QString newUlid(const Clock &clock)
{
    static constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QString id(26, u'0');
    auto ms = quint64(clock.now().toMSecsSinceEpoch());
    for (int i = 9; i >= 0; --i, ms >>= 5)
        id[i] = alphabet.at(qsizetype(ms & 31));
    auto *random = QRandomGenerator::system();
    for (int i = 10; i < 26; ++i)
        id[i] = alphabet.at(qsizetype(random->bounded(32)));
    return id;
}
