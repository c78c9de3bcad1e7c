// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// How hard a secret is to guess from its hash. Part of what is stored: PINs that were hashed at another cost have to
/// be set again.
struct HashCost
{
    quint64 operations = 0;
    size_t memoryBytes = 0;

    /// libsodium's limits for people who wait at a sign-in: 64 MiB, about a tenth of a second.
    static HashCost interactive();
    /// The least that libsodium takes: for tests.
    static HashCost least();
};

/// Secrets that people choose or type, by Argon2id: slow on purpose, for worker threads only. Beside
/// SecretStore the one user of libsodium at the hub.
namespace secrethash {

/// With a salt of its own, as libsodium's text "$argon2id$...".
Result<QString> hash(const QString &secret, const HashCost &cost);
/// An empty `stored` is nobody's: it costs the same time and is false.
bool matches(const QString &stored, const QString &secret, const HashCost &cost);

/// 32 bytes by a salt of 16 bytes: the same secret gives the same bytes.
Result<QByteArray> derive(const QString &secret, const QByteArray &salt, const HashCost &cost);

/// `count` random bytes, and a number below `bound` without favourites.
QByteArray randomBytes(qsizetype count);
quint32 randomBelow(quint32 bound);

} // namespace secrethash

} // namespace oshaq
