// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordercommand.h"
#include "models/domain/orderedit.h"
#include "models/domain/ordersplit.h"
#include "models/domain/pricing.h"
#include "models/domain/searchtext.h"
#include "models/hub/writer.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

class SearchShelf;

/// One of many status changes.
struct BulkStatus
{
    qint64 orderId = 0;
    OrderCommand command;
};

/// An order by number or by uuid, as `{id}` in a path may be either.
struct OrderRef
{
    qint64 id = 0;
    QString uuid; ///< used when id is 0
};

/// What a list of orders is sorted by. Each has an index, so that a page costs what it shows.
enum class OrderSort
{
    PlacedAt,
    Total,
    Number, ///< within business days, as people count: A-999 before A-1000
};

/// Filters of the order list. Newest first by default; stable under concurrent inserts.
struct OrderFilter
{
    std::vector<OrderStatus> statuses; ///< empty: all
    std::optional<Fulfilment> fulfilment;
    std::vector<PaymentState> payments; ///< empty: all
    std::optional<qint64> userId;       ///< of this row of users alone
    std::optional<qint64> personId;     ///< of everybody who has the phone of this row of users (see userstore)
    std::optional<qint64> fromMs;       ///< placed at or after
    std::optional<qint64> toMs;         ///< placed before
    std::optional<qint64> stationId;    ///< with a line, not voided, that is made there
    std::optional<qint64> terminalId;   ///< placed at that terminal
    QString table;                      ///< empty: any
    SearchText search;                  ///< empty: everything
    /// May this caller find guests by their whole name and their phone? Otherwise by the first name only: what is not
    /// shown must not be found by guessing either.
    bool searchesPersonal = false;
    bool openOnly = false;
    OrderSort sort = OrderSort::PlacedAt;
    bool oldestFirst = false; ///< ascending, whatever the sort
    int limit = 50;           ///< 1 to 200
    QString cursor;           ///< opaque, from the page before
};

struct OrderPage
{
    std::vector<Order> orders;
    QString nextCursor; ///< empty: the last page
};

/// Figures of today's business day of one business.
struct OrderStats
{
    std::vector<std::pair<OrderStatus, int>> byStatus; ///< all seven, orders placed today plus open ones from before
    int ordersToday = 0;
    qint64 revenueTodayMinor = 0; ///< totals of completed orders placed today
    qint64 averageCheckMinor = 0;
    int paintedCount = 0;     ///< acknowledgements of the last hour
    qint64 paintedP50Ms = -1; ///< accepted -> painted; -1: none
    qint64 paintedP95Ms = -1;
    qint64 paintedMaxMs = -1;
};

/// Commands on orders: run inside the writer's transaction; each writes the row, order_status history and the journal.
namespace orderwrites {

/// Prices and stores. uuid known already for this business -> AlreadyExists. A number that a terminal gave is kept
/// unless an order of that business day has it: then it is the next one of the terminal's letter. An order counts as
/// placed when it was taken, at most 24 hours ago. Outcome 201 with the order.
Result<WriteOutcome> create(WriteContext &context, const NewOrder &request);

/// decide() on the stored row, then writes the effect. An empty effect writes nothing and is a success (200).
/// Guests reach only their own orders; anything else is NotFound. The outcome carries the order.
Result<WriteOutcome> command(WriteContext &context, const OrderRef &ref, const OrderCommand &command);

/// Adds lines to an open order; they are priced by the hub.
Result<WriteOutcome> addLines(WriteContext &context, const OrderRef &ref, const std::vector<NewOrderLine> &lines);

/// Note, table, allergy, covers, promised time of an order that is not closed. Nothing new writes nothing (200).
/// VersionStale when the version is another one, or, with a path for each, when a field is neither `from` nor as wanted
/// now.
Result<WriteOutcome> edit(WriteContext &context, const OrderRef &ref, const OrderEdit &edit);

/// Takes lines, or parts of lines, out of an order that is not closed into a new one; see splitOrder(). The new one
/// gets the hub's next number of the business day of the order. PaymentNotAllowed while a payment of the order holds
/// money. Outcome 201 with the new order.
Result<WriteOutcome> split(WriteContext &context, const OrderRef &ref, const OrderSplit &request);

/// Puts everything of an order into another one and cancels it; see joinOrders(). PaymentNotAllowed while a payment of
/// either holds money; NotFound with the path "into" for the other order. Outcome 200 with the order they went into.
Result<WriteOutcome> join(WriteContext &context, const OrderRef &ref, qint64 intoId);

/// All of them or none: the first refusal's code, every refusal in the details ("orders[3]").
Result<WriteOutcome> bulkStatus(WriteContext &context, const std::vector<BulkStatus> &changes);

} // namespace orderwrites

/// Reads over one connection; call from the connection's thread.
namespace orderreads {

Result<Order> one(sql::Database &database, qint64 businessId, const OrderRef &ref);
/// `shelf` is asked when the filter searches, as ordermatches::find() says.
Result<OrderPage> list(sql::Database &database, qint64 businessId, const OrderFilter &filter,
                       SearchShelf *shelf = nullptr);
Result<OrderStats> stats(sql::Database &database, qint64 businessId, qint64 nowMs);

} // namespace orderreads

} // namespace oshaq
