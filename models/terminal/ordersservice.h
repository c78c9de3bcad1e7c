// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/hubclock.h"
#include "models/terminal/orderacts.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/outbox.h"
#include "models/terminal/visiblecatalog.h"
#include "models/terminal/visibleorders.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace oshaq {

/// The orders page over terminal.db.
///
/// Only owners, managers and counters take orders, add lines and edit; others are answered Forbidden, as the hub would.
/// An order taken here carries an estimate: the hub prices it again, and its row replaces ours whole.
class OrdersService final : public OrdersPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersService)

public:
    static constexpr qint64 closedShownMs = OrderCache::closedRetentionMs;

    OrdersService(const OrderCache &cache, Outbox &outbox, const VisibleOrders &visible, const VisibleCatalog &catalog,
                  OrderActs &acts, const HubClock &clock);
    ~OrdersService() override;

    Business business() const override { return m_cache.business(); }
    Catalog catalog() const override { return m_catalog.catalog(); }
    Role role() const override { return m_visible.role(); }
    qint64 hubNowMs() const override { return m_clock.nowMs(); }

    std::vector<DeskOrder> orders() const override;
    std::optional<DeskOrder> order(qint64 orderId) const override;

    std::vector<OrderStatus> nextStatuses(qint64 orderId) const override;
    Result<void> mayRecall(qint64 orderId) const override;

    Result<void> accept(qint64 orderId, std::optional<qint64> promisedAtMs) override;
    Result<void> setStatus(qint64 orderId, OrderStatus to, const QString &reason) override;
    Result<void> recall(qint64 orderId) override;
    Result<void> setPriority(qint64 orderId, bool priority) override { return m_acts.setPriority(orderId, priority); }
    Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) override;
    Result<void> restoreLines(qint64 orderId, const std::vector<qint64> &lineIds) override;
    Result<void> fire(qint64 orderId, int course) override;
    Result<void> addLines(qint64 orderId, const std::vector<NewOrderLine> &lines) override;
    Result<void> edit(qint64 orderId, const OrderFields &fields) override;

    Result<Order> price(const NewOrder &request) const override;
    Result<DeskOrder> create(const NewOrder &request) override;

    Result<void> setAvailable(qint64 itemId, bool available) override { return m_acts.setAvailable(itemId, available); }

    Result<ShiftAction> undo() override;

    std::vector<ParkedCommand> parked() const override { return m_outbox.parked(); }
    void dismissParked(const QString &id) override { m_outbox.dismiss(id); }

private:
    void handleVisibleChanged(const std::vector<qint64> &orderIds);
    void handleRenamed(const Renaming &renaming);
    void announceChange();
    void meetAll();
    /// As the hub will read it: texts without space around them, nothing that the way of serving does not have.
    NewOrder tidied(NewOrder request) const;
    Result<void> maySell() const;

    const OrderCache &m_cache;
    Outbox &m_outbox;
    const VisibleOrders &m_visible;
    const VisibleCatalog &m_catalog;
    OrderActs &m_acts;
    const HubClock &m_clock;
    QTimer m_changeTimer;
    bool m_announce = false;                        // after the first snapshot: what was there before is no arrival
    std::unordered_set<qint64> m_met;               // orders that were seen
    std::vector<qint64> m_arrived;                  // to be announced with the next ordersChanged()
    std::vector<std::pair<qint64, qint64>> m_known; // renamed, to be told once the visible orders are
};

} // namespace oshaq
