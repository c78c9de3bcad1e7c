// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/sha256.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oshaq {

/// SHA-256 over a sequence of typed values. Each value is fed with a tag and, for texts and bytes, its length, so that
/// no two different sequences feed the same bytes. The encoding is part of stored hashes: it never changes.
class CanonicalHash
{
public:
    /// `domain` keeps hashes of different things apart, for example "oshaq.order.2".
    explicit CanonicalHash(QByteArrayView domain);

    CanonicalHash &add(qint64 value);
    CanonicalHash &add(const QString &value);
    CanonicalHash &add(const QByteArray &value);
    CanonicalHash &add(const std::optional<qint64> &value);

    /// 32 bytes.
    QByteArray result() const { return sha256(m_fed); }

private:
    void feed(char tag, quint64 number);
    void feedBytes(char tag, QByteArrayView bytes);

    QByteArray m_fed; ///< to be hashed in one go: the pieces are small
};

} // namespace oshaq
