// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"

namespace secrets {

// A place that keeps secrets by id. Main thread; no call blocks.
class Vault
{
public:
    virtual ~Vault() = default;
    virtual Task<Result<Secret>> read(QString id) = 0; // NotFound proves nothing: a locked keychain says it too
    virtual Task<Result<>> write(QString id, Secret secret) = 0;
    virtual Task<Result<>> remove(QString id) = 0; // of an unknown id: done
};

} // namespace secrets
