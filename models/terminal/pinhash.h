// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// How hard it is to guess a PIN from what is kept of it here. Part of what is kept: PINs that were hashed at another
/// cost are not found again.
struct PinCost
{
    quint64 operations = 0;
    size_t memoryBytes = 0;

    /// About a third of a second and 64 MiB on a small screen: what people bear at an unlocking, and what a machine has
    /// to spare beside the kitchen.
    static PinCost moderate();
    /// The least that libsodium takes: for tests.
    static PinCost least();
};

/// PINs as a terminal keeps them, by Argon2id: slow on purpose, never on the GUI thread. Few digits are guessed all the
/// same by whoever has the file and the time; what protects them is that the file is its user's alone.
namespace pinhash {

inline constexpr qsizetype bytes = 32;

/// 16 random bytes.
QByteArray newSalt();
/// The same PIN and salt give the same 32 bytes. Overloaded when there is no memory for it.
Result<QByteArray> derive(const QString &pin, const QByteArray &salt, const PinCost &cost);

} // namespace pinhash

} // namespace oshaq
