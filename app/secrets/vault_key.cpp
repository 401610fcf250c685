// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vault_key.h"
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace secrets {

static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

Cost leastCost()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

VaultKey::VaultKey(Cost cost, const Salt &salt)
    : m_cost(cost), m_salt(salt), m_bytes(static_cast<unsigned char *>(sodium_malloc(64)))
{}

VaultKey::~VaultKey()
{
    sodium_free(m_bytes); // wipes
}

Result<std::shared_ptr<const VaultKey>> VaultKey::derive(const Secret &passphrase, Cost cost, const Salt &salt)
{
    if (sodium_init() < 0)
        return fail(FailureKind::Secret, u"libsodium does not start"_s);
    std::shared_ptr<VaultKey> key(new VaultKey(cost, salt));
    if (!key->m_bytes)
        return fail(FailureKind::Secret, u"no guarded memory for the vault's key"_s);
    const QByteArray &text = passphrase.reveal();
    if (crypto_pwhash(key->m_bytes, 64, text.constData(), quint64(text.size()), salt.data(), cost.passes,
            size_t(cost.bytes), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(FailureKind::Secret, u"not enough memory to derive the vault's key (%1 bytes)"_s.arg(cost.bytes));
    sodium_mprotect_readonly(key->m_bytes);
    return key;
}

} // namespace secrets
