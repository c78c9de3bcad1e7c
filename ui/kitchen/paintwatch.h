// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegion>
#include <QSet>

#include <vector>

namespace oshaq {

/// Decides when a ticket counts as painted: every part of it has been drawn, if need be in several paint events, while
/// the window was exposed. Pure bookkeeping: the view says what is where and what was drawn.
class PaintWatch
{
public:
    /// A part of a ticket at its place in the viewport; empty `region`: not on the current page.
    struct Part
    {
        qint64 orderId = 0;
        int part = 0;
        int parts = 1;
        QRegion region;
    };

    /// The parts of the current page. A part that moved since has to be drawn again.
    void setPage(const std::vector<Part> &parts);

    /// `drawn` was painted in an exposed window. Returns the orders that are wholly drawn now, each once in its life.
    std::vector<qint64> noteDrawn(const QRegion &drawn);

    /// Of these, the ones that were not yet told as counted or painted, each once.
    std::vector<qint64> noteCounted(const std::vector<qint64> &orderIds);

    /// Forgets what is not open any more, so that a recalled ticket is told again.
    void keepOnly(const QSet<qint64> &openOrders);

private:
    struct Key
    {
        qint64 orderId;
        int part;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.orderId, key.part); }
    };

    struct Missing
    {
        QRegion place;
        QRegion region; ///< of `place`, what has not been drawn
        int parts = 1;
    };

    QHash<Key, Missing> m_missing;         ///< parts of the current page
    QHash<qint64, QSet<int>> m_drawnParts; ///< of tickets that are not complete yet
    QSet<qint64> m_painted;
    QSet<qint64> m_counted;
};

} // namespace oshaq
