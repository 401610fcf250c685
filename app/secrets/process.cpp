// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/process.h"
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace secrets {

void hideMemory()
{
    prctl(PR_SET_DUMPABLE, 0);
}

void guardProcess()
{
    ::umask(077);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
    hideMemory();
#endif
}

} // namespace secrets
