// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payment.h"
#include "models/hub/guestbook.h"

#include <vector>

namespace oshaq {

/// Everything that the hub keeps of one person, for themselves.
struct GuestExport
{
    struct Record
    {
        UserRow user;
        qint64 createdAtMs = 0;
    };
    struct Message
    {
        QString event;
        QString channel;
        QString state;
        QString hint; ///< the address it went to, masked
        qint64 atMs = 0;
    };

    GuestSummary card;                 ///< without the recent orders
    std::vector<Record> records;       ///< each time that they were written down, oldest first
    std::vector<AddressRow> addresses; ///< hidden ones too
    std::vector<Order> orders;         ///< oldest first
    std::vector<Payment> payments;     ///< likewise
    std::vector<SavedCard> cards;
    std::vector<Message> messages; ///< oldest first
};

namespace guestexport {

/// By any of their rows. NotFound for another business's. Call on a worker. One snapshot.
Result<GuestExport> one(sql::Database &database, qint64 businessId, qint64 userId);

} // namespace guestexport

} // namespace oshaq
