// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// What a hub's screen shows to a new one, as a picture and as text:
/// "oshaq://pair?u=https://192.168.1.10:8787&f=FINGERPRINT&c=K7QM-01XA". Whoever sees it may come in once.
struct PairingLink
{
    QString url;            ///< of the hub: https, a host and a port, nothing else
    QByteArray fingerprint; ///< SHA-256 of the public key of the hub's CA, 32 bytes
    QString code;           ///< see typedcode

    QString text() const;

    /// As somebody scanned or pasted it. ValidationFailed for everything that text() would not have made.
    static Result<PairingLink> fromText(const QString &text);
    /// Whether somebody meant it to be a link, right or wrong.
    static bool looksLikeOne(const QString &text);

    bool operator==(const PairingLink &) const = default;
};

} // namespace oshaq
