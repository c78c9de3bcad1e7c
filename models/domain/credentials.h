// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace oshaq {

inline constexpr int minPin = 4;
inline constexpr int maxPin = 8;
inline constexpr int minPassword = 10;
/// Argon2id reads any length; this keeps a request small.
inline constexpr int maxPassword = 200;

/// 4 to 8 digits, and none that everybody tries first: one digit again and again (0000), a run up or down (1234, 8901),
/// a pair or a half repeated (1212, 123123), the middle column (2580).
Result<void> checkPin(const QString &pin);
/// At least 10 characters, not one character again and again.
Result<void> checkPassword(const QString &password);

/// A login as it is stored and looked for: without blanks around it, in small letters.
QString cleanLogin(const QString &login);

} // namespace oshaq
