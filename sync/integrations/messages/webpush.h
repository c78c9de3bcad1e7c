// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/notice.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// Web push as the RFCs have it, without any network: what is sent to a push service.
namespace webpush {

/// The keys by which push services know this hub (RFC 8292), in base64url.
struct VapidKeys
{
    QString publicKey;  ///< a point of P-256, 65 bytes
    QString privateKey; ///< 32 bytes; never logged
};

Result<VapidKeys> makeKeys();
/// ValidationFailed unless the private key belongs to the public one.
Result<void> checkKeys(const VapidKeys &keys);

/// ValidationFailed unless a browser could have given these: a point of P-256 and 16 bytes.
Result<void> checkSubscription(const PushSubscription &subscription);

/// What a record of one push may hold at most: RFC 8291 bounds the whole body by 4096 bytes.
inline constexpr qsizetype longestPlain = 3993;

/// The body of a push, aes128gcm of RFC 8188 with the keys of RFC 8291, under a fresh key and salt.
Result<QByteArray> encrypt(const QByteArray &plain, const QByteArray &p256dh, const QByteArray &auth);
/// The same with a given key (32 bytes, private) and salt (16): for the example of the RFC.
Result<QByteArray> encryptWith(const QByteArray &plain, const QByteArray &p256dh, const QByteArray &auth,
                               const QByteArray &privateKey, const QByteArray &salt);

/// The value of the Authorization header: a token for that push service and nobody else, good until then.
Result<QByteArray> authorization(const VapidKeys &keys, const QByteArray &endpoint, const QString &subject,
                                 qint64 expiresAtMs);

} // namespace webpush

} // namespace oshaq
