// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/secrethash.h"

#include <sodium.h>

namespace oshaq {

namespace {

/// Thread-safe and cheap to say again.
bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

Error failed()
{
    return {ErrorCode::Overloaded, QStringLiteral("There is no memory to check a secret; try again in a moment."), {}};
}

} // namespace

HashCost HashCost::interactive()
{
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

HashCost HashCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Result<QString> secrethash::hash(const QString &secret, const HashCost &cost)
{
    const QByteArray text = secret.toUtf8();
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (!isReady() || crypto_pwhash_str_alg(out.data(), text.constData(), static_cast<unsigned long long>(text.size()),
                                            cost.operations, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failed();
    return QString::fromLatin1(out.constData());
}

bool secrethash::matches(const QString &stored, const QString &secret, const HashCost &cost)
{
    if (!isReady())
        return false;
    if (stored.isEmpty()) {
        // Whoever measures must not learn that there is nobody.
        (void)derive(secret, QByteArray(crypto_pwhash_SALTBYTES, '\0'), cost);
        return false;
    }
    const QByteArray hash = stored.toLatin1();
    const QByteArray text = secret.toUtf8();
    return crypto_pwhash_str_verify(hash.constData(), text.constData(), static_cast<unsigned long long>(text.size())) ==
           0;
}

Result<QByteArray> secrethash::derive(const QString &secret, const QByteArray &salt, const HashCost &cost)
{
    const QByteArray text = secret.toUtf8();
    QByteArray out(32, '\0');
    if (!isReady() || salt.size() != qsizetype{crypto_pwhash_SALTBYTES} ||
        crypto_pwhash(reinterpret_cast<unsigned char *>(out.data()), 32, text.constData(),
                      static_cast<unsigned long long>(text.size()),
                      reinterpret_cast<const unsigned char *>(salt.constData()), cost.operations, cost.memoryBytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failed();
    return out;
}

QByteArray secrethash::randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    (void)isReady();
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

quint32 secrethash::randomBelow(quint32 bound)
{
    (void)isReady();
    return randombytes_uniform(bound);
}

} // namespace oshaq
