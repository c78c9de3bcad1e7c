// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderstatus.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// One thing that happened to an order.
struct TimelineEvent
{
    enum class Kind
    {
        Status,  ///< `status` was reached; `recall`: one step back; `what`: "automatic" when nobody did it; `dishes`:
                 ///< those that the same act was about
        Painted, ///< it was drawn on `terminal`, `latencyMs` after its commit; `what`: name of the station, or empty
        Lines,   ///< `what`: "started", "done", "voided", "added", "fired", "held", "recalled", "unstarted",
                 ///< "restored", of `dishes`
        Edit,    ///< `what`: "table", "note", "covers", "allergy" or "promised_at"; several with commas between them
        Payment, ///< `what`: "taken" or "refunded", `amountMinor` by `method`; "status": a payment with a bank got to
                 ///< `state`
        Print,   ///< `what`: "ticket", "receipt", ... at the printer that `terminal` names; `state`, `reprint`
        Moved,   ///< `what`: "split_into", "split_from", "joined_into", "joined_from" order `otherNumber`
        Other    ///< `what` is the journal's type; of "order.priority", `recall`: in its turn again
    };

    Kind kind = Kind::Other;
    qint64 atMs = 0; ///< when the person acted, as far as that is known
    OrderStatus status = OrderStatus::New;
    bool recall = false;
    QString what;
    QString reason;
    QString actor;    ///< a person or program as it is called: "Aigerim", "guest"; empty: not known, or the terminal
    QString terminal; ///< as it is called now; empty: none
    QString otherNumber;
    QStringList dishes;
    std::optional<qint64> amountMinor;
    std::optional<qint64> latencyMs;
    QString method; ///< of a payment: "cash", "halyk"
    QString state;  ///< of a print job: "queued", "printed", "failed", ...; of a payment with a bank: "charged", ...
    bool reprint = false;

    bool operator==(const TimelineEvent &) const = default;
};

struct OrderTimeline
{
    qint64 orderId = 0;
    std::vector<TimelineEvent> events; ///< newest first
};

} // namespace oshaq
