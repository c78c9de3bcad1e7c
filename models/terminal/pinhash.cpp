// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/pinhash.h"

#include <sodium.h>

namespace oshaq {

namespace {

/// Thread-safe and cheap to say again.
bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

PinCost PinCost::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PinCost PinCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QByteArray pinhash::newSalt()
{
    QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
    (void)isReady();
    randombytes_buf(salt.data(), static_cast<size_t>(salt.size()));
    return salt;
}

Result<QByteArray> pinhash::derive(const QString &pin, const QByteArray &salt, const PinCost &cost)
{
    const QByteArray text = pin.toUtf8();
    QByteArray out(bytes, '\0');
    if (!isReady() || salt.size() != qsizetype{crypto_pwhash_SALTBYTES} ||
        crypto_pwhash(reinterpret_cast<unsigned char *>(out.data()), static_cast<unsigned long long>(out.size()),
                      text.constData(), static_cast<unsigned long long>(text.size()),
                      reinterpret_cast<const unsigned char *>(salt.constData()), cost.operations, cost.memoryBytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Overloaded, QStringLiteral("There is no memory to check a PIN."), {}};
    return out;
}

} // namespace oshaq
