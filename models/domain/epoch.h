// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// Which life of a site's journal a cursor belongs to: "TERM-RANDOM", such as "3-K7FA2QOMX5R3D". Terms are ordered: a
/// promotion, solo and a restored copy raise it by one, and of two hubs that both want to be followed the one with the
/// higher term is right. The random part tells apart two that were declared at the same term. An epoch of the time
/// before terms has none: 0.
struct Epoch
{
    qint64 term = 0;
    QString random;

    /// "3-K7FA2QOMX5R3D"; without a term the random part alone.
    QString text() const;
    /// Takes anything: what is not TERM-RANDOM is all random, of term 0.
    static Epoch fromText(QStringView text);

    bool isValid() const { return !random.isEmpty(); }
    /// By term alone: epochs of the same term are not ordered.
    bool isHigherThan(const Epoch &other) const { return term > other.term; }

    bool operator==(const Epoch &) const = default;
};

/// The term of an epoch's text.
qint64 termOf(QStringView epoch);

} // namespace oshaq
