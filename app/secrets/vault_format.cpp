// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/vault_format.h"
#include <cstring>
#include <QtEndian>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace secrets {

static const QByteArray magic("GWVAULT1");
static constexpr qsizetype sumSize = 16;
static constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

static const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

static QByteArray sumOf(const QByteArray &bytes)
{
    QByteArray sum(sumSize, 0);
    crypto_generichash(bytesOf(sum), size_t(sumSize), bytesOf(bytes), size_t(bytes.size()), nullptr, 0);
    return sum;
}

template<typename Number>
static void put(QByteArray &out, Number number)
{
    char bytes[sizeof(Number)];
    qToLittleEndian(number, bytes);
    out.append(bytes, sizeof bytes);
}

template<std::size_t N>
static void put(QByteArray &out, const std::array<unsigned char, N> &bytes)
{
    out.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(N));
}

// Reads one piece after the other; false for good once the bytes run out.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes, qsizetype at = 0) : m_bytes(bytes), m_at(at) {}
    bool take(void *to, qsizetype size)
    {
        m_ok = m_ok && size <= m_bytes.size() - m_at;
        if (m_ok)
            std::memcpy(to, m_bytes.constData() + m_at, size_t(size));
        m_at += m_ok ? size : 0;
        return m_ok;
    }
    template<typename Number>
    Number number()
    {
        char bytes[sizeof(Number)] = {};
        take(bytes, sizeof bytes);
        return qFromLittleEndian<Number>(bytes);
    }
    QByteArray text()
    {
        const auto size = qsizetype(number<quint32>());
        m_ok = m_ok && size <= m_bytes.size() - m_at;
        QByteArray out(m_ok ? size : 0, Qt::Uninitialized);
        take(out.data(), out.size());
        return out;
    }
    bool ok() const { return m_ok; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at;
    bool m_ok = true;
};

bool VaultHeader::isOf(const VaultKey &key) const
{
    return key.fits(cost, salt) && sodium_memcmp(check.data(), key.check(), check.size()) == 0;
}

QByteArray encoded(const VaultHeader &header)
{
    QByteArray out = magic;
    put(out, header.cost.passes);
    put(out, header.cost.bytes);
    put(out, header.salt);
    put(out, header.nonce);
    put(out, header.check);
    return out + sumOf(out);
}

Result<VaultHeader> headerOf(const QByteArray &file)
{
    if (file.size() >= magic.size() && file.startsWith("GWVAULT") && file.at(7) > '1')
        return fail(FailureKind::TooNew, u"vault file of version %1"_s.arg(QLatin1Char(file.at(7))));
    if (file.size() < VaultHeader::size + tagSize)
        return fail(FailureKind::Damaged, u"vault file is cut: %1 bytes"_s.arg(file.size()));
    const QByteArray head = file.first(VaultHeader::size);
    if (!head.startsWith(magic) || sumOf(head.chopped(sumSize)) != head.last(sumSize))
        return fail(FailureKind::Damaged, u"the head of the vault file is altered"_s);

    VaultHeader header;
    Reader reader(head, magic.size());
    header.cost.passes = reader.number<quint64>();
    header.cost.bytes = reader.number<quint64>();
    reader.take(header.salt.data(), qsizetype(header.salt.size()));
    reader.take(header.nonce.data(), qsizetype(header.nonce.size()));
    reader.take(header.check.data(), qsizetype(header.check.size()));
    const Cost &cost = header.cost;
    if (cost.passes < crypto_pwhash_OPSLIMIT_MIN || cost.passes > quint64(2) * crypto_pwhash_OPSLIMIT_SENSITIVE
        || cost.bytes < crypto_pwhash_MEMLIMIT_MIN || cost.bytes > crypto_pwhash_MEMLIMIT_SENSITIVE)
        return fail(FailureKind::Damaged,
            u"the vault file asks for %1 passes over %2 bytes"_s.arg(cost.passes).arg(cost.bytes));
    return header;
}

static QByteArray listed(const Entries &entries)
{
    QByteArray out;
    qsizetype size = 4;
    for (auto it = entries.begin(); it != entries.end(); ++it)
        size += 8 + it.key().size() * 4 + it.value().reveal().size();
    out.reserve(size); // never moved: no copy stays behind
    put(out, quint32(entries.size()));
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        const QByteArray id = it.key().toUtf8();
        put(out, quint32(id.size()));
        out += id;
        put(out, quint32(it.value().reveal().size()));
        out += it.value().reveal();
    }
    return out;
}

static Result<Entries> unlisted(const QByteArray &plain)
{
    Entries entries;
    Reader reader(plain);
    for (auto left = reader.number<quint32>(); left > 0 && reader.ok(); --left) {
        const QString id = QString::fromUtf8(reader.text());
        entries.insert(id, Secret(reader.text()));
    }
    if (!reader.ok())
        return fail(FailureKind::Damaged, u"the list in the vault file is cut"_s);
    return entries;
}

QByteArray sealed(const Entries &entries, const VaultKey &key)
{
    VaultHeader header;
    header.cost = key.cost();
    header.salt = key.salt();
    randombytes_buf(header.nonce.data(), header.nonce.size());
    std::memcpy(header.check.data(), key.check(), header.check.size());
    const QByteArray head = encoded(header);

    QByteArray plain = listed(entries);
    QByteArray out(plain.size() + tagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(out), nullptr, bytesOf(std::as_const(plain)),
        quint64(plain.size()), bytesOf(head), quint64(head.size()), nullptr, header.nonce.data(), key.sealing());
    wipe(plain.data(), plain.size());
    return head + out;
}

Result<Entries> opened(const QByteArray &file, const VaultKey &key)
{
    const auto header = headerOf(file);
    if (!header)
        return tl::unexpected<Failure>(header.error());
    if (!header->isOf(key))
        return fail(FailureKind::WrongPassphrase, u"the passphrase does not open the vault file"_s);
    const QByteArray body = file.sliced(VaultHeader::size);
    QByteArray plain(body.size() - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, bytesOf(body),
            quint64(body.size()), bytesOf(file), quint64(VaultHeader::size), header->nonce.data(), key.sealing())
        != 0)
        return fail(FailureKind::Damaged, u"the contents of the vault file are altered or cut"_s);
    auto entries = unlisted(plain);
    wipe(plain.data(), plain.size());
    return entries;
}

Salt newSalt()
{
    Salt salt;
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

} // namespace secrets
