// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace oshaq {

/// Making X.509 certificates, with OpenSSL. Keys are EC on P-256. Everything in PEM. Pure but for random numbers.
namespace certificates {

struct Made
{
    QByteArray certificate;
    QByteArray key;
};

/// A certificate authority: may sign leaves, and no further authorities.
Result<Made> makeAuthority(const QString &commonName, qint64 fromMs, qint64 untilMs);

/// A certificate of a server for these host names and addresses, signed by that authority.
Result<Made> makeServer(const Made &authority, const QStringList &names, qint64 fromMs, qint64 untilMs);

/// A key whose public part somebody else signs.
struct KeyPair
{
    QByteArray publicKey;
    QByteArray key;
};
Result<KeyPair> makeKey();

/// As makeServer(), for a key that is not ours: the certificate alone. ValidationFailed for anything but a key on P-256.
Result<QByteArray> signServer(const Made &authority, const QByteArray &publicKey, const QStringList &names,
                              qint64 fromMs, qint64 untilMs);

/// Whether the key belongs to the first certificate of the chain.
Result<void> checkPair(const QByteArray &chain, const QByteArray &key);

} // namespace certificates

} // namespace oshaq
