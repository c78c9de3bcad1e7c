// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderstatus.h"
#include "models/domain/payment.h"
#include "models/domain/printer.h"
#include "models/hub/auditreads.h"
#include "models/hub/orderservice.h"

#include <optional>
#include <vector>

namespace oshaq {

/// Everything that is kept about what happened to one order.
struct OrderHistory
{
    struct Event
    {
        AuditRow row;
        QString actorName;  ///< empty: not known; see ActorNames
        QStringList dishes; ///< names of the lines that the event is about, in its order
    };
    struct Status
    {
        OrderStatus status = OrderStatus::New;
        qint64 atMs = 0;         ///< when the person acted
        qint64 recordedAtMs = 0; ///< when the hub wrote it
        bool isRecall = false;
        QString reason;
    };
    struct Painted
    {
        QString viewer;         ///< "terminal:3"
        QString viewerName;     ///< as actorName
        qint64 stationId = 0;   ///< 0: a view of all stations
        QString stationName;    ///< as it is called now
        qint64 countedAtMs = 0; ///< 0: never on a later page
        qint64 paintedAtMs = 0; ///< 0: not drawn there
        std::optional<qint64> latencyMs;
    };
    struct Money
    {
        enum class What
        {
            Taken,
            Refunded,
            Status ///< an attempt with a bank was begun, or came to something
        };
        qint64 atMs = 0;
        What what = What::Taken;
        PaymentMethod method = PaymentMethod::Cash;
        qint64 amountMinor = 0; ///< of the payment without its tip, or of the refund
        QString status;         ///< of the payment from then on, of What::Status
        QString actor;
        QString actorName; ///< as above
    };
    struct Print
    {
        qint64 atMs = 0; ///< when it was asked for
        PrintJobKind kind = PrintJobKind::Ticket;
        PrintJobState state = PrintJobState::Queued;
        bool isReprint = false;
        QString printerName; ///< of the one that it went to, as it is called now
    };

    qint64 orderId = 0;
    Currency currency;
    std::vector<Event> events;    ///< of the journal, oldest first
    std::vector<Status> statuses; ///< oldest first
    std::vector<Painted> painted;
    std::vector<Money> payments; ///< oldest first
    std::vector<Print> prints;   ///< likewise
};

namespace orderreads {

/// One snapshot, a few statements however much happened. NotFound also for another business's order.
Result<OrderHistory> history(sql::Database &database, qint64 businessId, const OrderRef &ref);

} // namespace orderreads

} // namespace oshaq
