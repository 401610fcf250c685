// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/on_screen.h"

namespace secrets {

QString forScreenOnce(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace secrets
