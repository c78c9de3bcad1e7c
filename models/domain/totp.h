// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// Codes of a second factor as RFC 6238 has them: SHA-1, 30 seconds.
namespace oshaq::totp {

inline constexpr int digits = 6;
inline constexpr qint64 stepMs = 30'000;
inline constexpr qsizetype secretBytes = 20;

qint64 stepAt(qint64 ms);
QString code(const QByteArray &secret, qint64 step, int length = digits);

/// The step of this code when it is now's or a neighbour's (clocks differ) and later than `lastStep`: a code is taken
/// once.
std::optional<qint64> accept(const QByteArray &secret, const QString &code, qint64 nowMs, qint64 lastStep);

/// Base32 of RFC 4648 without padding, as authenticator apps take it.
QString secretText(const QByteArray &secret);
/// otpauth://totp/ISSUER:ACCOUNT?secret=...
QString uri(const QByteArray &secret, const QString &issuer, const QString &account);

} // namespace oshaq::totp
