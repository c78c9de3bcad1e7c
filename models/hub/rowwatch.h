// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/touchedrows.h"
#include "models/sql/database.h"

#include <functional>
#include <set>
#include <utility>

namespace oshaq {

class OrderShelf;
struct WriteOutcome;

/// Collects what the commands of a batch touch, on the writer's connection and thread.
class RowWatch final
{
    Q_DISABLE_COPY_MOVE(RowWatch)

public:
    explicit RowWatch(sql::Database &database);

    /// Whether somebody has said what a change of this table means.
    static bool knows(const char *table);

    /// `changed` is called when a row of the catalog's tables is, before anything else of the connection runs.
    void onCatalog(std::function<void()> changed) { m_catalogChanged = std::move(changed); }

    /// Hears of the rows that orders are read from, likewise.
    void tell(OrderShelf *orders) { m_orderShelf = orders; }

    /// A command of this batch has ended well: the order that it shows tells whose it is.
    void name(const WriteOutcome &outcome);
    /// Everything since the last call.
    TouchedRows take();

private:
    void seen(const char *table, qint64 rowId);

    TouchedRows m_touched;
    std::function<void()> m_catalogChanged;
    OrderShelf *m_orderShelf = nullptr;
    std::set<qint64> m_orders; ///< touched, and of nobody that is known yet
};

} // namespace oshaq
