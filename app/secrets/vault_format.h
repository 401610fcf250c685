// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/vault_key.h"
#include <QMap>

namespace secrets {

using Entries = QMap<QString, Secret>;

// The first bytes of a vault file. Everything in it is authenticated with the contents.
struct VaultHeader
{
    static constexpr qsizetype size = 8 + 8 + 8 + 16 + 24 + 32 + 16;
    Cost cost;
    Salt salt{};
    std::array<unsigned char, 24> nonce{};
    std::array<unsigned char, 32> check{};

    bool isOf(const VaultKey &key) const;
};

QByteArray encoded(const VaultHeader &header);
// What the file says of itself. Damaged, TooNew; limits out of bounds are Damaged, nothing has been derived then.
Result<VaultHeader> headerOf(const QByteArray &file);
// A whole file, with a new nonce.
QByteArray sealed(const Entries &entries, const VaultKey &key);
// Its contents. WrongPassphrase if the key is not the file's, Damaged if the contents were altered or cut.
Result<Entries> opened(const QByteArray &file, const VaultKey &key);
Salt newSalt();

} // namespace secrets
