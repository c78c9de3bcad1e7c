// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakewire.h"
#include "models/domain/feed.h"
#include "models/domain/ordercommand.h"
#include "models/domain/pricing.h"
#include "models/runtime/clock.h"
#include "sync/protocol/json.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace oshaq::testing {

inline QByteArray idempotencyKey(const WireRequest &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name == "Idempotency-Key")
            return value;
    }
    return {};
}

/// A hub in memory: decides commands under the real rules, replays known keys, keeps a journal.
class FakeHub
{
public:
    explicit FakeHub(const Clock &clock)
        : m_clock(clock)
    {}

    QString epoch = QStringLiteral("E1");
    QByteArray token = "ott_good";
    bool up = true;
    QStringList executed; ///< idempotency keys in the order in which their commands took effect
    int replays = 0;
    QString letter;                 ///< of the terminal that asks; empty: it is none
    bool answersWithoutRow = false; ///< to what is new: as some other hub might
    QMap<qint64, bool> marked;      ///< dishes that were said to be out or back

    /// A new order with `lines` queued lines; journalled.
    Order place(int lines = 2);
    /// A change made by somebody else.
    Order change(qint64 orderId, const OrderCommand &command);

    std::optional<WireReply> handle(const WireRequest &request);
    QByteArray hello() const;
    QByteArray heartbeat() const;
    /// The live message of one journal row.
    QByteArray live(qint64 seq) const;
    Snapshot snapshot() const;
    Cursor cursor() const { return {epoch, static_cast<qint64>(m_record.journal.size())}; }
    const Order &order(qint64 id) const { return *m_record.orders.find(id); }
    const QMap<qint64, Order> &orders() const { return m_record.orders; }

    /// What its database holds.
    struct Stored
    {
        QByteArray body;
        WireReply reply;
    };
    struct Record
    {
        QMap<qint64, Order> orders;
        std::vector<Change> journal; // seq is the index plus one
        QMap<QByteArray, Stored> keys;
    };
    Record backup() const { return m_record; }
    void restore(const Record &record, const QString &newEpoch)
    {
        m_record = record;
        epoch = newEpoch;
    }

private:
    WireReply command(const WireRequest &request, const QByteArray &ref, const QByteArray &action);
    WireReply once(const WireRequest &request, const std::function<WireReply(const JsonValue &)> &run);
    WireReply create(const JsonValue &body);
    WireReply addLines(const QByteArray &ref, const JsonValue &body);
    WireReply edit(const QByteArray &ref, const JsonValue &body);
    WireReply mark(const QByteArray &id, const JsonValue &body);
    WireReply one(const QByteArray &ref) const;
    std::optional<Order> orderOf(const QByteArray &ref) const;
    std::vector<OrderLine> linesOf(const std::vector<NewOrderLine> &wanted, qint64 orderId, qsizetype from) const;
    void keep(const Order &order);
    WireReply changes(const QByteArray &query) const;
    void journal(const Order &order);
    FeedChange feedChange(qint64 seq) const;

    const Clock &m_clock;
    Record m_record;
};

} // namespace oshaq::testing
