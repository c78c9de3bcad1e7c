// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace oshaq {

/// What a screen pins: the public key of the hub's certificate authority. Certificates of that key may be renewed as
/// often as anybody likes.
namespace authoritykey {

inline constexpr qsizetype fingerprintBytes = 32;

/// SHA-256 of the SubjectPublicKeyInfo of the CA in `pem`. ValidationFailed unless it is one certificate, and one that
/// may sign others. Thread-safe.
Result<QByteArray> fingerprint(const QByteArray &pem);

/// Of a fingerprint, as the API and links write it: base64url without padding. Nothing: it is none.
QByteArray text(const QByteArray &fingerprint);
Result<QByteArray> fromText(const QByteArray &text);

} // namespace authoritykey

} // namespace oshaq
