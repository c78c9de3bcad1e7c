// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/paintwatch.h"

namespace oshaq {

void PaintWatch::setPage(const std::vector<Part> &parts)
{
    QHash<Key, Missing> missing;
    for (const Part &part : parts) {
        if (m_painted.contains(part.orderId) || part.region.isEmpty())
            continue;
        const Key key{part.orderId, part.part};
        const auto known = m_missing.constFind(key);
        if (known != m_missing.constEnd() && known->place == part.region)
            missing.insert(key, *known);
        else
            missing.insert(key, {part.region, part.region, part.parts});
    }
    m_missing = std::move(missing);
}

std::vector<qint64> PaintWatch::noteDrawn(const QRegion &drawn)
{
    std::vector<qint64> complete;
    for (auto it = m_missing.begin(); it != m_missing.end(); ++it) {
        const qint64 orderId = it.key().orderId;
        if (m_painted.contains(orderId))
            continue;
        it->region -= drawn;
        if (!it->region.isEmpty())
            continue;
        QSet<int> &drawnParts = m_drawnParts[orderId];
        drawnParts.insert(it.key().part);
        if (int(drawnParts.size()) >= it->parts) {
            m_painted.insert(orderId);
            complete.push_back(orderId);
        }
    }
    for (qint64 orderId : complete)
        m_drawnParts.remove(orderId);
    return complete;
}

std::vector<qint64> PaintWatch::noteCounted(const std::vector<qint64> &orderIds)
{
    std::vector<qint64> fresh;
    for (qint64 orderId : orderIds) {
        if (m_painted.contains(orderId) || m_counted.contains(orderId))
            continue;
        m_counted.insert(orderId);
        fresh.push_back(orderId);
    }
    return fresh;
}

void PaintWatch::keepOnly(const QSet<qint64> &openOrders)
{
    m_painted.intersect(openOrders);
    m_counted.intersect(openOrders);
    for (auto it = m_drawnParts.begin(); it != m_drawnParts.end();)
        it = openOrders.contains(it.key()) ? std::next(it) : m_drawnParts.erase(it);
}

} // namespace oshaq
